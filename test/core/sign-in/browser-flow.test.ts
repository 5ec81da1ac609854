import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { BrowserFlow } from '../../../src/core/sign-in/browser-flow.ts';
import type { FlowAsk } from '../../../src/core/sign-in/flow.ts';
import { FetchNet } from '../support/fetched.ts';
import { InteractiveClient } from '../support/interactive.ts';

const page = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize';
const url = `${page}?redirect_uri=http%3A%2F%2Flocalhost%3A51234&state=st%2Bate`;
const ask: FlowAsk = { scopes: ['User.Read'], loginHint: null, claims: null };

let net: FetchNet;
let opened: string[];
let opens: boolean;
let msal: InteractiveClient;
let flow: BrowserFlow;

beforeEach(() => {
  vi.useFakeTimers();
  net = new FetchNet(() => new Response('ok'));
  opened = [];
  opens = true;
  msal = new InteractiveClient(url);
  flow = new BrowserFlow({
    net,
    hosts: clouds.global,
    pages: { signedIn: '<p>yes</p>', notSignedIn: '<p>no</p>' },
    browser: {
      open: async (asked) => {
        opened.push(asked);
        return opens;
      },
    },
  });
});

afterEach(() => {
  flow.close();
  vi.useRealTimers();
});

/** The token, or the code of what was thrown. */
async function run(parts: Partial<FlowAsk> = {}): Promise<unknown> {
  try {
    return (await flow.run(msal.client, { ...ask, ...parts }))?.accessToken;
  } catch (thrown) {
    return (thrown as { errorCode?: unknown }).errorCode;
  }
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** What MSAL's loopback server was answered: where, and with what. */
function answers(): readonly unknown[] {
  return net.asked.map((asked) => [
    asked.init?.method,
    asked.url,
    Object.fromEntries(new URLSearchParams(asked.body)),
  ]);
}

const ended = ['POST', 'http://localhost:51234', { error: 'user_cancelled', state: 'st+ate' }];

it('opens the browser, answers nothing itself, and brings who signed in', async () => {
  const result = run();
  await pass(299_999);
  expect([opened, answers()]).toEqual([[url], []]);
  msal.signIn('token');
  expect(await result).toBe('token');
});

describe('asks MSAL', () => {
  it.each<[string, Partial<FlowAsk>, object]>([
    ['to let anyone choose', {}, { prompt: 'select_account' }],
    ['for whom it knows', { loginHint: 'ada@contoso.com' }, { loginHint: 'ada@contoso.com' }],
    ['for claims', { claims: '{}' }, { prompt: 'select_account', claims: '{}' }],
  ])('%s', async (_what, parts, expected) => {
    void run(parts);
    await pass(0);
    const { openBrowser: _open, ...rest } = msal.request ?? {};
    expect(rest).toEqual({
      scopes: ['User.Read'],
      successTemplate: '<p>yes</p>',
      errorTemplate: '<p>no</p>',
      ...expected,
    });
  });
});

describe('cancelled', () => {
  it('ends the wait and frees the port', async () => {
    void run();
    await pass(0);
    flow.stop();
    expect(await flow.ended).toBe('cancelled');
    await pass(0);
    expect(answers()).toEqual([ended]);
  });

  it('before, opens no browser, and frees the port once there is one', async () => {
    flow.stop();
    expect([await flow.ended, answers()]).toEqual(['cancelled', []]);
    void run();
    await pass(0);
    expect([opened, answers(), vi.getTimerCount()]).toEqual([[], [ended], 0]);
  });

  it('more than once, ends only once', async () => {
    void run();
    await pass(0);
    flow.stop();
    flow.stop();
    await pass(300_000);
    expect([await flow.ended, answers()]).toEqual(['cancelled', [ended]]);
  });

  it('does not mind that the port was free already', async () => {
    net.answer = () => Promise.reject(new TypeError('fetch failed'));
    void run();
    await pass(0);
    flow.stop();
    await pass(0);
    expect(answers()).toEqual([ended]);
  });
});

describe('the limit', () => {
  it('frees the port after five minutes', async () => {
    void run();
    await pass(300_000);
    expect([await flow.ended, answers()]).toEqual(['timed-out', [ended]]);
  });

  it('is none once closed', async () => {
    void run();
    await pass(0);
    flow.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes before a cancel that comes too late', async () => {
    void run();
    await pass(300_000);
    flow.stop();
    expect(await flow.ended).toBe('timed-out');
  });
});

describe('the browser', () => {
  it('that does not open is said so', async () => {
    opens = false;
    expect(await run()).toBe('browser_did_not_open');
  });

  it.each([
    'https://evil.example/common/oauth2/v2.0/authorize',
    'http://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.us/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/common/oauth2/v2.0/logout',
  ])('is not led to %s', async (elsewhere) => {
    msal = new InteractiveClient(`${elsewhere}?redirect_uri=http%3A%2F%2Flocalhost%3A1&state=s`);
    expect([await run(), opened]).toEqual(['browser_did_not_open', []]);
  });
});
