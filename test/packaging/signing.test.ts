import { join } from 'node:path';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { expect, it } from 'vitest';
import { otherSecrets, signingOf } from '../../scripts/packaging/signing.ts';

const apple = {
  CSC_LINK: 'MII',
  CSC_KEY_PASSWORD: 'p',
  APPLE_API_KEY: '-----BEGIN PRIVATE KEY-----',
  APPLE_API_KEY_ID: 'id',
  APPLE_API_ISSUER: 'issuer',
};
const certificate = { WIN_CSC_LINK: 'MII', WIN_CSC_KEY_PASSWORD: 'p' };
const azure = {
  AZURE_TENANT_ID: 'tenant',
  AZURE_CLIENT_ID: 'client',
  AZURE_CLIENT_SECRET: 'secret',
  AZURE_SIGNING_ENDPOINT: 'https://weu.codesigning.azure.net/',
  AZURE_SIGNING_ACCOUNT: 'account',
  AZURE_SIGNING_PROFILE: 'profile',
  AZURE_SIGNING_PUBLISHER: 'CN=Drivebell, O="Drivebell, Inc."',
};
const options = {
  publisherName: azure.AZURE_SIGNING_PUBLISHER,
  endpoint: azure.AZURE_SIGNING_ENDPOINT,
  codeSigningAccountName: 'account',
  certificateProfileName: 'profile',
};
const everything = { ...apple, ...certificate, ...azure };

it('signs with what there is for this system', () => {
  expect(signingOf('darwin', everything)).toEqual({ kind: 'apple', apiKey: apple.APPLE_API_KEY });
  expect(signingOf('win32', everything)).toEqual({ kind: 'azure', options });
  expect(signingOf('win32', { ...apple, ...certificate })).toEqual({ kind: 'certificate' });
  expect(signingOf('linux', everything)).toEqual({ kind: 'none' });
});

it('signs nothing without secrets, nor with those of another system', () => {
  expect(signingOf('darwin', certificate)).toEqual({ kind: 'none' });
  expect(signingOf('win32', apple)).toEqual({ kind: 'none' });
  const empty = Object.fromEntries(Object.keys(everything).map((name) => [name, '']));
  expect(signingOf('darwin', empty)).toEqual({ kind: 'none' });
});

// electron-builder falls back to CSC_LINK on Windows, too.
it('leaves electron-builder nothing to sign with but what was chosen', () => {
  const left = (kind: 'none' | 'certificate', given: Readonly<Record<string, string>>) => {
    const others = otherSecrets({ kind }, given);
    return Object.keys(given).filter((name) => !others.includes(name));
  };
  expect(left('none', { ...apple, HOME: '/' })).toEqual(['HOME']);
  expect(left('none', { CSC_LINK: '', WIN_CSC_LINK: '' })).toEqual([]);
  expect(left('certificate', everything)).toEqual(Object.keys(certificate));
  expect(otherSecrets(signingOf('darwin', everything), everything)).toEqual(
    Object.keys({ ...certificate, ...azure }),
  );
});

it.each([
  ['darwin', apple],
  ['win32', certificate],
  ['win32', azure],
] as const)('refuses to go on with half of it on %s', (platform, whole) => {
  for (const name of Object.keys(whole)) {
    const half = () => signingOf(platform, { ...whole, [name]: '' });
    expect(half).toThrow(`To sign, these lack: ${name}.`);
  }
});

it('adds to what electron-builder is told, and takes nothing away', async () => {
  const config = { forceCodeSigning: true, win: { azureSignOptions: options } };
  const { win, nsis, forceCodeSigning } = await getConfig(
    join(import.meta.dirname, '../..'),
    null,
    config,
  );
  expect(win).toMatchObject({ azureSignOptions: options, icon: 'build/icon.ico' });
  expect(nsis?.perMachine).toBe(false);
  expect(forceCodeSigning).toBe(true);
});
