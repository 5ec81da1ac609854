import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountIdOf } from '../../../src/core/ids.ts';
import type { Config } from '../../../src/core/settings/settings.ts';
import { AccountsBench, byCode } from '../support/accounts-bench.ts';
import { account, config } from '../support/config.ts';
import { clientId, granted, refused, signedInCache } from '../support/entra.ts';
import { graphError } from '../support/fetched.ts';

const ada = { ...account, homeAccountId: 'ada.tid', accountId: accountIdOf('global', 'ada.tid') };
const [drive] = config.drives;
const withAda: Config = {
  ...config,
  accounts: [{ ...account, accountId: 'a-2' }, ada],
  drives: config.drives.map((one) => ({ ...one, accountId: ada.accountId })),
};

let bench: AccountsBench;

function begin(...parts: ConstructorParameters<typeof AccountsBench>): void {
  bench.end();
  bench = new AccountsBench(...parts);
}

beforeEach(() => {
  bench = new AccountsBench();
});

afterEach(() => {
  bench.end();
});

describe('somebody new', () => {
  it('is kept, with tokens and all', async () => {
    expect(await bench.signIn()).toEqual({ state: 'idle' });
    expect(bench.config.value.accounts).toMatchObject([
      { homeAccountId: 'ada.tid', cloud: 'global', name: 'Ada L' },
    ]);
    expect(Object.keys(bench.file.accounts as object)).toEqual([ada.accountId]);
    expect(bench.signedIn).toEqual(['ada.tid']);
  });

  it.each([
    ['no-network', () => Promise.reject(new TypeError('fetch failed'))],
    ['microsoft-down', () => graphError(500, 'x')],
    ['unexpected-answer', () => graphError(403, 'x')],
  ] as const)('whom Graph does not know is not kept: %s', async (failure, me) => {
    bench.me = me;
    expect(await bench.signIn()).toMatchObject({ state: 'failed', failure });
    expect([bench.config.value.accounts, bench.file.accounts]).toEqual([[], {}]);
    expect(bench.signedIn).toEqual([]);
  });

  it('is not kept while the key store is locked', async () => {
    bench.file.held = { ok: false, code: 'temporarily-unavailable' };
    expect(await bench.signIn()).toMatchObject({ failure: 'keys-locked' });
    expect([bench.config.value.accounts, bench.file.saves]).toEqual([[], []]);
  });
});

describe('somebody known', () => {
  beforeEach(() => {
    begin(withAda);
  });

  it('is signed in again, whatever Graph says just now, and reaches as far as before', async () => {
    bench.me = () => graphError(500, 'x');
    expect(await bench.signIn()).toEqual({ state: 'idle' });
    expect(bench.config.value.accounts).toEqual(withAda.accounts);
    expect(bench.signedIn).toEqual(['ada.tid']);
  });

  it('is asked for as much as its drives need', async () => {
    const scope = 'User.Read Files.Read Files.Read.All';
    bench.token = () => granted({ token: 'wide', scope, home: 'ada.tid' });
    const ask = { ...byCode, accountId: ada.accountId };
    expect(await bench.signIn(ask)).toEqual({ state: 'idle' });
    expect(bench.net.asked.at(-2)?.body).toContain('Files.Read.All');
    expect(bench.config.value.accounts).toMatchObject([{ accountId: 'a-2' }, { name: 'Ada L' }]);
  });

  it('who allows less than that is told so, and nothing changes', async () => {
    const view = await bench.signIn({ ...byCode, accountId: ada.accountId });
    expect(view).toMatchObject({ state: 'failed', failure: 'declined' });
    expect(bench.file.saves).toEqual([]);
  });

  it('is asked in the cloud of the account, whatever was asked', async () => {
    await bench.signIn({ ...byCode, accountId: ada.accountId, cloud: 'china' });
    expect(bench.net.asked[0]?.url).toContain('https://login.microsoftonline.com/');
  });

  it('has to be the one who was asked', async () => {
    begin({ ...withAda, drives: [] });
    bench.home = 'bob.tid';
    const view = await bench.signIn({ ...byCode, accountId: ada.accountId });
    expect(view).toMatchObject({ state: 'failed', failure: 'other-account' });
    expect([bench.config.value.accounts, bench.file.saves]).toEqual([withAda.accounts, []]);
  });

  it('who is not there cannot be asked', () => {
    expect(bench.accounts.desk.signIn({ ...byCode, accountId: 'a-9' })).toEqual({
      ok: false,
      code: 'not-found',
    });
  });
});

