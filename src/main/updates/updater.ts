import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AppUpdater, NsisUpdater } from 'electron-updater';
import type { Updater } from '../../core/ports.ts';
import { judge, type Offered } from '../../core/updates/release.ts';
import type { UpdateFailure } from '../../shared/updates.ts';
import type { Get } from '../net.ts';
import { Feed, type FeedLimits, isOfDisk, usualLimits } from './feed.ts';

export interface UpdaterParts {
  readonly platform: NodeJS.Platform;
  readonly version: string;
  /** Where electron-builder has put `app-update.yml`. */
  readonly resourcesDir: string;
  /** Of the system: what is there may be lost at any time. */
  readonly cacheDir: string;
  readonly get: Get;
  readonly limits?: FeedLimits;
  /** Puts the file in the place of the app, and ends it; throws where that cannot be. */
  readonly install: (update: Downloaded) => Promise<void>;
}

/** What was downloaded, and who could install it. */
interface Downloaded {
  readonly path: string;
  readonly updater: AppUpdater;
}

interface Ready {
  readonly path: string;
  readonly sha512: string;
}

/** The one user of electron-updater, which is loaded when first needed. */
export class ElectronUpdater implements Updater {
  readonly #parts: UpdaterParts;
  readonly #feed: Feed;
  #updater: Promise<AppUpdater> | null = null;
  #offered: Offered | null = null;
  #ready: Ready | null = null;

  constructor(parts: UpdaterParts) {
    this.#parts = parts;
    this.#feed = new Feed(parts.get, parts.limits ?? usualLimits);
  }

  async look(): ReturnType<Updater['look']> {
    this.#offered = null;
    this.#ready = null;
    this.#feed.failure = null;
    try {
      const updater = await this.#load();
      const result = await updater.checkForUpdates();
      if (!result) return { ok: false, code: 'internal' };
      const judged = judge(result.updateInfo, this.#parts.version);
      if (!judged.ok) return judged;
      this.#offered = result.isUpdateAvailable ? judged.offered : null;
      return { ok: true, version: this.#offered?.version ?? null };
    } catch (thrown) {
      return { ok: false, code: this.#failed(thrown, 'feed-unreadable') };
    }
  }

  async download(onPercent: (percent: number) => void): Promise<UpdateFailure | null> {
    const offered = this.#offered;
    if (!offered) return 'internal';
    this.#ready = null;
    this.#feed.failure = null;
    this.#feed.mostFileBytes = offered.bytes;
    const updater = await this.#load();
    const tell = ({ transferred }: { readonly transferred: number }): void =>
      onPercent(Math.min(100, Math.floor((transferred / offered.bytes) * 100)));
    updater.on('download-progress', tell);
    try {
      const [path] = await updater.downloadUpdate();
      if (path === undefined) return 'internal';
      this.#ready = { path, sha512: await sha512Of(path) };
      return null;
    } catch (thrown) {
      return this.#failed(thrown, 'internal');
    } finally {
      updater.off('download-progress', tell);
    }
  }

  async install(): Promise<UpdateFailure> {
    const ready = this.#ready;
    if (!ready) return 'internal';
    const { path, sha512 } = ready;
    // It may have lain there for days.
    if ((await sha512Of(path).catch(() => null)) !== sha512) {
      this.#ready = null;
      await rm(path, { force: true });
      return 'damaged';
    }
    const updater = await this.#load();
    return new Promise((resolve) => {
      updater.once('error', () => resolve('not-installed'));
      this.#parts.install({ path, updater }).catch((thrown: unknown) => {
        resolve(isOfDisk(thrown) ? 'not-written' : 'not-installed');
      });
    });
  }

  #load(): Promise<AppUpdater> {
    this.#updater ??= createUpdater(this.#parts, this.#feed);
    return this.#updater;
  }

  #failed(thrown: unknown, usual: UpdateFailure): UpdateFailure {
    const { failure } = this.#feed;
    if (failure !== null) return failure;
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    if (code === 'ERR_CHECKSUM_MISMATCH') return 'damaged';
    if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'not-signed';
    if (code.startsWith('ERR_UPDATER_')) return 'feed-unreadable';
    return isOfDisk(thrown) ? 'not-written' : usual;
  }
}

/** With the rules that no setting, environment or feed may change. */
async function createUpdater(parts: UpdaterParts, feed: Feed): Promise<AppUpdater> {
  const { platform } = parts;
  const { default: all } = await import('electron-updater');
  const adapter = adapterOf(parts);
  const updater =
    platform === 'win32'
      ? checkingStrictly(new all.NsisUpdater(undefined, adapter))
      : platform === 'darwin'
        ? new all.MacUpdater(undefined, adapter)
        : new all.AppImageUpdater(undefined, adapter);
  updater.logger = silent;
  // What plays Electron's net has these two methods, and no others are asked for.
  Object.assign(updater, { httpExecutor: feed });
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  updater.isUserWithinRollout = () => true;
  return updater;
}

/** Its lines hold addresses, paths and what servers answered; ours say what came of it. */
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Where PowerShell cannot be run, electron-updater takes a signature for good, and only says so. */
function checkingStrictly(updater: NsisUpdater): NsisUpdater {
  const check = updater.verifyUpdateCodeSignature;
  updater.verifyUpdateCodeSignature = async (publishers, path) => {
    let isUnchecked = false;
    updater.logger = {
      ...silent,
      warn: (words) => {
        isUnchecked ||= /ignoring signature validation/i.test(String(words));
      },
    };
    const wrong = await check(publishers, path);
    updater.logger = silent;
    return isUnchecked ? 'unchecked' : wrong;
  };
  return updater;
}

type AppAdapter = NonNullable<ConstructorParameters<typeof NsisUpdater>[1]>;

function adapterOf(parts: UpdaterParts): AppAdapter {
  const { version, resourcesDir, cacheDir } = parts;
  return {
    version,
    name: 'drivebell',
    isPackaged: true,
    appUpdateConfigPath: join(resourcesDir, 'app-update.yml'),
    // It keeps a number of this installation there, which is sent nowhere.
    userDataPath: join(cacheDir, 'drivebell-updater'),
    baseCachePath: cacheDir,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  };
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}
