import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, Platform } from 'app-builder-lib';
import { log } from 'builder-util';
import { makePlaceholder, type PackagedPlatform } from './placeholder-electron.ts';
import { root } from '../../scripts/support/root.ts';

interface Places {
  readonly platform: Platform;
  /** The unpacked app within electron-builder's output. */
  readonly folder: string;
  readonly program: string;
  readonly resources: string;
}

const places: Readonly<Record<PackagedPlatform, Places>> = {
  linux: {
    platform: Platform.LINUX,
    folder: 'linux-unpacked',
    program: 'drivebell',
    resources: 'resources',
  },
  win32: {
    platform: Platform.WINDOWS,
    folder: 'win-unpacked',
    program: 'Drivebell.exe',
    resources: 'resources',
  },
  darwin: {
    platform: Platform.MAC,
    folder: 'mac',
    program: 'Drivebell.app',
    resources: 'Drivebell.app/Contents/Resources',
  },
};

export interface Packed {
  readonly dir: string;
  /** What fuses are read from. */
  readonly program: string;
  readonly resources: string;
}

/** Packs what is built in `out` around a placeholder for Electron, below `dir`, as `npm run package -- --dir` would around the real one. */
export async function pack(dir: string, system: PackagedPlatform): Promise<Packed> {
  const { platform, folder, program, resources } = places[system];
  const electronDist = join(dir, 'electron');
  makePlaceholder(electronDist, system, electronVersion());
  Object.assign(log, { info: () => undefined, warn: () => undefined });
  await build({
    projectDir: root,
    targets: platform.createTarget('dir', Arch.x64),
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronDist,
      directories: { output: join(dir, 'dist') },
      // A placeholder is no program that could be sealed or signed.
      electronFuses: { resetAdHocDarwinSignature: false },
      mac: { identity: null },
    },
  });
  const unpacked = join(dir, 'dist', folder);
  return {
    dir: unpacked,
    program: join(unpacked, program),
    resources: join(unpacked, resources),
  };
}

/** Every file below, as a path from there with slashes. */
export function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}

function electronVersion(): string {
  const file = join(root, 'node_modules/electron/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
