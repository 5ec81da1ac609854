import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Graph, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import { clouds } from '../../../src/core/clouds.ts';
import type { Refusal, TokenAnswer } from '../../../src/core/sign-in/token-source.ts';
import {
  type HandClock,
  handClock,
  heardLog,
  type HeardLog,
  noon,
  serverClockOn,
} from '../support/doubles.ts';
import { FetchNet, graphError, html, json } from '../support/fetched.ts';

const never = new AbortController().signal;

let net: FetchNet;
let clock: HandClock;
let log: HeardLog;
let token: TokenAnswer;
/** What each token asked for was to replace. */
let tokensAsked: (Refusal | null)[];
/** Claims that were demanded again. */
let challenged: string[];
let graph: Graph;

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  net = new FetchNet(() => json({ fine: true }));
  clock = handClock();
  log = heardLog();
  token = { ok: true, value: 'secret-token' };
  tokensAsked = [];
  challenged = [];
  graph = new Graph({
    net,
    hosts: clouds.global,
    tokens: {
      token: async ({ refused }) => {
        tokensAsked.push(refused);
        return token;
      },
      challengedAgain: (claims) => challenged.push(claims),
    },
    serverClock: serverClockOn(clock),
    log,
    userAgent: 'ISV|Drivebell|Drivebell/0',
  });
});

async function get(target = '/me'): Promise<GraphAnswer> {
  return graph.get(target, { signal: never });
}

async function codeOf(answer: Response): Promise<string> {
  net.answer = () => answer;
  const found = await get();
  return found.ok ? 'ok' : found.code;
}

describe('a request', () => {
  it('asks below /v1.0 with the token, and gives the value', async () => {
    expect(await get('/me/drive')).toEqual({ ok: true, value: { fine: true } });
    const [asked] = net.asked;
    expect(asked?.url).toBe('https://graph.microsoft.com/v1.0/me/drive');
    expect(asked?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(asked?.headers.get('user-agent')).toBe('ISV|Drivebell|Drivebell/0');
    expect(tokensAsked).toEqual([null]);
  });

  it('takes a link of Graph as it is, to the letter', async () => {
    const link = "https://graph.microsoft.com/v1.0/drives/b!x/root/delta(token='a%2fb')?select=a,b";
    await get(link);
    expect(net.asked[0]?.url).toBe(link);
  });

  it.each([
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://evil.example/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com:8443/v1.0/me',
    'https://user@graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    'https:\\\\evil.example\\v1.0',
    'javascript:alert(1)',
    'no link',
    '',
    `https://graph.microsoft.com/${'x'.repeat(9000)}`,
  ])('to %s is not made, nor is a token asked for', async (link) => {
    expect(await get(link)).toMatchObject({ ok: false, code: 'unexpected-answer' });
    expect([net.asked, tokensAsked]).toEqual([[], []]);
  });

  it.each(['//evil.example/v1.0', '/../..//evil.example', '/@evil.example'])(
    'cannot be led astray by the path %s',
    async (path) => {
      await get(path);
      expect(net.asked.map(({ url }) => new URL(url).origin)).toEqual([clouds.global.graph]);
    },
  );

  it.each([
    'signed-out',
    'keys-locked',
    'no-network',
    'not-json',
    'microsoft-down',
    'client-id-wrong',
  ] as const)('is not made without a token: %s', async (code) => {
    token = { ok: false, code, retryAfterMs: 5000 };
    expect(await get()).toMatchObject({ ok: false, code, retryAfterMs: 5000 });
    expect(net.asked).toEqual([]);
  });

  it('ends with the signal of whoever asked', async () => {
    const end = new AbortController();
    net.answer = (_url, init) => {
      end.abort();
      return init?.signal?.aborted ? Promise.reject(new DOMException('', 'AbortError')) : json({});
    };
    expect(await graph.get('/me', { signal: end.signal })).toMatchObject({
      ok: false,
      code: 'no-network',
    });
  });
});

describe('an answer', () => {
  it.each<[string, Response, string]>([
    ['403', graphError(403, 'accessDenied'), 'no-access'],
    ['404', graphError(404, 'itemNotFound'), 'not-found'],
    ['410', graphError(410, 'resyncRequired'), 'gone'],
    ['400', graphError(400, 'invalidRequest'), 'refused'],
    ['500', graphError(500, 'generalException'), 'microsoft-down'],
    ['502 in HTML', html(502), 'microsoft-down'],
    ['503 without a wait', graphError(503, 'serviceNotAvailable'), 'microsoft-down'],
    ['504', graphError(504, 'timeout'), 'microsoft-down'],
    ['429', graphError(429, 'activityLimitReached'), 'throttled'],
    ['503 with a wait', graphError(503, 'x', { 'retry-after': '5' }), 'throttled'],
    ['304', new Response(null, { status: 304 }), 'unexpected-answer'],
    ['200 in HTML', html(), 'not-json'],
    [
      '200 in broken JSON',
      new Response('{', { headers: { 'content-type': 'application/json' } }),
      'not-json',
    ],
    [
      '200 in more JSON than can be',
      json({ value: 'x'.repeat(9 * 1024 * 1024) }),
      'unexpected-answer',
    ],
    [
      '200 in JSON of a dialect',
      json({}, { headers: { 'content-type': 'application/x+json' } }),
      'ok',
    ],
  ])('%s', async (_what, answer, code) => {
    expect(await codeOf(answer)).toBe(code);
  });

  it('carries the code that Graph gave, and the wait it asked for', async () => {
    net.answer = () => graphError(501, 'notSupported', { 'retry-after': '9' });
    expect(await get()).toEqual({
      ok: false,
      code: 'microsoft-down',
      graphCode: 'notSupported',
      retryAfterMs: 9000,
    });
  });

  it.each([{ error: { code: 'spaces and "quotes"' } }, { error: { code: 7 } }, null, 'text', []])(
    'without a code that makes sense has none: %j',
    async (body) => {
      net.answer = () => json(body, { status: 400 });
      expect(await get()).toMatchObject({ code: 'refused', graphCode: null });
    },
  );

  it('that does not come means no network', async () => {
    net.answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await get()).toMatchObject({ code: 'no-network' });
  });

  it('leaves no token and no message in the log', async () => {
    await codeOf(graphError(400, 'invalidRequest'));
    net.answer = () => Promise.reject(new TypeError('secret-token'));
    await get();
    expect(log.events).toEqual(['graph-refused', 'graph-unreached']);
    expect(log.text()).not.toMatch(/secret-token|names in it/);
  });
});

