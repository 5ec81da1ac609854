import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted, refused } from '../support/entra.ts';
import { html, json } from '../support/fetched.ts';
import { minute, TokensBench } from '../support/tokens-bench.ts';

const second = 1000;
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1796000000"}}}';
const cp1 = { xms_cc: { values: ['cp1'] } };

let bench: TokensBench;

beforeEach(async () => {
  bench = new TokensBench();
  await bench.signedIn();
});

afterEach(() => {
  bench.end();
});

function always(answer: () => Response | Promise<Response>): void {
  bench.net.answer = answer;
}

const dead = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
const busy = (wait?: string, status = 503): Response =>
  json({}, { status, headers: wait === undefined ? {} : { 'retry-after': wait } });

describe('Entra cannot be asked', () => {
  it.each<[string, () => Response | Promise<Response>, string]>([
    ['a dead network', dead, 'no-network'],
    ['a captive portal', () => html(), 'not-json'],
    ['a page of an error', () => html(502), 'microsoft-down'],
    ['busy', () => busy(), 'microsoft-down'],
    ['too many questions', () => busy('1', 429), 'microsoft-down'],
    ['an empty answer', () => json({}), 'microsoft-down'],
    ['a token that is no text', () => json({ access_token: 7 }), 'microsoft-down'],
  ])('%s: it ends no sign-in, and goes on afterwards', async (_what, answer, code) => {
    always(answer);
    expect(await bench.got()).toBe(code);
    expect([bench.tokens.needsPerson, bench.calls]).toEqual([false, 0]);
    always(() => granted({ token: 'again' }));
    await bench.pass(minute);
    expect(await bench.got()).toBe('again');
  });

  it('asks no second time before Retry-After, and says how long that is', async () => {
    always(() => busy('120'));
    expect(await bench.ask()).toEqual({
      ok: false,
      code: 'microsoft-down',
      retryAfterMs: 120 * second,
    });
    always(() => granted({ token: 'again' }));
    await bench.pass(120 * second - 1);
    expect(await bench.ask()).toMatchObject({ code: 'microsoft-down', retryAfterMs: 1 });
    expect(bench.questions).toBe(1);
    await bench.pass(1);
    expect([await bench.got(), bench.questions]).toEqual(['again', 2]);
  });

  it('asks ever more seldom where no time is named', async () => {
    always(dead);
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      await bench.ask();
      const told = await bench.ask();
      if (told.ok) throw new Error('There is no network.');
      waits.push((told.retryAfterMs ?? 0) / second);
      await bench.pass(told.retryAfterMs ?? 0);
    }
    expect([waits, bench.questions]).toEqual([[1, 2, 4, 8, 16, 32, 60, 60], 8]);
  });

  it('asks soon again after a success', async () => {
    always(dead);
    for (const wait of [1, 2, 4]) {
      await bench.ask();
      await bench.pass(wait * second);
    }
    always(() => granted({ token: 'again' }));
    expect(await bench.got()).toBe('again');
    always(dead);
    await bench.got({ refused: { token: 'again', claims: null } });
    expect(await bench.ask()).toMatchObject({ code: 'no-network', retryAfterMs: second });
  });

  it('says so to all who wait, with one question', async () => {
    always(dead);
    const codes = await Promise.all([bench.got(), bench.got(), bench.got()]);
    expect([codes, bench.questions]).toEqual([['no-network', 'no-network', 'no-network'], 1]);
  });

  it('still gives a token that is good', async () => {
    expect(await bench.got()).toBe('t1');
    always(() => busy('600'));
    await bench.ask({ reach: 'shared', purpose: 'trial' });
    expect(await bench.got()).toBe('t1');
  });

  it('a clock set back does not make it wait for longer than it was told', async () => {
    always(() => busy('30'));
    await bench.ask();
    bench.clockAheadMs = -60 * minute;
    always(() => granted({ token: 'again' }));
    await bench.pass(30 * second);
    expect(await bench.got()).toBe('again');
  });

  it('a clock set back does not let a question be asked at once', async () => {
    always(() => busy('30'));
    await bench.ask();
    bench.clockAheadMs = -60 * minute;
    await bench.ask();
    expect(bench.questions).toBe(1);
  });
});

