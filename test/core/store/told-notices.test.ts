import { expect, it } from 'vitest';
import { ToldNotices } from '../../../src/core/store/told-notices.ts';
import { openStore } from '../support/doubles.ts';

it('knows of the latest two hundred notices what they were last about', () => {
  const notices = new ToldNotices(openStore().database);
  for (let n = 1; n <= 200; n += 1) notices.write(new Map([[`n-${n}`, { rowId: n, count: 1 }]]));
  notices.write(new Map([['n-1', { rowId: 300, count: 2 }]]));
  notices.write(new Map([['n-301', { rowId: 301, count: 1 }]]));
  const found = ['n-1', 'n-2', 'n-3', 'n-301'].map((id) => notices.find(id));
  expect(found).toEqual([
    { rowId: 300, count: 2 },
    null,
    { rowId: 3, count: 1 },
    { rowId: 301, count: 1 },
  ]);
});