it.each([200, 404, 401])("hears Microsoft's time from each answer: %i", async (status) => {
  const date = new Date(clock.now() + 90 * 60_000).toUTCString();
  net.answer = () => json({}, { status, headers: { date } });
  await get();
  expect(graph.serverTime()).toBe(noon + 90 * 60_000);
});

describe('401', () => {
  const refusedOnce: Refusal = { token: 'secret-token', claims: null };
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
  const demanding = (): Response =>
    json(
      {},
      {
        status: 401,
        headers: {
          'www-authenticate': `Bearer claims="${Buffer.from(claims).toString('base64')}"`,
        },
      },
    );

  it('asks for one fresh token and tries once more', async () => {
    const answers = [graphError(401, 'InvalidAuthenticationToken'), json({ fine: true })];
    net.answer = () => answers.shift() ?? html(500);
    expect(await get()).toEqual({ ok: true, value: { fine: true } });
    expect(tokensAsked).toEqual([null, refusedOnce]);
  });

  it('twice without claims is about this one thing, and signs nobody out', async () => {
    net.answer = () => graphError(401, 'InvalidAuthenticationToken');
    expect(await get()).toMatchObject({ code: 'refused' });
    expect([net.asked.length, tokensAsked]).toEqual([2, [null, refusedOnce]]);
  });

  it('hands on the claims that are demanded of the next token', async () => {
    const answers = [demanding(), json({ fine: true })];
    net.answer = () => answers.shift() ?? html(500);
    expect(await get()).toEqual({ ok: true, value: { fine: true } });
    expect([tokensAsked, challenged]).toEqual([[null, { ...refusedOnce, claims }], []]);
  });

  it('twice with claims is a matter for the person, and says for what', async () => {
    net.answer = demanding;
    expect(await get()).toMatchObject({ code: 'signed-out' });
    expect([net.asked.length, challenged]).toEqual([2, [claims]]);
    expect(log.text()).not.toMatch(/secret-token|nbf/);
  });

  it('twice without claims is no matter for the person yet', async () => {
    net.answer = () => graphError(401, 'InvalidAuthenticationToken');
    await get();
    expect(challenged).toEqual([]);
  });

  it('names the token that was refused, whatever has come since', async () => {
    net.answer = () => {
      token = { ok: true, value: 'newer-token' };
      return graphError(401, 'x');
    };
    await get();
    expect(tokensAsked).toEqual([null, refusedOnce]);
  });

  it('without a fresh token says why', async () => {
    net.answer = () => {
      token = { ok: false, code: 'no-network', retryAfterMs: null };
      return graphError(401, 'x');
    };
    expect(await get()).toMatchObject({ code: 'no-network' });
  });
});

