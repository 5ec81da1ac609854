import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyProgram } from './windows-program.ts';

export type PackagedPlatform = 'linux' | 'win32' | 'darwin';

/** What @electron/fuses looks for in a binary: the mark, the version, how many there are, and each as Electron is delivered. */
const fuseWire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011';
const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'];

/**
 * A folder that electron-builder takes for an unpacked Electron: enough to see what would be packed where the real one cannot
 * be had. Nothing in it runs.
 */
export function makePlaceholder(dir: string, platform: PackagedPlatform, version: string): void {
  const files = { linux: linuxFiles, win32: windowsFiles, darwin: macFiles }[platform]();
  const all = { version, LICENSE: '', 'LICENSES.chromium.html': '', ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, 0o755);
  }
}

type Files = Readonly<Record<string, string | Buffer>>;

function linuxFiles(): Files {
  return {
    electron: `\u007fELF${fuseWire}`,
    'locales/en-US.pak': '',
    'resources/app.txt': '',
    'chrome-sandbox': '',
  };
}

function windowsFiles(): Files {
  return {
    'electron.exe': emptyProgram(fuseWire),
    'locales/en-US.pak': '',
    'resources/app.txt': '',
  };
}

function macFiles(): Files {
  const contents = 'Electron.app/Contents';
  const frameworks = `${contents}/Frameworks`;
  return {
    [`${contents}/Info.plist`]: plist('Electron'),
    [`${contents}/MacOS/Electron`]: '',
    [`${contents}/Resources/electron.icns`]: '',
    [`${frameworks}/Electron Framework.framework/Electron Framework`]: fuseWire,
    [`${frameworks}/Electron Framework.framework/Resources/en.lproj/locale.pak`]: '',
    ...Object.fromEntries(
      helpers.flatMap((kind) => {
        const name = `Electron Helper${kind}`;
        const helper = `${frameworks}/${name}.app/Contents`;
        return [
          [`${helper}/Info.plist`, plist(name)],
          [`${helper}/MacOS/${name}`, ''],
        ];
      }),
    ),
  };
}

function plist(name: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0"><dict>',
    `<key>CFBundleName</key><string>${name}</string>`,
    `<key>CFBundleExecutable</key><string>${name}</string>`,
    '</dict></plist>',
  ].join('\n');
}
