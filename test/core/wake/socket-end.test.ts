import { describe, expect, it } from 'vitest';
import { endOf, isTurnedAway, reasonUnjoined } from '../../../src/core/wake/socket-end.ts';
import { PushSocket } from '../support/push-net.ts';

/** What is made of an end before and after the service began to speak; `!`: it may not have understood us. */
async function told(end: (socket: PushSocket) => void): Promise<string> {
  const socket = new PushSocket('wss://a.svc.ms/');
  const ended = endOf(socket);
  end(socket);
  const met = await ended;
  const reasons = new Set([reasonUnjoined(met, false), reasonUnjoined(met, true)]);
  return `${[...reasons].join(', ')}${isTurnedAway(met) ? '!' : ''}`;
}

const never = 'push-unreachable, push-lost';

const chromium = (words: string) => (socket: PushSocket) => socket.fail(words);
const node = (message: string, code?: string) => (socket: PushSocket) =>
  socket.fail('', { message, error: Object.assign(new Error(message), { code }) });

describe('the end of a socket', () => {
  it.each<[string, (socket: PushSocket) => void]>([
    [
      'Chromium, no such name',
      chromium('Error in connection establishment: net::ERR_NAME_NOT_RESOLVED'),
    ],
    ['Chromium, no network', chromium('… establishment: net::ERR_INTERNET_DISCONNECTED')],
    ['Chromium, no way', chromium('… establishment: net::ERR_ADDRESS_UNREACHABLE')],
    ['Chromium, name server', chromium('… establishment: net::ERR_DNS_TIMED_OUT')],
    ['Node, no such name', node('getaddrinfo ENOTFOUND a.svc.ms')],
    ['Node, name server', node('getaddrinfo EAI_AGAIN a.svc.ms', 'EAI_AGAIN')],
    ['Node, no network, several addresses', node('', 'ENETUNREACH')],
    ['Node, no way', node('connect EHOSTUNREACH 10.0.0.1:443', 'EHOSTUNREACH')],
  ])('%s: the host is out of reach', async (_what, end) => {
    expect(await told(end)).toBe(never);
  });

  it.each<[string, (socket: PushSocket) => void, string]>([
    [
      'Chromium, 401',
      chromium('HTTP Authentication failed; no valid credentials available (net::OK)'),
      'push-refused',
    ],
    [
      'Chromium, 403',
      chromium('Error during WebSocket handshake: Unexpected response code: 403 (net::ERR_FAILED)'),
      'push-refused',
    ],
    ['ws, 429', node('Unexpected server response: 429'), 'push-refused'],
    ['ws, 503', node('Unexpected server response: 503'), 'push-refused'],
    ['ws, 400', node('Unexpected server response: 400'), 'push-refused!'],
    ['a port nobody listens on', chromium('… net::ERR_CONNECTION_REFUSED'), never],
    ['the same by ws', node('connect ECONNREFUSED 127.0.0.1:443', 'ECONNREFUSED'), never],
    ['a certificate of somebody else', chromium('… net::ERR_CERT_AUTHORITY_INVALID'), never],
    ['no word', chromium(''), never],
    ['a clean close', (socket) => socket.drop(1000), 'push-refused!'],
    ['a close without a code', (socket) => socket.drop(1005), 'push-refused!'],
    ["a code of the service's own", (socket) => socket.drop(4001), 'push-refused!'],
    ['going away', (socket) => socket.drop(1001), never],
    ['try again later', (socket) => socket.drop(1013), never],
  ])('%s', async (_what, end, reason) => {
    expect(await told(end)).toBe(reason);
  });

  it("is not judged by a service's own words", async () => {
    expect(await told((socket) => socket.drop(1000, 'net::ERR_NAME_NOT_RESOLVED'))).toBe(
      'push-refused!',
    );
    expect(await told((socket) => socket.drop(1001, 'Unexpected response code: 403'))).toBe(never);
  });
});
