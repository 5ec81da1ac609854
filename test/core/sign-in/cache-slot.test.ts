import type { TokenCacheContext } from '@azure/msal-node';
import { expect, it } from 'vitest';
import { CacheSlot } from '../../../src/core/sign-in/cache-slot.ts';

/** MSAL reads: what it is handed, if anything. */
async function read(slot: CacheSlot): Promise<string | null> {
  let handed: string | null = null;
  const tokenCache = {
    deserialize: (text: string) => {
      handed = text;
    },
  };
  await slot.beforeCacheAccess({ tokenCache } as TokenCacheContext);
  return handed;
}

/** MSAL has done something that left its memory as `text`. */
async function write(slot: CacheSlot, text: string, cacheHasChanged = true): Promise<void> {
  const tokenCache = { serialize: () => text };
  await slot.afterCacheAccess({ cacheHasChanged, tokenCache } as TokenCacheContext);
}

it('hands MSAL what was kept, at every access', async () => {
  const slot = new CacheSlot('{"a":1}');
  expect([await read(slot), await read(slot)]).toEqual(['{"a":1}', '{"a":1}']);
});

it('hands it nothing where nothing was kept', async () => {
  expect(await read(new CacheSlot(null))).toBeNull();
});

it('a change is told, kept, and handed out at the next access', async () => {
  const told: string[] = [];
  const slot = new CacheSlot('{"a":1}', async (text) => void told.push(text));
  await write(slot, '{"b":2}');
  expect([told, slot.text, await read(slot)]).toEqual([['{"b":2}'], '{"b":2}', '{"b":2}']);
});

it('a change that is none is neither told nor kept', async () => {
  const told: string[] = [];
  const slot = new CacheSlot('{"a":1}', async (text) => void told.push(text));
  await write(slot, '{"b":2}', false);
  expect([told, slot.text]).toEqual([[], '{"a":1}']);
});

it('MSAL waits until a change is written, and hears that it could not be', async () => {
  const slot = new CacheSlot(null, () => Promise.reject(new Error('locked')));
  await expect(write(slot, '{"b":2}')).rejects.toThrow('locked');
});

it('a sign-in that has not ended yet keeps its cache to itself', async () => {
  const slot = new CacheSlot(null);
  await write(slot, '{"b":2}');
  expect(slot.text).toBe('{"b":2}');
});