describe('429', () => {
  it.each([
    ['as long as it says', { 'retry-after': '30' }, 30_000],
    ['ten seconds when it does not say', {}, 10_000],
  ])('pauses every call of the account %s', async (_what, headers, waitMs) => {
    net.answer = () => graphError(429, 'activityLimitReached', headers);
    expect(await get('/me')).toMatchObject({ code: 'throttled', retryAfterMs: waitMs });
    net.answer = () => json({});
    vi.advanceTimersByTime(waitMs - 1);
    expect(await get('/me/drives')).toMatchObject({ code: 'throttled', retryAfterMs: 1 });
    expect([net.asked.length, tokensAsked.length]).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect(await get('/me/drives')).toMatchObject({ ok: true });
  });

  it('with a shorter wait does not shorten the pause', async () => {
    const answers = ['30', '1'].map((wait) => graphError(429, 'x', { 'retry-after': wait }));
    net.answer = () => answers.shift() ?? json({});
    await Promise.all([get(), get()]);
    vi.advanceTimersByTime(29_000);
    expect(await get()).toMatchObject({ code: 'throttled', retryAfterMs: 1000 });
  });
});

describe('what is made, changed or deleted', () => {
  const post = (body: object = { a: 1 }): Promise<GraphAnswer> =>
    graph.change('POST', '/subscriptions', { signal: never, body });

  it('goes to Graph alone, as JSON, with the token', async () => {
    expect(await post()).toEqual({ ok: true, value: { fine: true } });
    const [asked] = net.asked;
    expect(asked?.url).toBe('https://graph.microsoft.com/v1.0/subscriptions');
    expect([asked?.init?.method, asked?.body]).toEqual(['POST', '{"a":1}']);
    expect(asked?.headers.get('authorization')).toBe('Bearer secret-token');
  });

  it('may be answered with nothing', async () => {
    net.answer = () => new Response(null, { status: 204 });
    const gone = await graph.change('DELETE', '/subscriptions/s-1', { signal: never });
    expect([gone, net.asked[0]?.body]).toEqual([{ ok: true, value: null }, '']);
    // A reading has to be answered.
    expect(await get()).toMatchObject({ code: 'not-json' });
  });

  it('is tried once more with a new token, and no more', async () => {
    const answers = [graphError(401, 'x'), json({ made: true })];
    net.answer = () => answers.shift() ?? html(500);
    expect(await post()).toEqual({ ok: true, value: { made: true } });
    expect([net.asked.map((one) => one.body), tokensAsked]).toEqual([
      ['{"a":1}', '{"a":1}'],
      [null, { token: 'secret-token', claims: null }],
    ]);
  });

  it('waits while the account is throttled', async () => {
    net.answer = () => graphError(429, 'x', { 'retry-after': '30' });
    await get();
    expect(await post()).toMatchObject({ code: 'throttled', retryAfterMs: 30_000 });
    expect(net.asked).toHaveLength(1);
  });

  it('says what is there already, and never the sentence that says it', async () => {
    const id = '5554a2f6-0000-4000-8000-000000000000';
    const message = `Subscription Id ${id} already exists for the requested combination`;
    net.answer = () => json({ error: { code: 'ObjectIdentifierInUse', message } }, { status: 409 });
    expect(await post()).toMatchObject({ graphCode: 'ObjectIdentifierInUse', inUse: id });
    expect(log.text()).not.toContain('already exists');
    net.answer = () => graphError(409, 'ObjectIdentifierInUse');
    expect(await post()).not.toHaveProperty('inUse');
  });

  it('that is sent elsewhere, nowhere, is no answer', async () => {
    net.answer = () => new Response(null, { status: 308 });
    expect(await post()).toMatchObject({ ok: false, code: 'unexpected-answer' });
  });
});
