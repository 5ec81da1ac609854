import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandLine, executablePath } from './command-line.ts';

const home = os.homedir();
const env = process.env;

const appData =
  process.platform === 'win32'
    ? (env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'))
    : process.platform === 'darwin'
      ? path.join(home, 'Library', 'Application Support')
      : (env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'));

/** `app.getPath` and `app.setPath`: computed when first asked for, then fixed. */
export class AppPaths {
  readonly #set = new Map<string, string>();
  readonly #appName: () => string;

  constructor(appName: () => string) {
    this.#appName = appName;
    const given = commandLine.getSwitchValue('user-data-dir');
    if (given) {
      this.#set.set('userData', path.resolve(given));
      mkdirSync(path.resolve(given), { recursive: true });
    }
  }

  get(name: string): string {
    const found = this.#set.get(name) ?? this.#compute(name);
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    this.#set.set(name, found);
    return found;
  }

  set(name: string, value: string): void {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
    if (this.#compute(name) === undefined) throw new Error('Failed to set path');
    this.#set.set(name, value);
  }

  #compute(name: string): string | undefined {
    const computed: Record<string, () => string> = {
      home: () => home,
      appData: () => appData,
      userData: () => path.join(appData, this.#appName()),
      sessionData: () => this.get('userData'),
      logs: () => path.join(this.get('userData'), 'logs'),
      crashDumps: () => path.join(this.get('userData'), 'Crashpad'),
      temp: () => os.tmpdir(),
      exe: () => executablePath,
      module: () => executablePath,
      assets: () => path.dirname(executablePath),
      cache: () => env['XDG_CACHE_HOME'] ?? path.join(home, '.cache'),
      desktop: () => path.join(home, 'Desktop'),
      documents: () => path.join(home, 'Documents'),
      downloads: () => path.join(home, 'Downloads'),
      music: () => path.join(home, 'Music'),
      pictures: () => path.join(home, 'Pictures'),
      videos: () => path.join(home, 'Videos'),
    };
    return computed[name]?.();
  }
}
