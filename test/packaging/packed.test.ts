import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../scripts/support/build.ts';
import { filesBelow, pack, type Packed } from '../support/packed.ts';
import type { PackagedPlatform } from '../support/placeholder-electron.ts';
import { resourceOf } from '../support/windows-program.ts';
import { root } from '../../scripts/support/root.ts';

/** On Windows electron-builder refuses to pack for macOS. */
const isMacPacked = process.platform !== 'win32';
const systems: readonly PackagedPlatform[] = [
  'linux',
  'win32',
  ...(isMacPacked ? (['darwin'] as const) : []),
];
/** As a fuse says that it is on. */
const isOn = '1'.charCodeAt(0);
/** What a newcomer downloads is Electron; ours is to stay small beside it. */
const mostBytes = 4_000_000;

const dir = mkdtempSync(join(tmpdir(), 'drivebell-packed-'));
const packed = new Map<PackagedPlatform, Packed>();

beforeAll(async () => {
  buildApp();
  for (const system of systems) packed.set(system, await pack(join(dir, system), system));
}, 300_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function of(system: PackagedPlatform): Packed {
  const found = packed.get(system);
  if (!found) throw new Error(`${system} was not packed.`);
  return found;
}

const asarOf = (system: PackagedPlatform): string => join(of(system).resources, 'app.asar');

/** All files in app.asar, with slashes and without the first. */
function listed(system: PackagedPlatform): readonly string[] {
  const folder = join(dir, system, 'extracted');
  extractAll(asarOf(system), folder);
  return filesBelow(folder);
}

describe.each(systems)('app.asar for %s', (system) => {
  it('holds what runs, and nothing else', () => {
    const built = filesBelow(join(root, 'out')).filter((name) => !name.endsWith('.map'));
    const drawn = filesBelow(join(root, 'assets/tray', system));
    expect(listed(system)).toEqual(
      [
        'LICENSE',
        'package.json',
        ...built.map((name) => `out/${name}`),
        ...drawn.map((name) => `assets/tray/${system}/${name}`),
        ...(system === 'linux' ? ['build/icons/256x256.png'] : []),
      ].toSorted(),
    );
  });

  it('stays within its size', () => {
    expect(statSync(asarOf(system)).size).toBeLessThan(mostBytes);
  });

  it('says of itself what Electron needs, and no more of how it is made', () => {
    const manifest = JSON.parse(String(extractFile(asarOf(system), 'package.json'))) as object;
    expect(manifest).toMatchObject({
      type: 'module',
      main: 'out/main/index.js',
      productName: 'Drivebell',
      desktopName: 'drivebell.desktop',
    });
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest).not.toHaveProperty('devDependencies');
  });

  it('lies beside nothing but what is Electron’s', () => {
    const ours = filesBelow(of(system).resources).filter(
      (name) => !/\.(icns|txt|html|pak)$/.test(name),
    );
    expect(ours).toEqual(
      system === 'linux'
        ? ['app-update.yml', 'app.asar', 'app.asar.unpacked/build/icons/256x256.png']
        : ['app.asar'],
    );
  });

  it('can be led around by no switch or variable', async () => {
    const wire = Object.entries(await getCurrentFuseWire(of(system).program));
    const states = Object.fromEntries(
      wire
        .filter(([fuse]) => /^\d+$/.test(fuse))
        .map(([fuse, state]) => [FuseV1Options[Number(fuse)] ?? fuse, Number(state) === isOn]),
    );
    expect(states).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      // Traps of WebAssembly, which @electron/fuses does not name yet: left as Electron is delivered.
      '8': true,
    });
  });
});

it('is sealed on Windows: the program knows what its files must be', () => {
  const { headerString } = getRawHeader(asarOf('win32'));
  expect(headerString).toContain('"integrity"');
  const seal = resourceOf(readFileSync(of('win32').program), 'INTEGRITY', 'ELECTRONASAR');
  expect(seal).toContain(String.raw`resources\\app.asar`);
});

it.each(isMacPacked ? ['Info.plist'] : [])('is sealed on macOS, too, by %s', (name) => {
  const plist = readFileSync(join(of('darwin').program, 'Contents', name), 'utf8');
  expect(plist).toMatch(/ElectronAsarIntegrity[\s\S]*Resources\/app\.asar/);
  expect(plist).toMatch(/<key>LSUIElement<\/key>\s*<true\/>/);
});

it('is listed the same, however often it is packed', async () => {
  const again = await pack(join(dir, 'again'), 'linux');
  expect(listPackage(join(again.resources, 'app.asar'), { isPack: false })).toEqual(
    listPackage(asarOf('linux'), { isPack: false }),
  );
}, 120_000);

// The other systems' folders get it only where an installer is made of them.
it('says where new versions are', () => {
  const path = join(of('linux').resources, 'app-update.yml');
  expect(readFileSync(path, 'utf8').trim().split('\n').toSorted()).toEqual([
    'owner: drivebell',
    'provider: github',
    'repo: drivebell',
    'updaterCacheDirName: drivebell-updater',
  ]);
});
