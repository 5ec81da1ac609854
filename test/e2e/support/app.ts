import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test';
import { installedElectron, standInPath } from '../../../scripts/host.ts';
import { Simulator } from '../../simulator/simulator.ts';
import type { Observed } from './observed.ts';

export { expect } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..', '..');
const observer = join(root, 'scripts', 'observe.cjs');

/** The built app, run on Electron where it is installed and on the stand-in where it is not. */
export class App {
  readonly #simulator: Simulator;
  readonly #dir: string;
  #electron: ElectronApplication | null = null;

  constructor(simulator: Simulator, dir: string) {
    this.#simulator = simulator;
    this.#dir = dir;
  }

  async launch(args: readonly string[] = []): Promise<ElectronApplication> {
    this.#electron = await _electron.launch({
      executablePath: installedElectron() ?? standInPath,
      args: [
        '-r',
        observer,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${this.#dir}`,
        root,
        ...args,
      ],
      env: this.environment(),
    });
    return this.#electron;
  }

  environment(): Record<string, string> {
    const kept = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
    return {
      ...(Object.fromEntries(kept) as Record<string, string>),
      DRIVEBELL_CLIENT_ID: this.#simulator.clientId,
      DRIVEBELL_AUTHORITY_URL: this.#simulator.origin,
      DRIVEBELL_GRAPH_URL: this.#simulator.origin,
      DRIVEBELL_OBSERVE_SIGN_IN: `${this.#simulator.origin}/_control/sign-in`,
      DRIVEBELL_OBSERVE_ACCOUNT: this.#simulator.accounts.work.username,
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
    };
  }

  get electron(): ElectronApplication {
    if (!this.#electron) throw new Error('The app has not been launched.');
    return this.#electron;
  }

  get userDataDir(): string {
    return this.#dir;
  }

  window(): Promise<Page> {
    return this.electron.firstWindow();
  }

  /** What the app has shown outside its window so far. */
  observed(): Promise<Observed> {
    return this.electron.evaluate(() => {
      const { toasts, opened, icons, tooltips } = (globalThis as unknown as { observed: Observed })
        .observed;
      return {
        toasts: toasts.map(({ title, body }) => ({ title, body })),
        opened: [...opened],
        icons: icons.length,
        tooltips: [...tooltips],
      };
    });
  }

  /** As when the person clicks the toast. */
  clickToast(index: number): Promise<void> {
    return this.electron.evaluate((_electron, at) => {
      const { toasts } = (
        globalThis as unknown as { observed: { toasts: { toast: NodeJS.EventEmitter }[] } }
      ).observed;
      toasts[at]?.toast.emit('click', {});
    }, index);
  }

  async close(): Promise<void> {
    await this.#electron?.close();
    this.#electron = null;
  }
}

interface Fixtures {
  readonly simulator: Simulator;
  readonly app: App;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what is asked for.
  simulator: async ({}, use) => {
    await using simulator = await Simulator.start();
    await use(simulator);
  },
  app: async ({ simulator }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'drivebell-e2e-'));
    const app = new App(simulator, dir);
    await use(app);
    await app.close();
    rmSync(dir, { recursive: true, force: true });
  },
});
