import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import type { MenuItem } from 'electron';
import { installedHost } from '../../../scripts/support/host.ts';
import { root as repository } from '../../../scripts/support/root.ts';
import { observedArguments, simulatedEnvironment } from '../../../scripts/support/simulated.ts';
import { Desktop } from './desktop.ts';
import { logged, secretsIn } from './secrets.ts';
import { Simulator } from '../../simulator/simulator.ts';

export { expect, type Page } from '@playwright/test';

/** Electron where it can run, the stand-in where it cannot. */
const host = installedHost();
export const executablePath = host.executablePath;

/** Without a desktop's name Chromium would not look for a key ring. */
export const switches = [
  ...host.switches,
  ...(process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : []),
];

/** What the app has shown outside its window. */
export interface Observed {
  readonly toasts: readonly { readonly title: string; readonly body: string }[];
  readonly opened: readonly string[];
  readonly copied: readonly string[];
  readonly tooltips: readonly string[];
  /** How often the tray's icon has been set. */
  readonly icons: number;
}

/** What scripts/support/observe.cjs keeps in the app. */
interface Observing {
  readonly observed: {
    readonly toasts: Observed['toasts'];
    readonly notifications: readonly {
      readonly title: string;
      readonly actions: readonly { readonly text: string }[];
      emit(event: 'click' | 'action', details: object): void;
    }[];
    readonly opened: readonly string[];
    readonly copied: readonly string[];
    accounts: readonly string[];
    readonly files: string[];
    readonly messages: readonly string[];
    readonly tooltips: readonly string[];
    readonly icons: readonly unknown[];
    readonly menus: readonly { readonly items: readonly MenuItem[] }[];
  };
}

/** The built app against the simulator. */
export class App {
  readonly #simulator: Simulator;
  readonly #desktop: Desktop | null;
  readonly dir: string;
  /** The folder of its package.json. */
  root = repository;
  /** What the app has printed. */
  said = '';
  #electron: ElectronApplication | null = null;

  constructor(simulator: Simulator, dir: string, desktop: Desktop | null) {
    this.#simulator = simulator;
    this.dir = dir;
    this.#desktop = desktop;
  }

  async launch(
    environment: Readonly<Record<string, string>> = {},
    more: readonly string[] = [],
  ): Promise<ElectronApplication> {
    this.#electron = await _electron.launch({
      executablePath,
      args: [...observedArguments(this.dir, switches, this.root), ...more],
      env: { ...this.environment(), ...environment },
      // Else Playwright would answer the page what the app answers it.
      colorScheme: null,
    });
    const { stdout, stderr } = this.#electron.process();
    for (const stream of [stdout, stderr])
      stream?.on('data', (text: Buffer) => (this.said += String(text)));
    return this.#electron;
  }

  environment(): Record<string, string> {
    return {
      ...simulatedEnvironment(this.#simulator),
      ...this.#desktop?.environment,
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
    };
  }

  window(): Promise<Page> {
    return this.#launched().firstWindow();
  }

  /** The window that is opened after this. */
  nextWindow(): Promise<Page> {
    return this.#launched().waitForEvent('window');
  }

  observed(): Promise<Observed> {
    return this.#launched().evaluate(() => {
      const { observed } = globalThis as unknown as Observing;
      return {
        toasts: [...observed.toasts],
        opened: [...observed.opened],
        copied: [...observed.copied],
        tooltips: [...observed.tooltips],
        icons: observed.icons.length,
      };
    });
  }

  /** As when the person clicks the newest toast with these words in its title. */
  async clickToast(words: string): Promise<void> {
    if (this.#desktop) {
      await this.#desktop.clickToast(words);
      return;
    }
    await this.#launched().evaluate((_modules, said) => {
      const { observed } = globalThis as unknown as Observing;
      observed.notifications.findLast(({ title }) => title.includes(said))?.emit('click', {});
    }, words);
  }

  /** As when the person presses a button of that toast. */
  async pressToast(words: string, key: string): Promise<void> {
    if (this.#desktop) {
      await this.#desktop.clickToast(words, key);
      return;
    }
    await this.#launched().evaluate(
      (_modules, [said, wanted]) => {
        const { observed } = globalThis as unknown as Observing;
        const toast = observed.notifications.findLast(({ title }) => title.includes(said));
        const actionIndex = toast?.actions.findIndex(({ text }) => text.includes(wanted)) ?? -1;
        toast?.emit('action', { actionIndex });
      },
      [words, key === 'mute' ? 'Mute' : key] as const,
    );
  }

  /** The tray's menu as it now reads, separators left out. */
  menu(): Promise<readonly string[]> {
    return this.#launched().evaluate(() => {
      const { observed } = globalThis as unknown as Observing;
      const items = observed.menus.at(-1)?.items ?? [];
      return items.filter((item) => item.type !== 'separator').map((item) => item.label);
    });
  }

  /** As when the person chooses this in the tray's menu. */
  chooseInMenu(label: string): Promise<void> {
    return this.#launched().evaluate((_modules, chosen) => {
      const { observed } = globalThis as unknown as Observing;
      const item = observed.menus.at(-1)?.items.find((one) => one.label === chosen);
      if (!item) throw new Error(`The menu has no "${chosen}".`);
      item.click();
    }, label);
  }

  /** What the person chooses in the next of the system's dialogs for files. */
  chooseFile(path: string): Promise<void> {
    return this.#launched().evaluate((_modules, chosen) => {
      const { observed } = globalThis as unknown as Observing;
      observed.files.push(chosen);
    }, path);
  }

  /** Who signs in in the browser from now on, one after the other. */
  setAccounts(usernames: readonly string[]): Promise<void> {
    return this.#launched().evaluate((_modules, names) => {
      const { observed } = globalThis as unknown as Observing;
      observed.accounts = names;
    }, usernames);
  }

  /** Everything main has told the window or answered it, and what a crash report would carry. */
  told(): Promise<readonly string[]> {
    return this.#launched().evaluate(({ crashReporter }) => {
      const { observed } = globalThis as unknown as Observing;
      return [...observed.messages, JSON.stringify(crashReporter.getParameters())];
    });
  }

  async close(): Promise<void> {
    await this.#electron?.close();
    this.#electron = null;
  }

  #launched(): ElectronApplication {
    if (!this.#electron) throw new Error('The app has not been launched.');
    return this.#electron;
  }
}

interface Fixtures {
  readonly simulator: Simulator;
  readonly desktop: Desktop | null;
  readonly app: App;
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what is asked for.
  simulator: async ({}, use) => {
    await using simulator = await Simulator.start();
    await use(simulator);
  },
  // eslint-disable-next-line no-empty-pattern -- As above.
  desktop: async ({}, use) => {
    await using desktop = process.platform === 'linux' ? await Desktop.start() : undefined;
    await use(desktop ?? null);
  },
  app: async ({ simulator, desktop }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'drivebell-e2e-'));
    const app = new App(simulator, dir, desktop);
    await use(app);
    await app.close();
    expect(secretsIn(app.said + logged(dir), simulator)).toEqual([]);
    // Chromium's processes may outlive the app for a moment.
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  },
});
