import { expect, it } from 'vitest';
import { payload } from '../../../src/core/hooks/payload.ts';
import { noon, row } from '../support/doubles.ts';

it('says what happened, and nothing of how it is kept', () => {
  expect(JSON.parse(payload(row(), 'https://contoso.sharepoint.com/a'))).toEqual({
    kinds: ['edited'],
    itemKind: 'file',
    name: 'Budget.xlsx',
    oldName: null,
    place: [],
    oldPlace: null,
    drive: 'Finance',
    actor: 'Ada',
    own: false,
    at: new Date(noon).toISOString(),
    times: 1,
    webUrl: 'https://contoso.sharepoint.com/a',
  });
});

it('names where it was, and what it was called', () => {
  const moved = row({
    kinds: ['renamed', 'moved'],
    itemKind: 'folder',
    name: 'New',
    oldName: 'Old',
    place: ['A', 'B'],
    oldPlace: ['C'],
    actor: null,
    own: true,
    times: 3,
    at: Date.UTC(2027, 0, 2, 3, 4, 5, 6),
  });
  expect(JSON.parse(payload(moved, null))).toMatchObject({
    kinds: ['renamed', 'moved'],
    itemKind: 'folder',
    oldName: 'Old',
    place: ['A', 'B'],
    oldPlace: ['C'],
    actor: null,
    own: true,
    times: 3,
    at: '2027-01-02T03:04:05.006Z',
    webUrl: null,
  });
});

it.each(['"; rm -rf ~ #', '$(reboot)', '{"name":"x"}', 'a\nb', '\u0000'])(
  'keeps %j as a name, in one line',
  (name) => {
    const text = payload(row({ name }), null);
    expect(text).not.toContain('\n');
    expect(JSON.parse(text)).toMatchObject({ name });
  },
);
