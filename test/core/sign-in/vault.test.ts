import { beforeEach, describe, expect, it } from 'vitest';
import type { SecretSave } from '../../../src/core/ports.ts';
import { type Found, TokensLocked, TokenVault } from '../../../src/core/sign-in/vault.ts';
import { heardLog, type HeardLog } from '../support/doubles.ts';
import { HeldSecret } from '../support/secrets.ts';

let file: HeldSecret;
let found: Found[];
let told: SecretSave[];
let log: HeardLog;
let isWeakAllowed: boolean;
let strangers: string[];
let vault: TokenVault;

beforeEach(() => {
  file = new HeldSecret();
  found = [];
  told = [];
  log = heardLog();
  isWeakAllowed = false;
  strangers = [];
  vault = new TokenVault({
    secretFile: file,
    log,
    isWeakAllowed: () => isWeakAllowed,
    isKnown: (homeAccountId) => !strangers.includes(homeAccountId),
    onFound: (how) => found.push(how),
    onSaved: (how) => told.push(how),
  });
});

describe('what was kept', () => {
  it('is each account’s alone, and loaded once', async () => {
    file.hold({ ada: 'A', bob: 'B' });
    const read = await Promise.all([vault.read('ada'), vault.read('bob'), vault.read('carl')]);
    expect([read, await vault.read('ada'), file.loads]).toEqual([['A', 'B', null], 'A', 1]);
    expect([found, file.saves]).toEqual([['usable'], []]);
  });

  it('is nothing where there is no file, and nobody is told', async () => {
    expect([await vault.read('ada'), found, log.events]).toEqual([null, [], []]);
  });

  it.each(['{', 'null', '"text"', '[]', '7', '', '{}', '{"version":2,"accounts":{}}'])(
    'is lost where it is not understood: %j',
    async (text) => {
      file.held = { ok: true, text, wasRestored: false };
      expect([await vault.read('ada'), found, log.events]).toEqual([
        null,
        ['lost'],
        ['tokens-not-read'],
      ]);
    },
  );

  it.each([
    ['corrupt', 'lost'],
    ['backend-changed', 'key-changed'],
  ] as const)('is gone where the file is %s, which is said as %s', async (code, how) => {
    file.held = { ok: false, code };
    expect([await vault.read('ada'), await vault.read('ada'), found]).toEqual([null, null, [how]]);
    expect([file.loads, log.events]).toEqual([1, ['tokens-not-read']]);
  });

  it('may be an older copy, which is said', async () => {
    file.hold({ ada: 'A' }, true);
    expect([await vault.read('ada'), found]).toEqual(['A', ['restored']]);
  });

  it('of an account that is not used any more is dropped, and no longer written', async () => {
    file.hold({ ada: 'A', gone: 'G' });
    strangers = ['gone'];
    expect(await vault.read('gone')).toBeNull();
    await vault.write('ada', 'A2');
    expect(file.accounts).toEqual({ ada: 'A2' });
  });

  it('leaves nothing of itself in the log', async () => {
    file.held = { ok: true, text: 'secret-token', wasRestored: false };
    file.keeps = 'failed';
    await vault.write('ada', 'secret-token');
    vault.stop();
    expect(log.text()).not.toContain('secret-token');
  });
});

describe('a key store that is locked', () => {
  beforeEach(() => {
    file.held = { ok: false, code: 'temporarily-unavailable' };
  });

  it.each<[string, () => Promise<unknown>]>([
    ['read', () => vault.read('ada')],
    ['written', () => vault.write('ada', 'A2')],
    ['forgotten', () => vault.forget('ada')],
    ['saved again', () => vault.saveAgain()],
  ])('lets nothing be %s', async (_what, ask) => {
    await expect(ask()).rejects.toBeInstanceOf(TokensLocked);
    expect([file.saves, found, told]).toEqual([[], [], []]);
  });

  it('is looked at again each time, and once open gives and keeps everything', async () => {
    await expect(vault.read('ada')).rejects.toBeInstanceOf(TokensLocked);
    await expect(vault.read('ada')).rejects.toBeInstanceOf(TokensLocked);
    file.hold({ ada: 'A', bob: 'B' });
    expect([await vault.read('ada'), file.loads, found]).toEqual(['A', 3, ['usable']]);
    await vault.write('ada', 'A2');
    expect(file.accounts).toEqual({ ada: 'A2', bob: 'B' });
  });
});

