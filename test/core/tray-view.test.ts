import { describe, expect, it } from 'vitest';
import type { TrayShape } from '../../src/core/tray-icons.ts';
import { trayView } from '../../src/core/tray-view.ts';
import type { LivenessState, Snapshot } from '../../src/shared/snapshot.ts';
import { noon } from './support/doubles.ts';

function snapshot(state: LivenessState, agoMs = 0, parts: Partial<Snapshot> = {}): Snapshot {
  return {
    version: '0',
    accounts: [],
    signIn: { state: 'idle' },
    drives: [],
    liveness: { state, since: noon - agoMs, reason: null },
    pausedUntil: null,
    unread: 0,
    activityRevision: 0,
    troubles: [],
    ...parts,
  };
}

it.each<[LivenessState, TrayShape]>([
  ['live', 'plain'],
  ['starting', 'hollow'],
  ['polling', 'hollow'],
  ['offline', 'slash'],
  ['sign-in-needed', 'exclamation'],
  ['unavailable', 'exclamation'],
])('%s is %s at once where nothing was shown before', (state, shape) => {
  expect(trayView(snapshot(state), null, noon)).toMatchObject({ icon: { shape }, againInMs: null });
});

it.each([
  [null, 0, { paused: false, unread: false }],
  ['until-resumed', 0, { paused: true, unread: false }],
  [noon + 1, 3, { paused: true, unread: true }],
] as const)('paused until %j with %i unread', (pausedUntil, unread, icon) => {
  expect(trayView(snapshot('live', 0, { pausedUntil, unread }), null, noon).icon).toMatchObject(
    icon,
  );
});

describe('a turn for the worse', () => {
  it('waits for thirty seconds, and says when to look again', () => {
    const view = trayView(snapshot('offline', 10_000), 'plain', noon);
    expect(view).toMatchObject({ icon: { shape: 'plain' }, againInMs: 20_000 });
  });

  it('shows after thirty seconds', () => {
    const view = trayView(snapshot('offline', 30_000), 'plain', noon);
    expect(view).toMatchObject({ icon: { shape: 'slash' }, againInMs: null });
  });

  it('does not hold back the rest of the picture', () => {
    const view = trayView(snapshot('offline', 0, { unread: 1 }), 'plain', noon);
    expect(view.icon).toEqual({ shape: 'plain', paused: false, unread: true });
  });
});

it.each<[TrayShape, LivenessState, TrayShape]>([
  ['exclamation', 'live', 'plain'],
  ['slash', 'polling', 'hollow'],
  ['hollow', 'live', 'plain'],
  ['hollow', 'polling', 'hollow'],
])('from %s to %s is shown at once', (before, state, shape) => {
  expect(trayView(snapshot(state), before, noon)).toMatchObject({
    icon: { shape },
    againInMs: null,
  });
});
