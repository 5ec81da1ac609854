import type { Session } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chromiumGet, chromiumNet } from '../../src/main/net.ts';
import { net, resetElectron } from './support/electron.ts';
import { FakeSession } from './support/session.ts';

const standIns = new Map([['https://graph.microsoft.com', 'http://127.0.0.1:1']]);

let session: FakeSession;
let ours: ReturnType<typeof chromiumNet>;

beforeEach(() => {
  resetElectron();
  session = new FakeSession();
  ours = chromiumNet(session as unknown as Session, standIns);
});

afterEach(() => {
  vi.restoreAllMocks();
});

it('fetches over the session, without cookies, redirects or a cache, whatever is asked', async () => {
  const headers = { authorization: 'Bearer x' };
  await ours.fetch('https://graph.microsoft.com/v1.0/me?a=b', {
    headers,
    credentials: 'include',
    redirect: 'follow',
  });
  expect(session.fetched).toEqual([
    {
      url: 'http://127.0.0.1:1/v1.0/me?a=b',
      init: { headers, credentials: 'omit', redirect: 'error', cache: 'no-store' },
    },
  ]);
});

it('connects over the same session', () => {
  const socket = ours.connect('wss://eu1-0.pushnp.svc.ms/socket.io/?token=a');
  expect(socket).toBeInstanceOf(net.WebSocket);
  expect(socket).toMatchObject({ url: 'wss://eu1-0.pushnp.svc.ms/socket.io/?token=a', session });
});

it('gets over the session it is given, without cookies or a cache, and is led on only by hand', async () => {
  const asked = vi.spyOn(net, 'request');
  const get = chromiumGet(() => session as unknown as Session);
  const url = 'https://nowhere.example/latest.yml';
  const { signal } = new AbortController();
  const getting = get(url, { accept: '*/*', signal, mayFollow: () => true });
  await expect(getting).rejects.toThrow('net::ERR_NAME_NOT_RESOLVED');
  const options = { url, session, redirect: 'manual', credentials: 'omit', cache: 'no-store' };
  expect(asked.mock.calls).toEqual([[options]]);
});