describe('a change', () => {
  beforeEach(() => {
    file.hold({ ada: 'A', bob: 'B' });
  });

  it('of one account leaves the others as they are', async () => {
    await vault.write('ada', 'A2');
    expect([file.accounts, told]).toEqual([{ ada: 'A2', bob: 'B' }, ['saved']]);
    expect([await vault.read('ada'), await vault.read('bob')]).toEqual(['A2', 'B']);
  });

  it('can be read back by the next start', async () => {
    await vault.write('carl', 'C');
    file.held = { ok: true, text: file.saves.at(-1) ?? '', wasRestored: false };
    const next = new TokenVault({
      secretFile: file,
      log,
      isWeakAllowed: () => false,
      isKnown: () => true,
      onFound: (how) => found.push(how),
      onSaved: () => undefined,
    });
    expect([await next.read('carl'), await next.read('bob')]).toEqual(['C', 'B']);
  });

  it('made while another is being saved is saved after it, and is the last', async () => {
    await Promise.all([
      vault.write('ada', '1'),
      vault.write('ada', '2'),
      vault.write('bob', '3'),
      vault.write('ada', '4'),
    ]);
    expect(file.saves).toHaveLength(4);
    expect([file.accounts, await vault.read('ada')]).toEqual([{ ada: '4', bob: '3' }, '4']);
  });

  it('waits for the save before it to end', async () => {
    const first = Promise.withResolvers<void>();
    file.ready = first.promise;
    const both = [vault.write('ada', '1'), vault.write('ada', '2')];
    await settled();
    expect(file.saves).toHaveLength(1);
    first.resolve();
    await Promise.all(both);
    expect(file.accounts).toMatchObject({ ada: '2' });
  });

  it('that forgets an account takes it out of the file', async () => {
    await vault.forget('ada');
    expect([file.accounts, await vault.read('ada')]).toEqual([{ bob: 'B' }, null]);
  });

  it('that forgets nobody is none', async () => {
    await vault.forget('carl');
    expect(file.saves).toEqual([]);
  });
});

describe('weak storage', () => {
  it.each([true, false])('is passed on as the person has it: %j', async (allowed) => {
    isWeakAllowed = allowed;
    await vault.write('ada', 'A');
    expect(new Set(file.weakly)).toEqual(new Set([allowed]));
  });

  it('allowed or forbidden later, the same is written anew', async () => {
    file.hold({ ada: 'A' });
    await vault.read('ada');
    isWeakAllowed = true;
    await vault.saveAgain();
    isWeakAllowed = false;
    await vault.saveAgain();
    expect([file.weakly, file.accounts]).toEqual([[true, false], { ada: 'A' }]);
  });

  it('found at a start is told of again', async () => {
    file.hold({ ada: 'A' });
    file.keeps = 'saved-weakly';
    isWeakAllowed = true;
    await vault.read('ada');
    expect([told, file.accounts]).toEqual([['saved-weakly'], { ada: 'A' }]);
  });
});

/** Lets everything that waits for nothing happen. */
async function settled(): Promise<void> {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
}

describe('what is kept beside the file', () => {
  it('goes with the last account, and not before', async () => {
    file.hold({ ada: 'A', bob: 'B' });
    await vault.forget('ada');
    expect(file.forgotten).toBe(0);
    await vault.forget('bob');
    expect(file.forgotten).toBe(1);
  });
});

describe('a system with nothing but a weak key', () => {
  beforeEach(() => {
    file.weak = true;
  });

  it('is said at the first look', async () => {
    await vault.read('ada');
    expect(told).toEqual(['memory-only']);
  });

  it('is not said where the person allows it', async () => {
    isWeakAllowed = true;
    await vault.read('ada');
    expect(told).toEqual([]);
  });
});

describe('secrets of webhooks', () => {
  it('lie beside the tokens, and go with them', async () => {
    file.hold({ ada: 'A', bob: 'B' });
    await vault.writeWebhooks('ada', 'S');
    await vault.write('ada', 'A2');
    expect([await vault.readWebhooks('ada'), await vault.readWebhooks('bob')]).toEqual(['S', null]);
    expect(JSON.parse(file.saves.at(-1) ?? '')).toEqual({
      version: 1,
      accounts: { ada: 'A2', bob: 'B' },
      webhooks: { ada: 'S' },
    });
    await vault.forget('ada');
    expect(await vault.readWebhooks('ada')).toBeNull();
    expect(file.saves.at(-1)).not.toContain('S');
  });

  it('are not kept for an account that has gone, nor written twice', async () => {
    file.hold({ ada: 'A' });
    await vault.writeWebhooks('carl', 'S');
    expect(await vault.readWebhooks('carl')).toBeNull();
    await vault.writeWebhooks('ada', 'S');
    const { length } = file.saves;
    await vault.writeWebhooks('ada', 'S');
    expect(file.saves.length).toBe(length);
    await vault.writeWebhooks('ada', null);
    expect(file.saves.at(-1)).not.toContain('webhooks');
  });

  it('of an account that Drivebell does not know are dropped', async () => {
    const text = JSON.stringify({
      version: 1,
      accounts: { ada: 'A', bob: 'B' },
      webhooks: { ada: 'S', bob: 'T' },
    });
    file.held = { ok: true, text, wasRestored: false };
    strangers = ['bob'];
    expect([await vault.readWebhooks('ada'), await vault.readWebhooks('bob')]).toEqual(['S', null]);
  });

  it('cannot be had while the key store is locked', async () => {
    file.held = { ok: false, code: 'temporarily-unavailable' };
    await expect(vault.readWebhooks('ada')).rejects.toThrow(TokensLocked);
    await expect(vault.writeWebhooks('ada', 'S')).rejects.toThrow(TokensLocked);
  });
});
