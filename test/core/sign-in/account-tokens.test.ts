import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientId, granted, signedInCache } from '../support/entra.ts';
import { home, minute, TokensBench } from '../support/tokens-bench.ts';

let bench: TokensBench;

beforeEach(async () => {
  bench = new TokensBench();
  await bench.signedIn();
});

afterEach(() => {
  bench.end();
});

describe('a token', () => {
  it('is made of what the sign-in left, and the new one is kept', async () => {
    expect(await bench.got()).toBe('t1');
    expect(bench.forms.map((form) => [form.get('grant_type'), form.get('refresh_token')])).toEqual([
      ['refresh_token', 'refresh-first'],
    ]);
    expect(bench.net.asked[0]?.url).toMatch(
      /^https:\/\/login\.microsoftonline\.com\/.*\/oauth2\/v2\.0\/token/,
    );
    expect(JSON.stringify(bench.file.accounts)).toContain('refresh-t1');
  });

  it('found good at a start is used without a question', async () => {
    bench.file.hold({ [home]: await signedInCache({ token: 'kept' }) });
    expect([await bench.got(), bench.questions]).toEqual(['kept', 0]);
  });

  it('is not asked for again until five minutes before its end', async () => {
    expect(await bench.got()).toBe('t1');
    await bench.pass(55 * minute - 1);
    expect([await bench.got(), bench.questions]).toEqual(['t1', 1]);
    await bench.pass(1000);
    expect([await bench.got(), bench.questions]).toEqual(['t2', 2]);
  });

  it('that lives for a short time is used for half of it', async () => {
    bench.net.answer = () => granted({ token: `s${bench.questions}`, lifeSeconds: 240 });
    expect(await bench.got()).toBe('s1');
    await bench.pass(2 * minute - 1);
    expect([await bench.got(), bench.questions]).toEqual(['s1', 1]);
    await bench.pass(1);
    expect([await bench.got(), bench.questions]).toEqual(['s2', 2]);
  });

  it('is made anew where it has to be good for longer than it is, if tokens live that long', async () => {
    const lastsMs = 30 * minute;
    expect(await bench.got({ lastsMs })).toBe('t1');
    await bench.pass(30 * minute);
    expect([await bench.got({ lastsMs }), bench.questions]).toEqual(['t1', 1]);
    await bench.pass(1000);
    expect([await bench.got(), await bench.got({ lastsMs })]).toEqual(['t1', 't2']);
    bench.net.answer = () => granted({ token: `s${bench.questions}`, lifeSeconds: 20 * 60 });
    await bench.pass(31 * minute);
    expect(await bench.got({ lastsMs })).toBe('s3');
    await bench.pass(10 * minute);
    expect([await bench.got({ lastsMs }), bench.questions]).toEqual(['s3', 3]);
    await bench.pass(1000);
    expect([await bench.got({ lastsMs }), bench.questions]).toEqual(['s4', 4]);
  });

  it('check 13: is asked for once, by ten at once', async () => {
    const answer = Promise.withResolvers<void>();
    bench.net.answer = async () => {
      await answer.promise;
      return granted({ token: 'only' });
    };
    const all = Array.from({ length: 10 }, () => bench.got());
    await bench.pass(0);
    expect(bench.questions).toBe(1);
    answer.resolve();
    expect([await Promise.all(all), bench.questions]).toEqual([Array(10).fill('only'), 1]);
  });

  it('of the wider reach is another one', async () => {
    bench.net.answer = () => granted({ token: 'wide', scope: 'User.Read Files.Read.All' });
    expect(await bench.ask({ reach: 'shared' })).toEqual({ ok: true, value: 'wide' });
    expect(bench.forms[0]?.get('scope')).toMatch(/^User\.Read Files\.Read Files\.Read\.All /);
    bench.net.answer = () => granted({ token: 'own' });
    expect([await bench.got(), bench.questions]).toEqual(['own', 2]);
  });

  it('that opens less than was asked for is none', async () => {
    bench.net.answer = () => granted({ token: 'narrow', scope: 'User.Read Files.Read' });
    const answer = await bench.ask({ reach: 'shared', purpose: 'trial' });
    expect(answer).toMatchObject({ ok: false, code: 'signed-out' });
  });

  it('of somebody else is none', async () => {
    bench.net.answer = () => granted({ token: 'theirs', home: 'other.tid' });
    expect(await bench.got()).not.toBe('theirs');
  });

  it('is never asked for in the name of an app registration of before', async () => {
    expect([await bench.got(), bench.forms[0]?.get('client_id')]).toEqual(['t1', clientId]);
    bench.clientId = 'abcdefab-1234-1234-1234-123456789abc';
    expect(await bench.got({ refused: { token: 't1', claims: null } })).toBe('signed-out');
    expect(bench.questions).toBe(1);
  });

  it('leaves nothing of itself in the log', async () => {
    await bench.got();
    bench.net.answer = () => Promise.reject(new TypeError('refresh-t1'));
    await bench.got({ refused: { token: 't1', claims: null } });
    expect(bench.log.events).toEqual(['token-not-given']);
    expect(bench.log.text()).not.toMatch(/refresh-|t1/);
  });
});

