import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../shared/ipc.ts';
import type { Licence } from '../shared/licences.ts';
import { showInFolder } from './shell.ts';

/** Where the running program lies. */
interface Program {
  readonly platform: NodeJS.Platform;
  readonly execPath: string;
  readonly resourcesPath: string;
}

/** The words under which others let their work be part of the app. */
export class Licences {
  readonly #dir: string;
  readonly #program: Program;

  /** `dir`: where the bundler has written down what it has bundled, part by part. */
  constructor(dir: string, program: Program) {
    this.#dir = dir;
    this.#program = program;
  }

  list(): readonly Licence[] {
    const parts = readdirSync(this.#dir).map((name) => readFileSync(join(this.#dir, name), 'utf8'));
    const all = parts.flatMap((part) => JSON.parse(part) as readonly Licence[]);
    const byName = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
    return [...byName]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, licence]) => licence);
  }

  /** Chromium's fill a file of their own, which comes with Electron. */
  showChromiums(): Outcome<void> {
    const { platform, execPath, resourcesPath } = this.#program;
    const dir = platform === 'darwin' ? resourcesPath : dirname(execPath);
    const path = join(dir, 'LICENSES.chromium.html');
    if (!existsSync(path)) return { ok: false, code: 'not-found' };
    showInFolder(path);
    return { ok: true, value: undefined };
  }
}
