import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { releasesPage } from '../../../src/core/updates/release.ts';
import { chromiumGet } from '../../../src/main/net.ts';
import { networkSession } from '../../../src/main/sessions.ts';
import { type FeedLimits, usualLimits } from '../../../src/main/updates/feed.ts';
import { ElectronUpdater } from '../../../src/main/updates/updater.ts';
import { given, resetElectron } from '../support/electron.ts';
import { FeedServer, paths } from './feed-server.ts';

const root = process.cwd();
let dir: string;
let feed: FeedServer;
let installed: string[];
let installing: unknown;

const yml = paths.yml('latest-linux.yml');
let system: 'linux' | 'win32';

beforeEach(async () => {
  resetElectron();
  dir = mkdtempSync(join(tmpdir(), 'drivebell-update-'));
  mkdirSync(join(dir, 'resources'));
  writeFileSync(
    join(dir, 'resources', 'app-update.yml'),
    'provider: github\nowner: drivebell\nrepo: drivebell\nupdaterCacheDirName: drivebell-updater\n',
  );
  writeFileSync(join(dir, 'Drivebell.AppImage'), 'as it was');
  vi.stubEnv('APPIMAGE', join(dir, 'Drivebell.AppImage'));
  // Whatever the machine is that runs the tests.
  vi.stubEnv('TEST_UPDATER_ARCH', 'x64');
  system = 'linux';
  installed = [];
  feed = await FeedServer.listen();
  for (const host of ['github.com', 'release-assets.githubusercontent.com']) {
    given.hosts.set(`https://${host}`, feed.origin);
  }
});

afterEach(async () => {
  process.chdir(root);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await feed[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true });
});

function updater(limits: FeedLimits = usualLimits, version = '1.0.0'): ElectronUpdater {
  return new ElectronUpdater({
    platform: system,
    version,
    resourcesDir: join(dir, 'resources'),
    cacheDir: join(dir, 'cache'),
    get: chromiumGet(networkSession),
    limits,
    install: async ({ path, updater: theirs }) => {
      installing = theirs;
      installed.push(path);
    },
  });
}

const pendingDir = (): string => join(dir, 'cache', 'drivebell-updater', 'pending');
const pending = (): readonly string[] =>
  existsSync(pendingDir()) ? readdirSync(pendingDir()) : [];

async function get(ours: ElectronUpdater): Promise<unknown> {
  const found = await ours.look();
  return found.ok && found.version !== null ? ours.download(() => undefined) : found;
}

/** Neither now nor by whatever is left behind. */
async function expectNothingInstalled(ours: ElectronUpdater): Promise<void> {
  expect(pending()).toEqual([]);
  expect(await ours.install()).toBe('internal');
  expect(installed).toEqual([]);
  expect(readFileSync(join(dir, 'Drivebell.AppImage'), 'utf8')).toBe('as it was');
}

describe('a newer version', () => {
  it('is found, downloaded, and installed once asked for', async () => {
    const ours = updater();
    expect(await ours.look()).toEqual({ ok: true, version: '1.1.0' });
    expect(pending()).toEqual([]);
    const percents: number[] = [];
    expect(await ours.download((percent) => percents.push(percent))).toBeNull();
    expect(percents.at(-1)).toBe(100);
    expect(installed).toEqual([]);
    void ours.install();
    await vi.waitFor(() => expect(installed).toHaveLength(1), { timeout: 10_000 });
    expect(readFileSync(installed[0] ?? '').equals(feed.file)).toBe(true);
  });

  it('is installed by rules that no feed changes', async () => {
    const ours = updater();
    expect(await get(ours)).toBeNull();
    void ours.install();
    await vi.waitFor(() => expect(installed).toHaveLength(1), { timeout: 10_000 });
    expect(installing).toMatchObject({
      autoDownload: false,
      // Who quits may be about to shut down, and has not asked for it.
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
      disableDifferentialDownload: true,
    });
  });

  it('is spoken of nowhere by the library, whose lines hold addresses and paths', async () => {
    const said = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level),
    );
    await get(updater());
    feed.version = 'none';
    await get(updater());
    expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it('is for everybody: nobody is chosen by a number of this installation', async () => {
    answer(`${feed.yml}stagingPercentage: 0\n`);
    expect(await get(updater())).toBeNull();
  });

  it('is not downloaded twice, as after a restart', async () => {
    expect(await get(updater())).toBeNull();
    feed.asked.length = 0;
    expect(await get(updater())).toBeNull();
    expect(feed.paths.some((path) => path.includes('AppImage'))).toBe(false);
  });

  it('is downloaded anew where what was downloaded has changed meanwhile', async () => {
    expect(await get(updater())).toBeNull();
    writeFileSync(join(pendingDir(), feed.named), 'tampered');
    const ours = updater();
    expect(await get(ours)).toBeNull();
    void ours.install();
    await vi.waitFor(() => expect(installed).toHaveLength(1), { timeout: 10_000 });
    expect(readFileSync(installed[0] ?? '').equals(feed.file)).toBe(true);
  });

  it('is not installed where it has changed since it was downloaded', async () => {
    const ours = updater();
    expect(await get(ours)).toBeNull();
    writeFileSync(join(pendingDir(), feed.named), 'tampered');
    expect(await ours.install()).toBe('damaged');
    expect([installed, existsSync(join(pendingDir(), feed.named))]).toEqual([[], false]);
    expect(await ours.install()).toBe('internal');
  });

  it('says nothing of who asks', async () => {
    await get(updater());
    for (const { headers } of feed.asked) {
      const { accept: _accept, connection: _connection, host: _host, ...others } = headers;
      // Chromium would say its version and the system's, and the person's languages.
      expect(others).toEqual({ 'accept-language': 'en', 'user-agent': 'Drivebell' });
    }
  });

  it('is not there where this is the newest', async () => {
    const ours = updater(usualLimits, '1.1.0');
    expect(await ours.look()).toEqual({ ok: true, version: null });
    await expectNothingInstalled(ours);
  });
});