describe('the code under way', () => {
  beforeEach(async () => {
    bench.token = null;
    bench.accounts.desk.signIn(byCode);
    await bench.pass(1000);
  });

  it('is copied, and its page opened', async () => {
    expect(await bench.accounts.desk.copy('device-code')).toMatchObject({ ok: true });
    expect(await bench.accounts.desk.openDeviceCodePage()).toMatchObject({ ok: true });
    expect([bench.copied, bench.opened]).toEqual([
      ['ABCD-EFGH'],
      ['https://microsoft.com/devicelogin?x=y'],
    ]);
  });

  it('is one at a time', () => {
    expect(bench.accounts.desk.signIn(byCode)).toEqual({ ok: false, code: 'busy' });
  });

  it('that the clipboard does not take is said so', async () => {
    bench.takesText = false;
    expect(await bench.accounts.desk.copy('device-code')).toEqual({
      ok: false,
      code: 'copy-failed',
    });
  });

  it('is none once it is cancelled', async () => {
    bench.accounts.desk.cancel();
    await bench.pass(0);
    const none = { ok: false, code: 'not-found' };
    expect(await bench.accounts.desk.copy('device-code')).toEqual(none);
    expect(await bench.accounts.desk.openDeviceCodePage()).toEqual(none);
  });
});

describe('an administrator', () => {
  it('is not needed before anybody was refused', async () => {
    expect(await bench.accounts.desk.copy('admin-consent-link')).toEqual({
      ok: false,
      code: 'not-found',
    });
  });

  it('gets a link once somebody was refused for want of them', async () => {
    begin(withAda);
    bench.token = () => refused('consent_required');
    const view = await bench.signIn({ ...byCode, accountId: ada.accountId });
    expect(view).toMatchObject({ failure: 'needs-administrator' });
    await bench.accounts.desk.copy('admin-consent-link');
    expect(bench.copied).toEqual([
      expect.stringMatching(/^https:\/\/login\.microsoftonline\.com\/tid\/v2\.0\/adminconsent\?/),
    ]);
    expect(bench.copied[0]).toContain(clientId);
  });
});

describe('removing', () => {
  beforeEach(async () => {
    begin(withAda);
    bench.file.hold({
      [ada.accountId]: await signedInCache({ home: 'ada.tid' }),
      'a-2': 'H',
    });
  });

  it('an account takes its drives and its tokens, and nobody else’s', async () => {
    expect(await bench.accounts.remove(ada.accountId, 'keep')).toMatchObject({ ok: true });
    expect(bench.config.value).toMatchObject({ accounts: [{ accountId: 'a-2' }], drives: [] });
    expect(bench.file.accounts).toEqual({ 'a-2': 'H' });
  });

  it('an account is let go of once it is out of the configuration, while its tokens are there', async () => {
    const seen: unknown[] = [];
    bench.onLeaving = async (accountId) => {
      const isListed = bench.config.value.accounts.some((one) => one.accountId === accountId);
      seen.push(accountId, isListed, bench.file.saves.length);
    };
    await bench.accounts.remove(ada.accountId, 'keep');
    expect([seen, bench.file.saves.length]).toEqual([[ada.accountId, false, 0], 1]);
  });

  it('an account that came back meanwhile keeps its tokens', async () => {
    bench.onLeaving = async () => void bench.config.change({ accounts: [ada] });
    await bench.accounts.remove(ada.accountId, 'keep');
    expect(bench.file.saves).toEqual([]);
  });

  it('changes nothing while the key store is locked', async () => {
    bench.file.held = { ok: false, code: 'temporarily-unavailable' };
    expect(await bench.accounts.remove(ada.accountId, 'keep')).toEqual({
      ok: false,
      code: 'keys-locked',
    });
    expect(bench.config.value).toEqual(withAda);
  });

  it('an account that is not there is refused', async () => {
    expect(await bench.accounts.remove('a-9', 'keep')).toEqual({ ok: false, code: 'not-found' });
    expect(bench.file.saves).toEqual([]);
  });

  it('ends a sign-in of that account, and of no other', async () => {
    bench.token = null;
    bench.accounts.desk.signIn({ ...byCode, accountId: ada.accountId });
    await bench.accounts.remove('a-2', 'keep');
    expect(bench.view.state).toBe('waiting');
    await bench.accounts.remove(ada.accountId, 'keep');
    await bench.pass(0);
    expect(bench.view.state).toBe('idle');
  });

  it('an account leaves a sign-in alone that anyone could answer', async () => {
    bench.token = null;
    bench.accounts.desk.signIn(byCode);
    await bench.accounts.remove(ada.accountId, 'keep');
    expect(bench.view.state).toBe('waiting');
  });
});

