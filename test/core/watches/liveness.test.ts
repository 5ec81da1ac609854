import { describe, expect, it } from 'vitest';
import {
  type DriveFacts,
  deriveLiveness,
  nextLiveness,
  worstLiveness,
} from '../../../src/core/watches/liveness.ts';
import type { Liveness, LivenessState } from '../../../src/shared/snapshot.ts';

const live: DriveFacts = {
  trouble: null,
  hasRead: true,
  source: {
    state: 'live',
    connection: { via: 'library', protocol: 4, since: 0, expiresAt: 0, renewsAt: 0 },
  },
  isJustBack: false,
};
const down = { state: 'down', reason: 'push-lost' } as const;

it.each<[string, Partial<DriveFacts>, LivenessState, string | null]>([
  ['read and joined', {}, 'live', null],
  ['not read yet', { hasRead: false }, 'starting', null],
  ['not read yet, push down', { hasRead: false, source: down }, 'starting', null],
  ['push on its way', { source: { state: 'connecting' } }, 'starting', null],
  ['push down', { source: down }, 'polling', 'push-lost'],
  [
    'push not offered',
    { source: { state: 'down', reason: 'push-not-offered' } },
    'polling',
    'push-not-offered',
  ],
  ['no network', { trouble: 'no-network' }, 'offline', 'no-network'],
  ['signed out', { trouble: 'signed-out' }, 'sign-in-needed', 'signed-out'],
  ['throttled', { trouble: 'throttled' }, 'polling', 'throttled'],
  ['Microsoft down', { trouble: 'microsoft-down' }, 'unavailable', 'microsoft-down'],
  ['no access', { trouble: 'no-access' }, 'unavailable', 'no-access'],
  ['gone', { trouble: 'drive-gone' }, 'unavailable', 'drive-gone'],
  ['disk full', { trouble: 'storage-failed' }, 'unavailable', 'storage-failed'],
  [
    'trouble before the first reading',
    { hasRead: false, trouble: 'no-network' },
    'offline',
    'no-network',
  ],
  ['trouble of two kinds', { trouble: 'no-network', source: down }, 'offline', 'no-network'],
])('%s is %s', (_what, parts, state, reason) => {
  expect(deriveLiveness({ ...live, ...parts })).toEqual({ state, reason });
});

it.each<[string, Partial<DriveFacts>, LivenessState]>([
  ['no network', { trouble: 'no-network' }, 'starting'],
  ["a page in Microsoft's place", { trouble: 'not-json' }, 'starting'],
  ['a locked key ring', { trouble: 'keys-locked' }, 'starting'],
  ['push down', { source: down }, 'starting'],
  ['signed out', { trouble: 'signed-out' }, 'sign-in-needed'],
  ['all well', {}, 'live'],
])('a computer that has just woken up: %s is %s', (_what, parts, state) => {
  expect(deriveLiveness({ ...live, ...parts, isJustBack: true }).state).toBe(state);
});

it('all are live only since the last of them is', () => {
  const liveSince = (since: number): Liveness => ({ state: 'live', since, reason: null });
  expect(worstLiveness([liveSince(9), liveSince(11), liveSince(10)]).since).toBe(11);
});

describe('since', () => {
  const before: Liveness = { state: 'polling', since: 1, reason: 'push-lost' };

  it('stays, and the very picture with it, while nothing changes', () => {
    expect(nextLiveness(before, { state: 'polling', reason: 'push-lost' }, 9)).toBe(before);
  });

  it('stays when only the reason changes', () => {
    const next = nextLiveness(before, { state: 'polling', reason: 'throttled' }, 9);
    expect(next).toEqual({ state: 'polling', since: 1, reason: 'throttled' });
  });

  it('is now when the state changes', () => {
    const next = nextLiveness(before, { state: 'live', reason: null }, 9);
    expect(next).toEqual({ state: 'live', since: 9, reason: null });
  });
});

describe('the app', () => {
  const fromWorst = [
    'sign-in-needed',
    'unavailable',
    'offline',
    'polling',
    'starting',
    'live',
  ] as const;
  const at = (state: LivenessState, since: number): Liveness => ({ state, since, reason: null });

  it('is as live as the worst of its drives', () => {
    for (const [index, worst] of fromWorst.entries()) {
      const drives = fromWorst.slice(index).map((state) => at(state, 1));
      expect(worstLiveness(drives.toReversed()).state).toBe(worst);
    }
  });

  it('has been so since the first of them', () => {
    const drives = [at('live', 1), at('offline', 7), at('offline', 3), at('offline', 5)];
    expect(worstLiveness(drives)).toEqual(at('offline', 3));
  });

  it('is starting where there is no drive', () => {
    expect(worstLiveness([]).state).toBe('starting');
  });
});
