import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../shared/ipc.ts';
import type { LanguageChoice, Theme, ZoomStep } from '../../shared/look.ts';
import { hooksOf } from '../hooks/hook.ts';
import type { Configure, KeptConfig } from './kept-config.ts';
import type { Rule } from '../notices/rules.ts';
import { done } from '../outcome.ts';
import { exported, imported } from './portable-settings.ts';
import type { SettingsFile } from '../ports.ts';
import { type Config, zoomLevels } from './settings.ts';

export interface SettingsDeskParts {
  readonly settingsFile: SettingsFile;
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: Configure;
}

/** How the app looks and speaks, and the way of all settings to another computer. */
export class SettingsDesk {
  readonly #parts: SettingsDeskParts;
  #isChoosing = false;

  constructor(parts: SettingsDeskParts) {
    this.#parts = parts;
  }

  setTheme(theme: Theme): Outcome<void> {
    return this.#parts.configure({ theme });
  }

  setLanguage(language: LanguageChoice): Outcome<void> {
    return this.#parts.configure({ language });
  }

  keepWindowSize(windowSize: NonNullable<Config['windowSize']>): Outcome<void> {
    if (isDeepStrictEqual(windowSize, this.windowSize)) return done;
    return this.#parts.configure({ windowSize });
  }

  get windowSize(): Config['windowSize'] {
    return this.#parts.config.value.windowSize;
  }

  get zoomLevel(): number {
    return this.#parts.config.value.zoomLevel;
  }

  /** How large everything in the window is; what cannot be kept holds until it is closed. */
  zoom(step: ZoomStep): number {
    const level = step === 'reset' ? 0 : this.zoomLevel + (step === 'in' ? 0.5 : -0.5);
    const zoomLevel = Math.min(zoomLevels.most, Math.max(zoomLevels.least, level));
    this.#parts.configure({ zoomLevel });
    return zoomLevel;
  }

  /** To a file that the person names. Whether one was named. */
  export(): Promise<Outcome<boolean>> {
    const { settingsFile, config } = this.#parts;
    return this.#choose(async () => {
      const end = await settingsFile.write(exported(config.value));
      return end === 'failed' ? failed('file-not-written') : { ok: true, value: end === 'done' };
    });
  }

  /** From a file that the person shows, in place of what there is. Whether one was shown. */
  import(): Promise<Outcome<boolean>> {
    return this.#choose(async () => {
      const end = await this.#parts.settingsFile.read();
      if (end.how === 'cancelled') return { ok: true, value: false };
      if (end.how !== 'done') return failed('file-not-read');
      const found = imported(end.text);
      if (!found) return failed('file-not-settings');
      const saved = this.#take(found);
      return saved.ok ? { ok: true, value: true } : saved;
    });
  }

  /** A hook stays only with a rule that is quite the same: no file may lead a program to other changes. */
  #take({ wishes, ...others }: NonNullable<ReturnType<typeof imported>>): Outcome<void> {
    const { config, configure } = this.#parts;
    const { wishes: before, hooks } = config.value;
    const rules = withOwnIds(wishes.rules, before.rules);
    return configure({ ...others, wishes: { ...wishes, rules }, hooks: hooksOf(hooks, rules) });
  }

  async #choose<T>(choice: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#isChoosing) return failed('busy');
    this.#isChoosing = true;
    return choice().finally(() => (this.#isChoosing = false));
  }
}

function withOwnIds(rules: readonly Rule[], known: readonly Rule[]): Rule[] {
  const taken = new Set<string>();
  return rules.map((rule) => {
    const isSame = known.some((one) => isDeepStrictEqual(one, rule)) && !taken.has(rule.ruleId);
    taken.add(rule.ruleId);
    return isSame ? rule : { ...rule, ruleId: randomUUID() };
  });
}

function failed<C extends string>(code: C): { readonly ok: false; readonly code: C } {
  return { ok: false, code };
}
