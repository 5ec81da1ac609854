import type { Session } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { chromiumNet } from '../../src/main/net.ts';
import { FakeSession, net, resetElectron } from './support/electron.ts';

const standIns = new Map([['https://graph.microsoft.com', 'http://127.0.0.1:1']]);

let session: FakeSession;
let ours: ReturnType<typeof chromiumNet>;

beforeEach(() => {
  resetElectron();
  session = new FakeSession();
  ours = chromiumNet(session as unknown as Session, standIns);
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
