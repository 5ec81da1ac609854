import { expect, it } from 'vitest';
import { type Deletion, deletersOf } from '../../../src/core/activity-feed/deleters.ts';
import type { Person } from '../../../src/core/graph/wire.ts';
import type { ItemActivity } from '../../../src/core/graph/item-activities.ts';
import { noon } from '../support/doubles.ts';
import { file } from '../support/items.ts';

const minute = 60_000;
const span = { since: noon - minute, now: noon };

const ada: Person = { id: 'ADA-id', name: 'Ada', email: 'ada@contoso.com' };
const bob: Person = { id: 'bob-id', name: 'Bob', email: null };

function deletion(parts: Partial<Deletion> = {}): Deletion {
  return { rowId: 1, itemId: 'i-1', itemKind: 'file', name: 'Plan.xlsx', descendants: 0, ...parts };
}

let made = 0;

function deed(actor: Person | null, parts: Partial<ItemActivity> = {}): ItemActivity {
  made += 1;
  return {
    id: `a-${made}`,
    item: null,
    actor,
    at: noon,
    deleted: { name: 'Plan.xlsx', kind: 'file' },
    isComment: false,
    mentioned: null,
    ...parts,
  };
}

function who(
  deletions: readonly Deletion[],
  activities: readonly ItemActivity[],
  when = span,
): Record<number, string | null> {
  const found = deletersOf(deletions, activities, when);
  return Object.fromEntries([...found].map(([row, { person }]) => [row, person.name]));
}

it('knows a deletion by its item’s id, whatever it was called', () => {
  const activities = [
    deed(bob, { item: file('i-2') }),
    deed(ada, { item: file('i-1'), deleted: { name: 'Other', kind: null } }),
  ];
  expect(who([deletion()], activities)).toEqual({ 1: 'Ada' });
  expect(who([deletion({ name: null })], activities)).toEqual({ 1: 'Ada' });
  expect(deletersOf([deletion()], activities, span).get(1)?.activityIds).toEqual([
    activities[1]?.id,
  ]);
});

it('by its name where the feed gives no id, and for a few minutes only', () => {
  expect(who([deletion()], [deed(ada)])).toEqual({ 1: 'Ada' });
  const night = { since: noon - 600 * minute, now: noon };
  expect(who([deletion()], [deed(ada, { at: noon - 11 * minute })], night)).toEqual({});
  expect(
    who([deletion()], [deed(ada, { at: noon - 500 * minute, item: file('i-1') })], night),
  ).toEqual({
    1: 'Ada',
  });
});

it('not by the name of another item', () => {
  expect(who([deletion()], [deed(ada, { item: file('i-2') })])).toEqual({});
});

it('not by what happened before the drive was last read', () => {
  const at = noon - 4 * minute;
  expect(who([deletion()], [deed(ada, { item: file('i-1'), at })])).toEqual({});
  expect(who([deletion()], [deed(ada, { at })])).toEqual({});
});

it('not by what was no deletion', () => {
  expect(who([deletion()], [deed(ada, { item: file('i-1'), deleted: null })])).toEqual({});
});

it('tells a folder from a file of the same name', () => {
  const folder = deletion({ itemKind: 'folder', descendants: 3 });
  const ofFolder = deed(bob, { deleted: { name: 'Plan.xlsx', kind: 'folder' } });
  expect(who([folder], [deed(ada)])).toEqual({});
  expect(who([folder], [deed(ada), ofFolder])).toEqual({ 1: 'Bob' });
  expect(who([deletion({ itemKind: 'package' })], [deed(ada)])).toEqual({ 1: 'Ada' });
  expect(who([folder], [deed(ada, { deleted: { name: 'Plan.xlsx', kind: null } })])).toEqual({
    1: 'Ada',
  });
});

it('does not guess between two people', () => {
  expect(who([deletion()], [deed(ada), deed(bob)])).toEqual({});
  expect(who([deletion()], [deed(ada), deed(null)])).toEqual({});
  const byId = { item: file('i-1') };
  expect(who([deletion()], [deed(ada, byId), deed(bob, byId)])).toEqual({});
  expect(who([deletion()], [deed(null, byId)])).toEqual({});
});

it('knows one person in any spelling of the id', () => {
  const again = { ...ada, id: 'ada-ID', name: 'Ada L.' };
  expect(who([deletion()], [deed(ada), deed(again)])).toEqual({ 1: 'Ada' });
  const nameOnly = { id: null, name: 'Ada', email: null };
  expect(who([deletion()], [deed(nameOnly), deed(nameOnly)])).toEqual({ 1: 'Ada' });
  expect(who([deletion()], [deed(nameOnly), deed({ ...nameOnly, name: 'Bob' })])).toEqual({});
});

it('of two items of one name knows neither until both are written down', () => {
  const two = [deletion(), deletion({ rowId: 2, itemId: 'i-2' })];
  expect(who(two, [deed(ada)])).toEqual({});
  expect(who(two, [deed(ada), deed(ada)])).toEqual({ 1: 'Ada', 2: 'Ada' });
  expect(who(two, [deed(ada), deed(bob)])).toEqual({});
});

it('leaves several nameless items together alone', () => {
  const activities = [deed(ada, { item: file('i-1') })];
  expect(who([deletion({ name: null, descendants: 2 })], activities)).toEqual({});
  expect(
    who([deletion({ name: null })], [deed(ada, { deleted: { name: null, kind: null } })]),
  ).toEqual({});
});
