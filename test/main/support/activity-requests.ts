import { noFilter } from '../../../src/core/search/activity-filter.ts';

const filter = noFilter;
const query = { ...filter, text: '', between: null };
const narrow = { ...query, kinds: ['edited'], drives: ['w-1'], person: 'Ada', between: [1, 2] };
const page = { ...query, before: null, limit: 50 };
const long = 'x'.repeat(401);

/** What may be asked of the activity list. */
export const goodActivity = {
  getActivity: [[{ ...query, before: null, limit: 1 }], [{ ...narrow, before: 7, limit: 200 }]],
  getGroups: [
    ['drive', query],
    ['person', narrow],
  ],
  listPeople: [[''], ['ada']],
  getDay: [[null], [0], [1_800_000_000_000]],
  keepFilter: [[filter], [{ kinds: ['deleted'], drives: ['w-1'], person: '', unreadOnly: true }]],
  keepGrouping: [['drive'], ['person'], [null]],
};

/** What may not. */
export const badActivity = {
  getActivity: [
    [],
    [null],
    [query],
    [{ ...query, before: null }],
    [{ ...page, before: undefined }],
    ...[0, 201, 1.5].map((limit) => [{ ...page, limit }]),
    ...[-1, '1'].map((before) => [{ ...page, before }]),
    ...[null, long].map((text) => [{ ...page, text }]),
    ...[null, 'edited', ['mislaid']].map((kinds) => [{ ...page, kinds }]),
    ...[null, [''], [long], [7]].map((drives) => [{ ...page, drives }]),
    ...[7, long, undefined].map((person) => [{ ...page, person }]),
    ...[null, 1].map((unreadOnly) => [{ ...page, unreadOnly }]),
    ...[[1], [1, 'x'], [1.5, 2], [-1, 2]].map((between) => [{ ...page, between }]),
    [{ ...page, path: '/etc' }],
    [page, 1],
  ],
  getGroups: [[], ['drive'], [query], ['folder', query], ['drive', filter], ['drive', query, 1]],
  listPeople: [[], [null], [7], ['x'.repeat(201)], ['ada', 1]],
  getDay: [[], ['today'], [1.5], [-1], [Number.NaN], [9e15]],
  keepFilter: [
    [],
    [null],
    [query],
    [{ ...filter, kinds: ['mislaid'] }],
    [{ ...filter, drives: [7] }],
    [{ ...filter, person: long }],
    [filter, 1],
  ],
  keepGrouping: [[], ['day'], [7], ['drive', 1]],
  openVersions: [[], ['1'], [-1], ['https://evil.example']],
  copyLink: [[], ['1'], [-1], ['https://evil.example']],
};
