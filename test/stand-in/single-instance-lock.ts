import { type FSWatcher, mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode } from './wire.ts';

export interface SecondInstance {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** A killed owner's process id may belong to a stranger by now; its start time tells them apart. */
function identityOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch {
    return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${pid}-${fields[19]}`;
  } catch {
    return String(pid);
  }
}

/**
 * One running app per userData folder. A link names the owner, made and read in one step; a later
 * instance leaves its message as a file beside it.
 */
export class SingleInstanceLock {
  readonly #link: string;
  readonly #messages: string;
  #watcher: FSWatcher | null = null;

  constructor(userData: string) {
    this.#link = path.join(userData, 'SingletonLock');
    this.#messages = path.join(userData, 'SingletonMessages');
  }

  get held(): boolean {
    return this.#watcher !== null;
  }

  request(message: SecondInstance, onSecondInstance: (message: SecondInstance) => void): boolean {
    mkdirSync(this.#messages, { recursive: true });
    if (!this.#own()) {
      this.#leave(message);
      return false;
    }
    for (const name of readdirSync(this.#messages)) rmSync(path.join(this.#messages, name));
    this.#watcher = watch(this.#messages, () => {
      for (const found of this.#collect()) onSecondInstance(found);
    });
    this.#watcher.unref();
    return true;
  }

  release(): void {
    if (!this.#watcher) return;
    this.#watcher.close();
    this.#watcher = null;
    rmSync(this.#link, { force: true });
  }

  #own(): boolean {
    const self = identityOf(process.pid) ?? String(process.pid);
    for (;;) {
      try {
        symlinkSync(self, this.#link);
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const owner = readlinkSync(this.#link);
      if (identityOf(Number.parseInt(owner, 10)) === owner) return false;
      rmSync(this.#link, { force: true });
    }
  }

  #leave(message: SecondInstance): void {
    const file = path.join(this.#messages, `${process.pid}`);
    writeFileSync(`${file}.tmp`, encode(message));
    renameSync(`${file}.tmp`, `${file}.message`);
  }

  #collect(): SecondInstance[] {
    const names = readdirSync(this.#messages).filter((name) => name.endsWith('.message'));
    return names.map((name) => {
      const file = path.join(this.#messages, name);
      const message = decode(readFileSync(file, 'utf8')) as SecondInstance;
      rmSync(file);
      return message;
    });
  }
}
