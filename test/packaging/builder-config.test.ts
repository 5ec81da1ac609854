import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
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
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  const entitlements = readFileSync(join(root, 'build/entitlements.mac.plist'), 'utf8');
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

it('names icons and resources that exist', async () => {
  const { mac, win, linux, nsis } = await load(path);
  const named = [mac?.icon, mac?.entitlements, win?.icon, linux?.icon, nsis?.include];
  expect(named.filter((file) => !existsSync(join(root, String(file))))).toEqual([]);
});
