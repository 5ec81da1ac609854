import { beforeEach, expect, it } from 'vitest';
import { SignInAlarm } from '../../../src/core/notices/sign-in-alarm.ts';
import type { AccountView, Snapshot } from '../../../src/shared/snapshot.ts';
import { noon } from '../support/doubles.ts';

let heard: string[];
let alarm: SignInAlarm;

beforeEach(() => {
  heard = [];
  alarm = new SignInAlarm({
    askSignIn: ({ noticeId, username }) => heard.push(`ask ${noticeId} ${username}`),
    close: (noticeId) => heard.push(`close ${noticeId}`),
  });
});

function account(accountId: string, needsSignIn: boolean): AccountView {
  const username = `${accountId}@contoso.com`;
  return { accountId, name: 'Me', username, kind: 'work', cloud: 'global', needsSignIn };
}

/** A new snapshot, in which these accounts are signed in or not. */
function look(
  accounts: Readonly<Record<string, boolean>>,
  pausedUntil: Snapshot['pausedUntil'] = null,
  quietUntil: Snapshot['quietUntil'] = null,
): void {
  const views = Object.entries(accounts).map(([id, isSignedIn]) => account(id, !isSignedIn));
  alarm.look({ accounts: views, pausedUntil, quietUntil });
}

it('is silent while all is well', () => {
  look({});
  look({ ada: true });
  expect(heard).toEqual([]);
});

it('asks once for each account', () => {
  look({ ada: false, bob: true });
  look({ ada: false, bob: true });
  look({ ada: false, bob: false });
  expect(heard).toEqual(['ask sign-in-ada ada@contoso.com', 'ask sign-in-bob bob@contoso.com']);
});

it('takes the question back once it is answered, and asks again after a new loss', () => {
  look({ ada: false });
  look({ ada: true });
  look({ ada: true });
  look({ ada: false });
  expect(heard).toEqual([
    'ask sign-in-ada ada@contoso.com',
    'close sign-in-ada',
    'ask sign-in-ada ada@contoso.com',
  ]);
});

it('takes the question back when the account has gone', () => {
  look({ ada: false, bob: false });
  look({ bob: false });
  expect(heard.slice(2)).toEqual(['close sign-in-ada']);
});

it.each([noon, 'until-resumed'] as const)('waits while paused until %j', (pausedUntil) => {
  look({ ada: false }, pausedUntil);
  expect(heard).toEqual([]);
  look({ ada: false });
  expect(heard).toEqual(['ask sign-in-ada ada@contoso.com']);
});

it('waits until quiet hours are over', () => {
  look({ ada: false }, null, noon);
  expect(heard).toEqual([]);
  look({ ada: false });
  expect(heard).toEqual(['ask sign-in-ada ada@contoso.com']);
});

it('takes a question back while paused, too', () => {
  look({ ada: false });
  look({ ada: true }, 'until-resumed');
  expect(heard.at(-1)).toBe('close sign-in-ada');
});

it('says nothing of what was lost and found within a pause', () => {
  look({ ada: false }, 'until-resumed');
  look({ ada: true }, 'until-resumed');
  look({ ada: true });
  expect(heard).toEqual([]);
});
