import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { launch } from './support/launch.ts';

const observer = path.join(import.meta.dirname, '..', '..', 'scripts', 'support', 'observe.cjs');

interface Observing {
  readonly observed: { accounts: string[]; readonly copied: readonly string[] };
}

/** Who was to sign in, as the simulator's control route would be told. */
async function control() {
  const accounts: unknown[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => {
      accounts.push((JSON.parse(body) as { account: unknown }).account);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_control/sign-in`;
  return { accounts, url, [Symbol.dispose]: () => server.close() };
}

test('the observer plays one account after another, and sees what is copied', async () => {
  using signIns = await control();
  vi.stubEnv('DRIVEBELL_OBSERVE_SIGN_IN', signIns.url);
  vi.stubEnv('DRIVEBELL_OBSERVE_ACCOUNT', 'megan,adele');
  const { app, close } = await launch('bare', ['-r', observer]);
  vi.unstubAllEnvs();
  const signIn = async (expected: readonly unknown[]) => {
    await app.evaluate(({ shell }) =>
      shell.openExternal('https://login.example/common/oauth2/v2.0/authorize'),
    );
    await vi.waitFor(() => expect(signIns.accounts).toEqual(expected), { timeout: 10_000 });
  };
  try {
    await signIn(['megan']);
    await signIn(['megan', 'adele']);
    await signIn(['megan', 'adele', 'adele']);
    await app.evaluate(() => {
      (globalThis as unknown as Observing).observed.accounts = ['robin', ''];
    });
    await signIn(['megan', 'adele', 'adele', 'robin']);
    await signIn(['megan', 'adele', 'adele', 'robin', null]);
    const copied = await app.evaluate(async ({ clipboard }) => {
      await clipboard.writeText('a code');
      const { observed } = globalThis as unknown as Observing;
      return [observed.copied, await clipboard.readText()];
    });
    expect(copied).toEqual([['a code'], 'a code']);
  } finally {
    await close();
  }
}, 30_000);