describe('Entra ends the sign-in', () => {
  it.each(['invalid_grant', 'interaction_required', 'consent_required'])(
    'with %s: the person is called for, once, and Entra is never asked again',
    async (error) => {
      always(() => refused(error));
      expect(await bench.got()).toBe('signed-out');
      expect([bench.tokens.needsPerson, bench.calls, bench.tokens.claims]).toEqual([true, 1, null]);
      await bench.pass(24 * 60 * minute);
      expect([await bench.got(), bench.questions, bench.calls]).toEqual(['signed-out', 1, 1]);
    },
  );

  it('where nothing is kept of it', async () => {
    bench.file.hold({});
    expect([await bench.got(), bench.tokens.needsPerson, bench.questions]).toEqual([
      'signed-out',
      true,
      0,
    ]);
  });

  it('and what it wants of the next one is kept for that', async () => {
    always(() => refused('interaction_required', { claims }));
    await bench.got();
    expect(bench.tokens.claims).toBe(claims);
  });

  it('not by a trial of a wider reach', async () => {
    always(() => refused('invalid_grant', { suberror: 'consent_required' }));
    const trial = await bench.ask({ reach: 'shared', purpose: 'trial' });
    expect(trial).toMatchObject({ code: 'signed-out' });
    expect([bench.tokens.needsPerson, bench.calls]).toEqual([false, 0]);
    always(() => granted({ token: 'own' }));
    expect(await bench.got()).toBe('own');
  });

  it('not by what is wrong with the app registration', async () => {
    always(() =>
      refused('unauthorized_client', { error_description: 'AADSTS700016: no such app' }),
    );
    expect([await bench.got(), bench.tokens.needsPerson]).toEqual(['client-id-wrong', false]);
  });

  it('and Graph can tell of it as well', async () => {
    await bench.got();
    bench.tokens.askPerson(claims);
    bench.tokens.askPerson(null);
    expect([bench.tokens.needsPerson, bench.tokens.claims, bench.calls]).toEqual([true, claims, 1]);
    expect([await bench.got(), bench.questions]).toEqual(['signed-out', 1]);
  });
});

describe('claims that Graph demands', () => {
  const demanded = { access_token: { nbf: { essential: true, value: '1796000000' }, ...cp1 } };

  it('go along with what this app is able to do', async () => {
    expect(await bench.got({ refused: { token: 'old', claims } })).toBe('t1');
    expect(bench.claims).toMatchObject([demanded]);
  });

  it('are dropped once a token came', async () => {
    await bench.got({ refused: { token: 'old', claims } });
    await bench.got({ refused: { token: 't1', claims: null } });
    expect(bench.claims[1]).toMatchObject({ access_token: cp1 });
    expect(JSON.stringify(bench.claims[1])).not.toContain('nbf');
    expect(bench.tokens.claims).toBeNull();
  });

  it('are kept as long as none came', async () => {
    always(dead);
    await bench.got({ refused: { token: 'old', claims } });
    expect(bench.tokens.claims).toBe(claims);
    await bench.pass(minute);
    always(() => granted({ token: 'again' }));
    expect(await bench.got()).toBe('again');
    expect(bench.claims).toMatchObject([demanded, demanded]);
  });

  it('are kept for the sign-in where only that can meet them', async () => {
    always(() => refused('interaction_required'));
    await bench.got({ refused: { token: 'old', claims } });
    expect([bench.tokens.needsPerson, bench.tokens.claims]).toEqual([true, claims]);
  });

  it('are not lost while Entra wants to be left alone', async () => {
    await bench.got();
    always(() => busy('30'));
    await bench.ask({ reach: 'shared', purpose: 'trial' });
    expect(await bench.got({ refused: { token: 't1', claims } })).toBe('microsoft-down');
    expect(bench.tokens.claims).toBe(claims);
  });
});
