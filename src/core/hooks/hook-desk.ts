import { isAbsolute } from 'node:path';
import type { HookReport } from '../../shared/hooks.ts';
import type { Outcome } from '../../shared/ipc.ts';
import { describe } from '../describe.ts';
import type { KeptConfig } from '../settings/kept-config.ts';
import type { RowDecision } from '../notices/decide.ts';
import type { Opener } from '../opener.ts';
import { done, notFound } from '../outcome.ts';
import type { Ports } from '../ports.ts';
import type { Config } from '../settings/settings.ts';
import type { Activity } from '../store/activity.ts';
import type { TellableRow } from '../store/activity-row.ts';
import { type Hook, hookOf, hooksOf, localUrl } from './hook.ts';
import { HookRunner } from './hook-runner.ts';
import { payload } from './payload.ts';

export interface HookDeskParts extends Pick<
  Ports,
  'commands' | 'localPost' | 'programChoice' | 'clock' | 'log'
> {
  readonly config: Pick<KeptConfig, 'value'>;
  readonly configure: (patch: Pick<Config, 'hooks'>) => Outcome<void>;
  readonly activity: Pick<Activity, 'itemPage'>;
  readonly opener: Pick<Opener, 'safeLink'>;
}

/** What a person lets happen with changes, by rule: chosen here, and run when a rule has decided. */
export class HookDesk {
  readonly #parts: HookDeskParts;
  readonly #runner: HookRunner;
  #isChoosing = false;

  constructor(parts: HookDeskParts) {
    this.#parts = parts;
    this.#runner = new HookRunner({
      ...parts,
      hookOf: (ruleId) => this.#hookOf(ruleId),
      inputOf: (row) => this.#inputOf(row),
    });
  }

  get isRunning(): boolean {
    return this.#runner.isAtWork;
  }

  stop(): void {
    this.#runner.stop();
  }

  get lastRuns(): HookReport {
    return this.#runner.report;
  }

  report(): Outcome<HookReport> {
    return { ok: true, value: this.lastRuns };
  }

  /** The person shows the program in a dialog of the system: nobody else can name one. */
  async chooseProgram(ruleId: string): Promise<Outcome<void>> {
    if (!this.#hasRule(ruleId)) return notFound;
    if (this.#isChoosing) return { ok: false, code: 'busy' };
    this.#isChoosing = true;
    try {
      return await this.#choose(ruleId);
    } finally {
      this.#isChoosing = false;
    }
  }

  setUrl(ruleId: string, text: string): Outcome<void> {
    const url = localUrl(text.trim());
    if (url === null) return { ok: false, code: 'address-not-local' };
    return this.#set(ruleId, { kind: 'post', url });
  }

  remove(ruleId: string): Outcome<void> {
    const { [ruleId]: removed, ...left } = this.#parts.config.value.hooks;
    return removed ? this.#parts.configure({ hooks: left }) : done;
  }

  /** Never throws: what is decided is told all the same. */
  decided(rows: readonly TellableRow[], decisions: readonly RowDecision[]): void {
    try {
      const ruleOf = new Map(decisions.map(({ rowId, ruleId }) => [rowId, ruleId]));
      const asks = rows.flatMap((row) => {
        const ruleId = ruleOf.get(row.id) ?? null;
        return ruleId !== null && this.#hookOf(ruleId) ? [{ ruleId, row }] : [];
      });
      this.#runner.add(asks);
    } catch (thrown) {
      this.#parts.log.warn('hooks-not-run', { why: describe(thrown) });
    }
  }

  async #choose(ruleId: string): Promise<Outcome<void>> {
    const { programChoice, commands } = this.#parts;
    const program = await programChoice.choose();
    if (program === null) return done;
    if (!isAbsolute(program) || !(await commands.canRun(program))) {
      return { ok: false, code: 'program-not-runnable' };
    }
    return this.#set(ruleId, { kind: 'command', program });
  }

  #set(ruleId: string, hook: Hook): Outcome<void> {
    if (!this.#hasRule(ruleId)) return notFound;
    const { hooks, wishes } = this.#parts.config.value;
    return this.#parts.configure({ hooks: { ...hooksOf(hooks, wishes.rules), [ruleId]: hook } });
  }

  #hasRule(ruleId: string): boolean {
    return this.#parts.config.value.wishes.rules.some((rule) => rule.ruleId === ruleId);
  }

  #hookOf(ruleId: string): Hook | null {
    return hookOf(this.#parts.config.value.hooks, ruleId);
  }

  #inputOf(row: TellableRow): string {
    const page = row.canOpen ? this.#parts.activity.itemPage(row.id) : null;
    return payload(row, page && this.#parts.opener.safeLink(page.webUrl, page.accountId));
  }
}
