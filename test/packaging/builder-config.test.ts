import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { expect, it } from 'vitest';
import { releasesPage } from '../../src/core/updates/release.ts';
import { root } from '../../scripts/support/root.ts';

const path = join(root, 'electron-builder.yml');

type Config = Awaited<ReturnType<typeof getConfig>>;
const load = (file: string): Promise<Config> => getConfig(root, file, null);
const validate = (config: Config): Promise<void> =>
  validateConfiguration(config, new DebugLogger(false));

async function validateText(text: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'drivebell-builder-'));
  try {
    writeFileSync(join(folder, 'electron-builder.yml'), text);
    await validate(await load(join(folder, 'electron-builder.yml')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it('is valid by electron-builder’s own schema', async () => {
  await expect(validate(await load(path))).resolves.toBeUndefined();
});

it('would be refused with an unknown key or a wrong type', async () => {
  const text = readFileSync(path, 'utf8');
  await expect(validateText(`${text}\nlinuxx: {}\n`)).rejects.toThrow("unknown property 'linuxx'");
  await expect(
    validateText(text.replace('npmRebuild: false', 'npmRebuild: never')),
  ).rejects.toThrow('npmRebuild should be a boolean');
});

it('closes every way around the app', async () => {
  const { electronFuses } = await load(path);
  const { resetAdHocDarwinSignature: _noFuse, ...fuses } = electronFuses ?? {};
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

it('leaves what nobody signs able to start on Apple silicon', async () => {
  const { electronFuses } = await load(path);
  expect(electronFuses?.resetAdHocDarwinSignature).toBe(true);
});

// Where a file is not named, electron-builder takes one of its own, which allows much more.
it('lets the app and what it starts do no more on macOS than V8 needs', async () => {
  const { mac } = await load(path);
  const file = 'build/entitlements.mac.plist';
  expect([mac?.entitlements, mac?.entitlementsInherit]).toEqual([file, file]);
  const entitlements = readFileSync(join(root, file), 'utf8');
  expect([...entitlements.matchAll(/<key>(.+)<\/key>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
  ]);
});

it('stays out of the Dock and awake on macOS, and installs for one user on Windows', async () => {
  const { mac, nsis, productName } = await load(path);
  expect(mac?.extendInfo).toEqual({ LSUIElement: true, NSAppSleepDisabled: true });
  expect(mac?.hardenedRuntime).toBe(true);
  expect(nsis).toMatchObject({ oneClick: true, perMachine: false, shortcutName: productName });
});

it('clears the login item under the name Electron gives it', async () => {
  const { appId } = await load(path);
  const script = readFileSync(join(root, 'build/installer.nsh'), 'utf8');
  expect(script).toContain(String.raw`\CurrentVersion\Run" "${appId}"`);
});

it('clears the class that Windows starts for toasts, under the id it was given', () => {
  const index = readFileSync(join(root, 'src/main/index.ts'), 'utf8');
  const [, classId] = /setToastActivatorCLSID\('(.+)'\)/.exec(index) ?? [];
  const script = readFileSync(join(root, 'build/installer.nsh'), 'utf8');
  expect(script).toContain(`DeleteRegKey HKCU "Software\\Classes\\CLSID\\${classId}"`);
});

it('asks before an uninstall deletes what is the person’s, and keeps it by default', async () => {
  const { nsis, productName } = await load(path);
  const script = readFileSync(join(root, 'build/installer.nsh'), 'utf8');
  expect(nsis?.deleteAppDataOnUninstall).toBe(false);
  expect(script).toContain('MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2');
  // Nobody answers an uninstall without a word, and an update is none.
  expect(script).toMatch(/GetOptions} \$R0 "\/S" \$R1\s+\${if} \${Errors}/);
  expect(script.match(/\${ifNot} \${isUpdated}/g)).toHaveLength(2);
  // Electron keeps its data in a folder that is called like the app.
  expect(readFileSync(join(root, 'src/main/index.ts'), 'utf8')).toContain(
    `app.setName('${productName}')`,
  );
  expect([...script.matchAll(/RMDir \/r "(.+)"/g)].map(([, folder]) => folder)).toEqual([
    `$APPDATA\\${productName}`,
    String.raw`$LOCALAPPDATA\drivebell-updater`,
  ]);
});

it('is called and sorted the same in every package of Linux, as Electron calls its windows', async () => {
  const { linux, nsis, productName } = await load(path);
  const { desktopName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly desktopName: string;
  };
  expect(linux).toMatchObject({
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
    executableName: 'drivebell',
    syncDesktopName: true,
    category: 'Utility',
  });
  // Toasts, the launcher's count and the autostart entry go by this name and this icon.
  expect(desktopName).toBe(`${linux?.executableName}.desktop`);
  expect([productName, nsis?.shortcutName]).toEqual(['Drivebell', 'Drivebell']);
});

it('makes AppImages that start without libfuse2', async () => {
  const { toolsets } = await load(path);
  expect(toolsets?.appimage).toMatch(/^1\./);
});

it('packs for Intel and Apple silicon', async () => {
  const { mac, win } = await load(path);
  expect([mac?.category, win?.target]).toEqual(['public.app-category.productivity', ['nsis']]);
  expect(mac?.target).toEqual(['dmg', 'zip'].map((target) => ({ target, arch: ['x64', 'arm64'] })));
});

it('names icons and resources that exist', async () => {
  const { mac, win, linux, nsis } = await load(path);
  const named = [mac?.icon, mac?.entitlements, win?.icon, linux?.icon, nsis?.include];
  expect(named.filter((file) => !existsSync(join(root, String(file))))).toEqual([]);
});

it('publishes where new versions are looked for, and nowhere else', async () => {
  const { publish, win } = await load(path);
  expect(publish).toEqual({ provider: 'github', owner: 'drivebell', repo: 'drivebell' });
  const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly homepage: string;
  };
  expect([releasesPage, homepage]).toEqual([
    'https://github.com/drivebell/drivebell/releases',
    'https://github.com/drivebell/drivebell',
  ]);
  expect(win?.verifyUpdateCodeSignature).toBe(true);
});
