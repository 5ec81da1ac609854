import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import type { TokenAsk } from '../../../src/core/sign-in/account-tokens.ts';
import { type TokenOwner, Tokens } from '../../../src/core/sign-in/tokens.ts';
import { TokensLocked, TokenVault } from '../../../src/core/sign-in/vault.ts';
import { heardLog, noon, serverClockOn, timerClock } from '../support/doubles.ts';
import { clientId, granted, refused, signedInCache } from '../support/entra.ts';
import { FetchNet } from '../support/fetched.ts';
import { HeldSecret } from '../support/secrets.ts';

const ada: TokenOwner = { accountId: 'ada.tid', homeAccountId: 'ada.tid', cloud: 'global' };
const bob: TokenOwner = { accountId: 'bob.tid', homeAccountId: 'bob.tid', cloud: 'us-gov' };
const ask: TokenAsk = { reach: 'own', refused: null, purpose: 'use' };

let net: FetchNet;
let file: HeldSecret;
let called: string[];
let registration: string;
let tokens: Tokens;

beforeEach(async () => {
  vi.useFakeTimers({ now: noon });
  net = new FetchNet(() => granted({ token: 'fresh', home: 'ada.tid' }));
  file = new HeldSecret();
  called = [];
  registration = clientId;
  const vault = new TokenVault({
    secretFile: file,
    log: heardLog(),
    isWeakAllowed: () => false,
    isKnown: () => true,
    onFound: () => undefined,
    onSaved: () => undefined,
  });
  tokens = new Tokens({
    net,
    clouds,
    vault,
    clock: timerClock,
    serverClock: serverClockOn(timerClock),
    log: heardLog(),
    clientIdOf: () => registration,
    onNeedsPerson: (homeAccountId) => called.push(homeAccountId),
  });
  file.hold({ 'ada.tid': await ended('old') });
});

afterEach(() => {
  vi.useRealTimers();
});

/** What is kept of a sign-in of Ada's whose first token has ended. */
async function ended(token: string): Promise<string> {
  return signedInCache({ home: 'ada.tid', token, lifeSeconds: 1 });
}

async function got(owner: TokenOwner = ada): Promise<string> {
  const answer = await tokens.token(owner, ask);
  return answer.ok ? answer.value : answer.code;
}

/** Asks for Ada's token; Entra answers when told to. */
async function asking(answer: () => Response): Promise<{ end: () => Promise<string> }> {
  const begun = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  net.answer = async () => {
    begun.resolve();
    await told.promise;
    return answer();
  };
  const late = got();
  await begun.promise;
  return {
    end: () => {
      told.resolve();
      return late;
    },
  };
}

it('are those of each account, apart from one another', async () => {
  expect([await got(ada), await got(bob), called]).toEqual(['fresh', 'signed-out', ['bob.tid']]);
  expect([tokens.needsPerson(ada), tokens.needsPerson(bob)]).toEqual([false, true]);
});

describe('a new sign-in', () => {
  it('is kept, and ends the call for the person', async () => {
    net.answer = () => refused('invalid_grant');
    expect([await got(), tokens.needsPerson(ada)]).toEqual(['signed-out', true]);
    await tokens.adopt(ada, await ended('new'));
    expect(tokens.needsPerson(ada)).toBe(false);
    net.answer = () => granted({ token: 'fresh', home: 'ada.tid' });
    expect([await got(), net.asked.at(-1)?.body]).toEqual([
      'fresh',
      expect.stringContaining('refresh_token=refresh-new'),
    ]);
  });

  it('is refused while the key store is locked, and the old one stays', async () => {
    file.held = { ok: false, code: 'temporarily-unavailable' };
    await expect(tokens.adopt(ada, 'x')).rejects.toBeInstanceOf(TokensLocked);
    file.hold({ 'ada.tid': await ended('old') });
    expect(await got()).toBe('fresh');
  });

  it('answers those who asked before it', async () => {
    const late = await asking(() => refused('invalid_grant'));
    await tokens.adopt(ada, await signedInCache({ home: 'ada.tid', token: 'new' }));
    expect([await late.end(), called]).toEqual(['new', []]);
  });

  it('is not overwritten by a late answer to the old one, not even while it is being kept', async () => {
    const late = await asking(() => granted({ token: 'late', home: 'ada.tid' }));
    const saving = Promise.withResolvers<void>();
    file.ready = saving.promise;
    const adopted = tokens.adopt(ada, await signedInCache({ home: 'ada.tid', token: 'new' }));
    const answered = late.end();
    await vi.advanceTimersByTimeAsync(0);
    saving.resolve();
    await Promise.all([adopted, answered]);
    await vi.advanceTimersByTimeAsync(0);
    expect(JSON.stringify(file.accounts)).toContain('refresh-new');
  });
});

describe('forgotten', () => {
  it('are out of the file, and signed out', async () => {
    await got();
    await tokens.forget(ada);
    expect([file.accounts, await got()]).toEqual([{}, 'signed-out']);
  });

  it('are not while the key store is locked: nothing changes', async () => {
    file.held = { ok: false, code: 'temporarily-unavailable' };
    await expect(tokens.forget(ada)).rejects.toBeInstanceOf(TokensLocked);
    file.hold({ 'ada.tid': await ended('old') });
    expect(await got()).toBe('fresh');
  });

  it('do not come back with a late answer, not even while they are being forgotten', async () => {
    const late = await asking(() => granted({ token: 'late', home: 'ada.tid' }));
    const saving = Promise.withResolvers<void>();
    file.ready = saving.promise;
    const forgotten = tokens.forget(ada);
    const answered = late.end();
    await vi.advanceTimersByTimeAsync(0);
    saving.resolve();
    await Promise.all([forgotten, answered]);
    await vi.advanceTimersByTimeAsync(0);
    expect(file.accounts).toEqual({});
  });
});

it('started over, all are asked for with the app registration of now', async () => {
  net.answer = () => refused('unauthorized_client');
  expect(await got()).toBe('client-id-wrong');
  tokens.startOver();
  net.answer = () => granted({ token: 'fresh', home: 'ada.tid' });
  expect(await got()).toBe('fresh');
});