describe('on Windows', () => {
  const publisher = 'publisherName:\n  - CN=The Drivebell authors\n';

  beforeEach(() => {
    system = 'win32';
    feed.named = 'Drivebell-Setup-1.1.0.exe';
  });

  it('the installer is found and downloaded', async () => {
    expect(await get(updater())).toBeNull();
  });

  it('an installer whose signature cannot be checked is refused', async () => {
    appendFileSync(join(dir, 'resources', 'app-update.yml'), publisher);
    // No PowerShell is to be found; what is written for its shell becomes a file here.
    process.chdir(dir);
    vi.stubEnv('PATH', '/nowhere');
    const ours = updater();
    expect(await get(ours)).toBe('not-signed');
    await expectNothingInstalled(ours);
  });
});

describe('what is damaged or tampered with is refused:', () => {
  it.each<[string, () => void, string]>([
    ['another checksum', () => (feed.sha512 = `${'A'.repeat(86)}==`), 'damaged'],
    [
      'another file',
      () => feed.instead.set(paths.asset(feed.named), (_r, response) => response.end('malware')),
      'damaged',
    ],
    [
      'a file of the same length',
      () => {
        const other = Buffer.alloc(feed.file.length, 'x');
        feed.instead.set(paths.asset(feed.named), (_r, response) => response.end(other));
      },
      'damaged',
    ],
    [
      'a file that goes on and on',
      () => {
        const piece = Buffer.alloc(100_000);
        feed.instead.set(paths.asset(feed.named), (_r, response) => {
          const goOn = (): void => {
            while (response.write(piece));
          };
          response.on('drain', goOn);
          goOn();
        });
      },
      'damaged',
    ],
    [
      'a file that ends too early',
      () => {
        const { file } = feed;
        feed.instead.set(paths.asset(feed.named), (_r, response) =>
          response.end(file.subarray(0, 1000)),
        );
      },
      'damaged',
    ],
    [
      'a line that is cut',
      () => {
        const { file } = feed;
        feed.instead.set(paths.asset(feed.named), (_r, response) => {
          response.writeHead(200, { 'content-length': file.length });
          response.write(file.subarray(0, 1000), () => response.destroy());
        });
      },
      'no-network',
    ],
    [
      'a file that is not there',
      () =>
        feed.instead.set(paths.asset(feed.named), (_r, response) => response.writeHead(404).end()),
      'feed-unreadable',
    ],
    [
      'a server that is down',
      () =>
        feed.instead.set(paths.asset(feed.named), (_r, response) => response.writeHead(503).end()),
      'server-down',
    ],
  ])('%s', async (_what, spoil, code) => {
    spoil();
    const ours = updater();
    expect(await get(ours)).toBe(code);
    await expectNothingInstalled(ours);
  });
});

