import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { MenuItem, NativeImage } from 'electron';
import type { Api, Outcome } from '../../src/shared/ipc.ts';
import type { Snapshot } from '../../src/shared/snapshot.ts';
import { Desktop } from '../../test/e2e/support/desktop.ts';
import { Simulator } from '../../test/simulator/simulator.ts';
import type { Host } from '../support/host.ts';
import { observedArguments, simulatedEnvironment } from '../support/simulated.ts';
import { expect } from './expect.ts';
import { opened } from './open-things.ts';
import { setTime, shiftedTime, shiftMs, shiftScript } from './story-time.ts';

/** A desktop that the app finds on its session bus. */
interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
}

export interface MenuLine {
  /** Empty: a line between groups. */
  readonly label: string;
  readonly isEnabled: boolean;
  readonly hasMore: boolean;
}

/** What the app has told the tray last. */
export interface TrayPicture {
  /** A PNG as a data URL, of twice the size. */
  readonly icon: string;
  readonly tooltip: string;
  readonly menu: readonly MenuLine[];
}

interface Observing {
  readonly timeShift: { ms: number };
  readonly observed: {
    accounts: readonly string[];
    readonly icons: readonly NativeImage[];
    readonly tooltips: readonly string[];
    readonly menus: readonly { readonly items: readonly MenuItem[] }[];
  };
}

/** The built app against the simulator, at a time and on a desktop of its own. */
export class Stage implements AsyncDisposable {
  readonly simulator: Simulator;
  readonly #host: Host;
  readonly #surroundings: Surroundings | null;
  readonly #undo: AsyncDisposableStack;
  readonly #dir = mkdtempSync(join(tmpdir(), 'drivebell-pictures-'));
  #app: ElectronApplication | null = null;
  #window: Page | null = null;

  /** The desktop of the specs, where none is given. */
  static async open(host: Host, moment: string, given?: Surroundings): Promise<Stage> {
    setTime(moment);
    await using undo = new AsyncDisposableStack();
    const surroundings =
      given ?? (process.platform === 'linux' ? undo.use(await Desktop.start()) : null);
    // Any skew has the simulator date its answers itself, by the time of the story.
    const simulator = undo.use(await Simulator.start({ knobs: { dateSkewMs: 1 } }));
    return opened(new Stage(host, simulator, surroundings, undo.move()));
  }

  private constructor(
    host: Host,
    simulator: Simulator,
    surroundings: Surroundings | null,
    undo: AsyncDisposableStack,
  ) {
    this.#host = host;
    this.simulator = simulator;
    this.#surroundings = surroundings;
    this.#undo = undo;
  }

  async launch(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#app = await _electron.launch({
      executablePath: this.#host.executablePath,
      args: ['-r', shiftedTime, ...observedArguments(this.#dir, this.#host.switches)],
      env: {
        ...simulatedEnvironment(this.simulator),
        ...this.#surroundings?.environment,
        LANG: 'en_US.UTF-8',
        LANGUAGE: 'en_US',
        TZ: 'UTC',
        DRIVEBELL_SHIFT_MS: String(shiftMs()),
        ...environment,
      },
    });
    const window = await this.#app.firstWindow();
    // A page that is still loading cannot be loaded again.
    await expect(window.getByRole('button').first()).toBeVisible();
    await window.addInitScript(shiftScript());
    await window.reload();
    this.#window = window;
  }

  get window(): Page {
    if (!this.#window) throw new Error('The app has not been launched.');
    return this.#window;
  }

  get #running(): ElectronApplication {
    if (!this.#app) throw new Error('The app has not been launched.');
    return this.#app;
  }

  /** Asks what the window may ask. `request` runs in the window. */
  async ask<T, A = null>(
    request: (asked: { readonly api: Api; readonly given: A }) => Promise<Outcome<T>>,
    ...[given]: A extends null ? [] : [A]
  ): Promise<T> {
    const api = await this.window.evaluateHandle(
      () => (globalThis as unknown as { readonly drivebell: Api }).drivebell,
    );
    const run = request as (asked: unknown) => Promise<Outcome<T>>;
    const outcome = await this.window.evaluate(run, { api, given: given ?? null } as unknown);
    if (!outcome.ok) throw new Error(`The app refused: ${outcome.code}`);
    return outcome.value;
  }

  snapshot(): Promise<Snapshot> {
    return this.ask(({ api }) => api.getSnapshot());
  }

  /** Whoever signs in from now on. */
  setAccount(username: string): Promise<void> {
    return this.#running.evaluate((_modules, name) => {
      (globalThis as unknown as Observing).observed.accounts = [name];
    }, username);
  }

  /** Time goes on. */
  async reach(moment: string): Promise<void> {
    setTime(moment);
    await this.#running.evaluate((_modules, ms) => {
      (globalThis as unknown as Observing).timeShift.ms = ms;
    }, shiftMs());
  }

  /** The app draws its tray anew. */
  async lookAgain(): Promise<void> {
    const { tellsOwn } = await this.snapshot();
    for (const wanted of [!tellsOwn, tellsOwn]) {
      await this.ask(({ api, given }) => api.tellOwn(given), wanted);
    }
  }

  tray(): Promise<TrayPicture> {
    return this.#running.evaluate(() => {
      const { icons, tooltips, menus } = (globalThis as unknown as Observing).observed;
      const menu = (menus.at(-1)?.items ?? []).map((item) => ({
        label: item.type === 'separator' ? '' : item.label.replaceAll('&&', '&'),
        isEnabled: item.enabled,
        hasMore: item.type === 'submenu',
      }));
      const icon = icons.at(-1)?.toDataURL({ scaleFactor: 2 }) ?? '';
      return { icon, tooltip: tooltips.at(-1) ?? '', menu };
    });
  }

  async untilTooltip(words: string | RegExp): Promise<void> {
    await expect.poll(async () => (await this.tray()).tooltip).toMatch(words);
  }

  async quit(): Promise<void> {
    await this.#app?.close().catch(() => undefined);
    this.#app = null;
    this.#window = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.quit();
    await this.#undo.disposeAsync();
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
