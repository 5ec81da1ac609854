import type { TokenCacheContext } from '@azure/msal-node';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SecretFile, SecretLoad } from '../../../src/core/ports.ts';
import { type Keeping, TokenCache, TokensLocked } from '../../../src/core/sign-in/token-cache.ts';
import { heardLog, type HeardLog } from '../support/doubles.ts';

let held: SecretLoad;
let keeping: Keeping;
let loads: number;
let saved: string[];
let kept: Keeping[];
let log: HeardLog;
let cache: TokenCache;

const file: SecretFile = {
  load: async () => {
    loads += 1;
    return held;
  },
  save: async (text) => {
    saved.push(text);
    return keeping;
  },
};

beforeEach(() => {
  held = { ok: false, code: 'absent' };
  keeping = 'saved';
  loads = 0;
  saved = [];
  kept = [];
  log = heardLog();
  cache = new TokenCache(file, log, (one) => kept.push(one));
});

/** MSAL reads: what it is handed, if anything. */
async function read(): Promise<string | null> {
  let handed: string | null = null;
  const tokenCache = {
    deserialize: (text: string) => {
      handed = text;
    },
  };
  await cache.beforeCacheAccess({ tokenCache } as TokenCacheContext);
  return handed;
}

/** MSAL has done something that left its memory as `text`. */
async function write(text: string, cacheHasChanged = true): Promise<void> {
  const tokenCache = { serialize: () => text };
  await cache.afterCacheAccess({ cacheHasChanged, tokenCache } as TokenCacheContext);
}

describe('at a start', () => {
  it('hands MSAL what was kept, loaded once', async () => {
    held = { ok: true, text: '{"a":1}' };
    expect([await read(), await read(), loads]).toEqual(['{"a":1}', '{"a":1}', 1]);
  });

  it('hands it nothing where nothing was kept', async () => {
    expect([await read(), log.events]).toEqual([null, []]);
  });

  it.each(['{', 'null', '"text"', '[]', '7', ''])('ignores what is no cache: %j', async (text) => {
    held = { ok: true, text };
    expect([await read(), log.events]).toEqual([null, ['tokens-not-read']]);
  });

  it('looks again at the next access where the key ring was locked', async () => {
    held = { ok: false, code: 'temporarily-unavailable' };
    await expect(read()).rejects.toBeInstanceOf(TokensLocked);
    await expect(read()).rejects.toBeInstanceOf(TokensLocked);
    held = { ok: true, text: '{"a":1}' };
    expect([await read(), loads, saved, kept]).toEqual(['{"a":1}', 3, [], []]);
  });

  it.each(['absent', 'backend-changed', 'corrupt'] as const)(
    'does not look again after %s',
    async (code) => {
      held = { ok: false, code };
      await read();
      await read();
      expect(loads).toBe(1);
    },
  );
});

describe('a change', () => {
  it('is saved, told, and handed out at the next access', async () => {
    await write('{"b":2}');
    expect([saved, kept, await read()]).toEqual([['{"b":2}'], ['saved'], '{"b":2}']);
  });

  it('that is none is not saved', async () => {
    await write('{"b":2}', false);
    expect([saved, kept]).toEqual([[], []]);
  });

  it.each(['memory-only', 'failed'] as const)(
    'that cannot be saved (%s) is told, and lives on in memory',
    async (how) => {
      keeping = how;
      await write('{"b":2}');
      expect([kept, await read()]).toEqual([[how], '{"b":2}']);
    },
  );

  it('made while another is being saved is saved after it, and is the last', async () => {
    await Promise.all([write('{"n":1}'), write('{"n":2}')]);
    expect([saved.at(-1), await read()]).toEqual(['{"n":2}', '{"n":2}']);
  });

  it('after the key ring was locked is made to what it had kept', async () => {
    held = { ok: false, code: 'temporarily-unavailable' };
    await expect(read()).rejects.toBeInstanceOf(TokensLocked);
    held = { ok: true, text: '{"old":1}' };
    expect(await read()).toBe('{"old":1}');
    await write('{"old":1,"new":1}');
    expect([saved, await read()]).toEqual([['{"old":1,"new":1}'], '{"old":1,"new":1}']);
  });
});