describe('a token that Graph refused', () => {
  it('is asked for anew, whatever the cache says', async () => {
    expect(await bench.got()).toBe('t1');
    expect([await bench.got({ refused: { token: 't1', claims: null } }), bench.questions]).toEqual([
      't2',
      2,
    ]);
    expect([await bench.got(), bench.questions]).toEqual(['t2', 2]);
  });

  it('by several requests at once is asked for once', async () => {
    await bench.got();
    const refused = { token: 't1', claims: null };
    const all = [
      bench.got({ refused }),
      bench.got({ refused }),
      bench.got({ refused }),
      bench.got(),
    ];
    expect([await Promise.all(all), bench.questions]).toEqual([['t2', 't2', 't2', 't2'], 2]);
  });

  it('found at a start is asked for anew as well', async () => {
    bench.file.hold({ [home]: await signedInCache({ token: 'kept' }) });
    expect(await bench.got({ refused: { token: 'kept', claims: null } })).toBe('t1');
  });

  it('twice in a row is asked for twice', async () => {
    await bench.got();
    expect(await bench.got({ refused: { token: 't1', claims: null } })).toBe('t2');
    expect(await bench.got({ refused: { token: 't2', claims: null } })).toBe('t3');
  });
});

describe('closed', () => {
  it('asks nobody any more', async () => {
    bench.tokens.close();
    expect([await bench.got(), bench.questions]).toEqual(['signed-out', 0]);
  });

  it('gives no token it had before', async () => {
    await bench.got();
    bench.tokens.close();
    expect(await bench.got()).toBe('signed-out');
  });

  it('keeps nothing of an answer that comes late', async () => {
    const answer = Promise.withResolvers<void>();
    bench.net.answer = async () => {
      await answer.promise;
      return granted({ token: 'late' });
    };
    const late = bench.got();
    await bench.pass(0);
    expect(bench.questions).toBe(1);
    bench.tokens.close();
    answer.resolve();
    expect([await late, bench.file.saves]).toEqual(['signed-out', []]);
  });

  it('does not call for the person over an answer that comes late', async () => {
    const answer = Promise.withResolvers<Response>();
    bench.net.answer = () => answer.promise;
    const late = bench.got();
    await bench.pass(0);
    bench.tokens.close();
    answer.resolve(Response.json({ error: 'invalid_grant' }, { status: 400 }));
    expect([await late, bench.calls]).toEqual(['signed-out', 0]);
  });
});

describe('a locked key store', () => {
  beforeEach(() => {
    bench.file.held = { ok: false, code: 'temporarily-unavailable' };
  });

  it('is no reason to ask Entra or the person', async () => {
    expect([await bench.got(), bench.questions]).toEqual(['keys-locked', 0]);
    expect([bench.tokens.needsPerson, bench.calls]).toEqual([false, 0]);
  });

  it('is tried again at each request, without a wait', async () => {
    await bench.got();
    expect([await bench.got(), bench.file.loads]).toEqual(['keys-locked', 2]);
    bench.file.hold({ [home]: await signedInCache({ lifeSeconds: 1 }) });
    expect(await bench.got()).toBe('t1');
  });
});
