import { setTimeout as delay } from 'node:timers/promises';
import type { Changed } from './cloud/change.ts';
import type { Drives } from './cloud/cloud.ts';
import type { Drive } from './cloud/drive.ts';
import type { DriveKey } from './cloud/drive-facts.ts';
import { Seeded } from './cloud/seeded.ts';
import { newFileNames, newFolderNames, renamed } from './colleagues-names.ts';

export interface ColleaguesOptions {
  readonly drives?: readonly DriveKey[] | undefined;
  readonly seed?: number | undefined;
  /** Between two changes, on average; each pause is half to one and a half times that. */
  readonly everyMs?: number | undefined;
}

type Doing = (drive: Drive) => Changed | null;

/** People at work: the next believable change, one at a time or at a pace. The same seed does the same things. */
export class Colleagues {
  readonly #drives: readonly Drive[];
  readonly #chance: Seeded;
  readonly #everyMs: number;
  readonly #deleted: { drive: Drive; itemId: string }[] = [];
  readonly #habits: readonly (readonly [weight: number, doing: Doing])[] = [
    [50, (drive) => this.#edit(drive)],
    [20, (drive) => this.#create(drive)],
    [8, (drive) => this.#rename(drive)],
    [8, (drive) => this.#move(drive)],
    [6, (drive) => this.#delete(drive)],
    [5, (drive) => this.#share(drive)],
    [3, () => this.#restore()],
  ];

  constructor(drives: Drives, options: ColleaguesOptions = {}) {
    const {
      drives: keys = ['onedrive', 'finance', 'product'],
      seed = 1,
      everyMs = 3_000,
    } = options;
    this.#drives = keys.map((key) => drives[key]);
    this.#chance = new Seeded(seed);
    this.#everyMs = everyMs;
  }

  /** Makes the next change, at once. */
  next(): Changed {
    for (;;) {
      const changed = this.#habit()(this.#chance.pick(this.#drives));
      if (changed) return changed;
    }
  }

  /** Changes at a pace, until the signal; each is made when it is handed out. */
  async *work(signal?: AbortSignal): AsyncGenerator<Changed, void, undefined> {
    for (;;) {
      const pause = this.#everyMs * (0.5 + this.#chance.next());
      try {
        await delay(pause, undefined, signal ? { signal } : {});
      } catch {
        return;
      }
      yield this.next();
    }
  }

  #habit(): Doing {
    const total = this.#habits.reduce((sum, [weight]) => sum + weight, 0);
    let point = this.#chance.next() * total;
    for (const [weight, doing] of this.#habits) {
      point -= weight;
      if (point < 0) return doing;
    }
    return (drive) => this.#edit(drive);
  }

  #edit(drive: Drive): Changed | null {
    const path = this.#pick(drive.paths('file').filter((one) => /\.(docx|xlsx|pptx)$/.test(one)));
    return path === null ? null : drive.edit(path, { by: this.#who(drive) });
  }

  #create(drive: Drive): Changed | null {
    const folder = this.#pick(drive.paths('folder'));
    if (folder === null) return null;
    const by = this.#who(drive);
    if (this.#chance.chance(0.2)) {
      const name = this.#fresh(drive, folder, newFolderNames);
      return name === null ? null : drive.createFolder(`${folder}/${name}`, { by });
    }
    const name = this.#fresh(drive, folder, newFileNames);
    return name === null ? null : drive.createFile(`${folder}/${name}`, { by });
  }

  #rename(drive: Drive): Changed | null {
    const path = this.#pick(drive.paths('file'));
    if (path === null) return null;
    const cut = path.lastIndexOf('/');
    const name = renamed(path.slice(cut + 1), this.#chance);
    const isTaken = drive.journal.current.find(`${path.slice(0, cut)}/${name}`) !== undefined;
    return isTaken ? null : drive.rename(path, name, { by: this.#who(drive) });
  }

  #move(drive: Drive): Changed | null {
    const path = this.#pick(drive.paths('file'));
    const folder = this.#pick(drive.paths('folder'));
    if (path === null || folder === null) return null;
    const target = `${folder}${path.slice(path.lastIndexOf('/'))}`;
    const isTaken = drive.journal.current.find(target) !== undefined;
    return isTaken ? null : drive.move(path, folder, { by: this.#who(drive) });
  }

  #delete(drive: Drive): Changed | null {
    const files = drive.paths('file');
    // Nobody empties a drive.
    const path = files.length > 20 ? this.#pick(files) : null;
    if (path === null) return null;
    const changed = drive.delete(path, { by: this.#who(drive) });
    this.#deleted.push({ drive, itemId: changed.itemId });
    return changed;
  }

  #share(drive: Drive): Changed | null {
    const path = this.#pick(drive.paths('file'));
    const item = path === null ? undefined : drive.journal.current.find(path);
    if (path === null || item?.shared) return null;
    return drive.share(path, { by: this.#who(drive) });
  }

  #restore(): Changed | null {
    const deletion = this.#deleted.pop();
    if (!deletion) return null;
    const { drive, itemId } = deletion;
    return drive.restore(itemId, { by: this.#who(drive) });
  }

  #who(drive: Drive): string {
    return this.#chance.pick(drive.colleagues).name;
  }

  #pick(paths: readonly string[]): string | null {
    return paths.length === 0 ? null : this.#chance.pick(paths);
  }

  #fresh(drive: Drive, folder: string, names: readonly string[]): string | null {
    const free = names.filter(
      (name) => drive.journal.current.find(`${folder}/${name}`) === undefined,
    );
    return free.length === 0 ? null : this.#chance.pick(free);
  }
}
