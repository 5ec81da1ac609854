import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BrowserFlow } from '../../../src/core/sign-in/browser-flow.ts';
import { FetchNet } from '../support/fetched.ts';

const url =
  'https://login.microsoftonline.com/common/authorize?redirect_uri=http%3A%2F%2Flocalhost%3A51234&state=st%2Bate';

let net: FetchNet;
let opened: string[];
let opens: boolean;
let flow: BrowserFlow;

beforeEach(() => {
  vi.useFakeTimers();
  net = new FetchNet(() => new Response('ok'));
  opened = [];
  opens = true;
  flow = new BrowserFlow(net, {
    open: async (asked) => {
      opened.push(asked);
      return opens;
    },
  });
});

afterEach(() => {
  flow.close();
  vi.useRealTimers();
});

/** What MSAL's loopback server was answered: where, and with what. */
function answers(): readonly unknown[] {
  return net.asked.map((asked) => [
    asked.init?.method,
    asked.url,
    Object.fromEntries(new URLSearchParams(asked.body)),
  ]);
}

const cancelled = ['POST', 'http://localhost:51234', { error: 'user_cancelled', state: 'st+ate' }];
const timedOut = ['POST', 'http://localhost:51234', { error: 'user_timed_out', state: 'st+ate' }];

it('opens the browser and answers nothing itself', async () => {
  await flow.open(url);
  await vi.advanceTimersByTimeAsync(299_999);
  expect([opened, answers()]).toEqual([[url], []]);
});

it('cancelled, ends the wait and frees the port', async () => {
  await flow.open(url);
  flow.cancel();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers()).toEqual([cancelled]);
});

it('cancelled before, opens no browser', async () => {
  flow.cancel();
  expect(answers()).toEqual([]);
  await flow.open(url);
  expect([opened, answers()]).toEqual([[], [cancelled]]);
});

it('frees the port after five minutes', async () => {
  await flow.open(url);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(answers()).toEqual([timedOut]);
});

it('ends only once', async () => {
  await flow.open(url);
  flow.cancel();
  flow.cancel();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(answers()).toEqual([cancelled]);
});

it('has no limit left once closed', async () => {
  await flow.open(url);
  flow.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('says so when the browser does not open', async () => {
  opens = false;
  await expect(flow.open(url)).rejects.toMatchObject({ errorCode: 'browser_did_not_open' });
});

it('does not mind that the port was free already', async () => {
  net.answer = () => Promise.reject(new TypeError('fetch failed'));
  await flow.open(url);
  flow.cancel();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers()).toEqual([cancelled]);
});
