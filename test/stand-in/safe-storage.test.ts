import type { ElectronApplication } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './support/launch.ts';

const encrypt = (app: ElectronApplication, text: string): Promise<string> =>
  app.evaluate(
    async ({ safeStorage }, plain) =>
      (await safeStorage.encryptStringAsync(plain)).toString('base64'),
    text,
  );

const decrypt = (app: ElectronApplication, ciphertext: string): Promise<unknown> =>
  app.evaluate(
    ({ safeStorage }, text) =>
      safeStorage
        .decryptStringAsync(Buffer.from(text, 'base64'))
        .catch((error: unknown) => (error as Error).message),
    ciphertext,
  );

const prefix = (ciphertext: string): string =>
  Buffer.from(ciphertext, 'base64').toString('latin1', 0, 3);

describe.runIf(process.platform === 'linux')('safeStorage', () => {
  let keyring: Awaited<ReturnType<typeof launch>>;
  let basic: Awaited<ReturnType<typeof launch>>;

  beforeAll(async () => {
    keyring = await launch('bare');
    basic = await launch('bare', ['--password-store=basic']);
  }, 30_000);

  afterAll(async () => {
    await keyring.close();
    await basic.close();
  });

  test('with a keyring: v11, read back', async () => {
    const ciphertext = await encrypt(keyring.app, 'grüß dich');
    expect(prefix(ciphertext)).toBe('v11');
    expect(await decrypt(keyring.app, ciphertext)).toStrictEqual({
      shouldReEncrypt: false,
      result: 'grüß dich',
    });
  });

  test('without: available all the same, but v10 under a key everyone has', async () => {
    const { app } = basic;
    const answers = await app.evaluate(async ({ safeStorage }) => [
      await safeStorage.isAsyncEncryptionAvailable(),
      safeStorage.getSelectedStorageBackend(),
    ]);
    expect(answers).toStrictEqual([true, 'basic_text']);
    const weak = await encrypt(app, 'text');
    expect(prefix(weak)).toBe('v10');
    expect(await decrypt(keyring.app, weak)).toStrictEqual({
      shouldReEncrypt: true,
      result: 'text',
    });
  });

  test('what cannot be read', async () => {
    const error =
      'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';
    const strong = await encrypt(keyring.app, 'text');
    expect(await decrypt(basic.app, strong)).toBe(error);
    expect(await decrypt(keyring.app, strong.slice(0, 12))).toBe(error);
    expect(await decrypt(keyring.app, Buffer.from('plain text').toString('base64'))).toBe(error);
    expect(await decrypt(keyring.app, '')).toStrictEqual({ shouldReEncrypt: false, result: '' });
    const wrong = await keyring.app.evaluate(({ safeStorage }) =>
      safeStorage
        .decryptStringAsync('text' as never)
        .catch((reason: unknown) => (reason as Error).message),
    );
    expect(wrong).toBe('Expected the first argument of decryptStringAsync() to be a buffer');
  });
});