describe('an app registration', () => {
  const other = '00000000-1234-1234-1234-123456789abc';

  it('of one’s own is kept, without what was pasted around it', () => {
    expect(bench.accounts.setClientId('us-gov', ` ${other}\n`)).toMatchObject({ ok: true });
    bench.accounts.setClientId('china', clientId);
    expect(bench.config.value.clientIds).toEqual({ 'us-gov': other, china: clientId });
  });

  it.each(['', ' ', 'drivebell', `${other}x`])('is not %j', (text) => {
    expect(bench.accounts.setClientId('global', text)).toEqual({
      ok: false,
      code: 'client-id-malformed',
    });
    expect(bench.config.value.clientIds).toEqual({});
  });

  it('can be forgotten', () => {
    bench.accounts.setClientId('us-gov', other);
    bench.accounts.setClientId('us-gov', null);
    expect(bench.config.value.clientIds).toEqual({});
  });

  it('that is changed lets the accounts of its cloud try again', () => {
    begin({ ...withAda, accounts: [ada, { ...account, cloud: 'china' }] });
    bench.accounts.setClientId('china', other);
    expect(bench.clientIdsChanged).toEqual(['china']);
  });

  it('that is changed lets nothing of before stand in the way', async () => {
    begin(withAda, { builtIn: '', environment: '' });
    await bench.accounts.graphs.of(ada).get('/me', { signal: new AbortController().signal });
    expect(bench.accounts.needsSignIn(ada)).toBe(true);
    bench.accounts.setClientId('global', other);
    expect(bench.accounts.needsSignIn(ada)).toBe(false);
  });

  it('is used from then on', async () => {
    begin(withAda, { builtIn: '', environment: '' });
    expect(await bench.signIn()).toMatchObject({ failure: 'client-id-missing' });
    bench.accounts.setClientId('global', other);
    expect(await bench.signIn()).toEqual({ state: 'idle' });
    expect(bench.net.asked[0]?.body).toContain(other);
  });
});

describe('weak storage', () => {
  it('once allowed, keeps what there is', async () => {
    begin(withAda);
    bench.file.hold({ [ada.accountId]: 'A' });
    expect(await bench.accounts.allowWeakStorage(true)).toMatchObject({ ok: true });
    expect([bench.config.value.allowsWeakStorage, bench.file.weakly.at(-1)]).toEqual([true, true]);
    await bench.accounts.allowWeakStorage(false);
    expect([bench.config.value.allowsWeakStorage, bench.file.weakly.at(-1)]).toEqual([
      false,
      false,
    ]);
  });

  it('may be allowed while the key store is locked', async () => {
    bench.file.held = { ok: false, code: 'temporarily-unavailable' };
    expect(await bench.accounts.allowWeakStorage(true)).toMatchObject({ ok: true });
    expect([bench.config.value.allowsWeakStorage, bench.file.saves]).toEqual([true, []]);
  });
});

describe('a drive that others share', () => {
  const own = { ...ada } as const;
  const library = drive && { ...drive, accountId: ada.accountId };

  it('is no reason to ask where the account reaches that far', async () => {
    begin(withAda);
    expect(await bench.accounts.widenFor(library ? [library] : [])).toBeNull();
    expect(bench.net.asked).toEqual([]);
  });

  it('is opened silently where that was allowed before', async () => {
    begin({ ...withAda, accounts: [own], drives: [] });
    const scope = 'User.Read Files.Read Files.Read.All';
    bench.file.hold({ [ada.accountId]: await signedInCache({ home: 'ada.tid', scope }) });
    expect(await bench.accounts.widenFor(library ? [library] : [])).toBeNull();
    expect(bench.opened).toEqual([]);
  });

  it('without network changes nothing, and asks nobody', async () => {
    begin({ ...withAda, accounts: [own], drives: [] });
    bench.file.hold({ [ada.accountId]: await signedInCache({ home: 'ada.tid' }) });
    bench.net.answer = () => Promise.reject(new TypeError('fetch failed'));
    expect(await bench.accounts.widenFor(library ? [library] : [])).toBe('no-network');
    expect([bench.config.value.accounts, bench.opened]).toEqual([[own], []]);
  });
});
