import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/core/diagnostics/explain.ts';
import type { StoredOutcome } from '../../../src/core/store/outcomes.ts';
import type { RuleView } from '../../../src/shared/wishes.ts';

const rule: RuleView = {
  ruleId: 'r-1',
  origin: 'person',
  isOn: true,
  watchId: null,
  within: null,
  pattern: '*.tmp',
  person: null,
  kinds: null,
  isMineOnly: false,
  action: 'list',
  until: null,
};
const told: StoredOutcome = {
  state: 'told',
  outcome: 'told',
  ruleId: null,
  silence: null,
  isOwn: false,
};
const parts = { rules: [rule], dueAt: () => 42 };
const plain = { rule: null, isRuleGone: false, silence: null, isToldSince: false, dueAt: null };

describe('why a change was told, or not', () => {
  test.each<[string, Partial<StoredOutcome>, object]>([
    ['no rule fitted', {}, { outcome: 'told' }],
    [
      'a rule let it only be listed',
      { outcome: 'listed', ruleId: 'r-1' },
      { outcome: 'listed', rule },
    ],
    [
      'a rule that is gone',
      { outcome: 'listed', ruleId: 'r-9' },
      { outcome: 'listed', isRuleGone: true },
    ],
    [
      'kept, and due at some time',
      { state: 'kept', outcome: 'held', silence: 'quiet-hours' },
      { outcome: 'held', silence: 'quiet-hours', dueAt: 42 },
    ],
    [
      'kept, and told since',
      { outcome: 'held', silence: 'paused' },
      { outcome: 'held', silence: 'paused', isToldSince: true },
    ],
    ['not decided yet', { state: 'untold', outcome: null }, { outcome: 'waiting' }],
    ["one's own", { outcome: null, isOwn: true }, { outcome: 'own' }],
    ['its drive was given up before', { outcome: null }, { outcome: 'unknown' }],
    ["one's own, and told as was wished", { isOwn: true }, { outcome: 'told' }],
  ])('%s', (_name, stored, expected) => {
    expect(explain({ ...told, ...stored }, parts)).toEqual({ ...plain, ...expected });
  });
});