describe('a feed is refused that', () => {
  it.each<[string, () => void, string]>([
    ['offers an older version', () => (feed.version = '0.9.0'), 'older'],
    ['offers a trial version', () => (feed.version = '1.2.0-beta.1'), 'prerelease'],
    [
      'names a file above',
      () => (feed.named = '../../../evil/evil/releases/download/v9/x.AppImage'),
      'feed-foreign',
    ],
    [
      'names a file elsewhere',
      () => (feed.named = 'https://evil.example/x.AppImage'),
      'feed-foreign',
    ],
    ['names a file by its encoding', () => (feed.named = '..%2f..%2fx.AppImage'), 'feed-foreign'],
    [
      'is a page',
      () => answer('<!doctype html><html><body>Sign in to this Wi-Fi</body></html>'),
      'feed-unreadable',
    ],
    ['is garbage', () => answer('\u0000\u0001: [unclosed'), 'feed-unreadable'],
    ['is empty', () => answer(''), 'feed-unreadable'],
    ['is huge', () => answer(`${feed.yml}# ${'x'.repeat(3_000_000)}\n`), 'feed-unreadable'],
    [
      'has no checksum',
      () => answer(`version: 1.1.0\nfiles:\n  - url: ${feed.named}\n    size: 7\n`),
      'feed-unreadable',
    ],
    [
      'is not there',
      () => feed.instead.set(yml, (_r, response) => response.writeHead(404).end()),
      'feed-unreadable',
    ],
    [
      'is down',
      () => feed.instead.set(yml, (_r, response) => response.writeHead(500).end()),
      'server-down',
    ],
    ['leads to an unsafe address', () => lead(`http://github.com${yml}`), 'feed-foreign'],
    ['leads to another host', () => lead('https://evil.example/latest-linux.yml'), 'feed-foreign'],
    [
      'leads to another repository',
      () => lead('https://github.com/evil/evil/releases/download/v9/latest-linux.yml'),
      'feed-foreign',
    ],
    ['leads in a circle', () => lead(`https://github.com${yml}`), 'feed-foreign'],
    [
      'has no releases',
      () => feed.instead.set(paths.list, (_r, response) => response.end('<feed></feed>')),
      'feed-unreadable',
    ],
    [
      'lists no releases but a page',
      () => feed.instead.set(paths.list, (_r, response) => response.end('<p>Hello')),
      'feed-unreadable',
    ],
    ['cannot be reached', () => given.hosts.clear(), 'no-network'],
  ])('%s', async (_what, spoil, code) => {
    spoil();
    const ours = updater();
    expect(await get(ours)).toEqual({ ok: false, code });
    await expectNothingInstalled(ours);
  });

  it.each([
    'https://evil.example/a',
    'http://release-assets.githubusercontent.com/a',
    `${releasesPage}x/a`,
  ])('leads the download to %s', async (location) => {
    feed.instead.set(paths.yml(feed.named), (_r, response) =>
      response.writeHead(302, { location }).end(),
    );
    const ours = updater();
    expect(await get(ours)).toBe('feed-foreign');
    await expectNothingInstalled(ours);
  });

  it.each([
    'provider: github\nowner: evil\nrepo: evil\n',
    'provider: generic\nurl: https://evil.example\n',
  ])('is another one, whatever lies beside the app: %j', async (config) => {
    writeFileSync(join(dir, 'resources', 'app-update.yml'), config);
    given.hosts.set('https://evil.example', feed.origin);
    const ours = updater();
    expect(await ours.look()).toEqual({ ok: false, code: 'feed-foreign' });
    expect(feed.asked).toEqual([]);
  });

  it('was refused the last time, after one that was not', async () => {
    const ours = updater();
    expect(await ours.look()).toMatchObject({ ok: true, version: '1.1.0' });
    feed.version = '1.2.0-beta.1';
    expect(await ours.look()).toMatchObject({ ok: false });
    expect(await ours.download(() => undefined)).toBe('internal');
    await expectNothingInstalled(ours);
  });
});

describe('a server that hangs is given up', () => {
  const soon = { ...usualLimits, stillMs: 150 };
  const silent = (): void => undefined;

  it.each([paths.list, paths.latest, yml])('at %s', async (path) => {
    feed.instead.set(path, silent);
    const ours = updater(soon);
    expect(await get(ours)).toEqual({ ok: false, code: 'too-slow' });
    await expectNothingInstalled(ours);
  });

  it('in the middle of a file', async () => {
    const { file } = feed;
    feed.instead.set(paths.asset(feed.named), (_r, response) => {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, 1000));
    });
    const limits = { ...usualLimits, stillMs: usualLimits.stillMs };
    const ours = updater(limits);
    expect(await ours.look()).toMatchObject({ ok: true });
    limits.stillMs = 150;
    expect(await ours.download(() => undefined)).toBe('too-slow');
    await expectNothingInstalled(ours);
  });

  it('also where it sends a byte now and then', async () => {
    feed.instead.set(yml, (_r, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const ours = updater({ ...usualLimits, textMs: 300 });
    expect(await get(ours)).toEqual({ ok: false, code: 'too-slow' });
    await expectNothingInstalled(ours);
  });
});

it('says so where nothing can be written', async () => {
  writeFileSync(join(dir, 'cache'), 'a file in its place');
  expect(await get(updater())).toBe('not-written');
});

function answer(text: string): void {
  feed.instead.set(yml, (_request, response) => response.end(text));
}

function lead(location: string): void {
  feed.instead.set(yml, (_request, response) => response.writeHead(302, { location }).end());
}
