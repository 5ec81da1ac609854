import { expect, it } from 'vitest';
import { previewOf } from '../../../src/core/notices/preview.ts';
import type { Rule, WayUp } from '../../../src/core/notices/rules.ts';
import { noon } from '../support/doubles.ts';
import { rule, tellable } from '../support/notices.ts';

const rows = [
  tellable({ id: 1, name: 'Plan.docx' }),
  tellable({ id: 2, name: 'Budget.xlsx' }),
  tellable({ id: 3, name: '~lock.tmp' }),
  tellable({ id: 4, name: 'Notes.docx', parentId: 'deep' }),
];
const wayUp: WayUp = (_watchId, folderId) =>
  new Set(folderId === 'deep' ? ['deep', 'docs'] : folderId === null ? [] : [folderId]);

const partOf = () => null;

const of = (tried: Rule, ...rules: readonly Rule[]) =>
  previewOf(rows, { tried, rules: rules.length > 0 ? rules : [tried], wayUp, partOf, now: noon });

const documents = { ruleId: 'new', pattern: '*.docx' };
const temporary = rule({ ruleId: 'tmp', pattern: '*.tmp', action: 'ignore' });
const silence = rule({ ruleId: 'silence', action: 'list' });

it.each([
  ['notify', 4],
  ['list', 2],
  ['ignore', 2],
] as const)('a rule alone: %s', (action, tells) => {
  expect(of(rule({ ...documents, action }))).toEqual({ of: 4, fits: 2, tells });
});

it('the first rule that fits decides', () => {
  const tried = rule({ ...documents, action: 'notify' });
  expect(of(tried, tried, temporary, silence)).toEqual({ of: 4, fits: 2, tells: 2 });
  expect(of(tried, temporary, silence, tried)).toEqual({ of: 4, fits: 2, tells: 0 });
});

it('what it fits is counted, whoever decides it', () => {
  const tried = rule({ ruleId: 'new', pattern: '*.tmp', action: 'notify' });
  expect(of(tried, temporary, tried)).toEqual({ of: 4, fits: 1, tells: 3 });
});

it('looks where a folder lies', () => {
  const within = { itemId: 'docs', name: 'Docs' };
  expect(of(rule({ within }))).toEqual({ of: 4, fits: 1, tells: 3 });
});

it.each([{ isOn: false }, { until: noon - 1 }])('tries it as if in force: %j', (parts) => {
  const tried = rule({ ...documents, action: 'ignore', ...parts });
  expect(of(tried)).toEqual({ of: 4, fits: 2, tells: 2 });
});

it.each([{ isOn: false }, { until: noon }])(
  'other rules count only where they are in force: %j',
  (parts) => {
    const tried = rule({ ruleId: 'new', pattern: 'none' });
    expect(of(tried, tried, { ...silence, ...parts })).toEqual({ of: 4, fits: 0, tells: 4 });
  },
);

it('there is nothing to try it on', () => {
  const tried = rule();
  const trial = { tried, rules: [tried], wayUp, partOf, now: noon };
  expect(previewOf([], trial)).toEqual({ of: 0, fits: 0, tells: 0 });
});
