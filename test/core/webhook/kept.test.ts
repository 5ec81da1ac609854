import { beforeEach, expect, it } from 'vitest';
import { KeptSubscriptions } from '../../../src/core/webhook/kept.ts';
import { heardLog, type HeardLog } from '../support/doubles.ts';

const one = { id: 's-1', clientState: 'secret' };
let text: string | null;
let isLocked: boolean;
let log: HeardLog;
let kept: KeptSubscriptions;

function locked(): void {
  if (isLocked) throw new Error('locked');
}

beforeEach(() => {
  text = null;
  isLocked = false;
  log = heardLog();
  const secrets = {
    read: async () => {
      locked();
      return text;
    },
    write: async (_accountId: string, next: string | null) => {
      locked();
      text = next;
    },
  };
  kept = new KeptSubscriptions(secrets, 'a-1', log);
});

it('keeps each drive’s, and nothing once all have gone', async () => {
  await kept.keep('d-1', one);
  await kept.keep('d-2', { ...one, id: 's-2' });
  expect((await kept.of('d-1'))?.id).toBe('s-1');
  await kept.keep('d-1', null);
  expect(JSON.parse(text ?? '')).toEqual({ 'd-2': { ...one, id: 's-2' } });
  await kept.keep('d-2', null);
  expect([text, await kept.of('d-2')]).toEqual([null, null]);
});

it.each(['{', '7', '{"d-1":7}', '{"d-1":{"id":"s-1"}}'])(
  'takes %s for nothing',
  async (damaged) => {
    text = damaged;
    expect(await kept.of('d-1')).toBeNull();
    await kept.keep('d-2', one);
    expect(JSON.parse(text)).toEqual({ 'd-2': one });
  },
);

it('writes nothing over what it could not read', async () => {
  text = JSON.stringify({ 'd-1': one });
  isLocked = true;
  const keeping = kept.keep('d-2', { ...one, id: 's-2' });
  isLocked = false;
  await keeping;
  expect([await kept.of('d-1'), JSON.parse(text)]).toEqual([one, { 'd-1': one }]);
});

it('while the key store is locked goes on from memory, and reads later', async () => {
  text = JSON.stringify({ 'd-1': one });
  isLocked = true;
  expect(await kept.of('d-1')).toBeNull();
  isLocked = false;
  expect(await kept.of('d-1')).toEqual(one);
  isLocked = true;
  await kept.keep('d-2', one);
  expect(await kept.of('d-2')).toEqual(one);
  expect(log.text()).not.toContain('secret');
});
