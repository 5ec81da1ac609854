import { describe, expect, it } from 'vitest';
import type { TrayShape } from '../../../src/core/desktop/tray-icons.ts';
import { type TrayView, trayView } from '../../../src/core/desktop/tray-view.ts';
import type { LivenessState, Snapshot } from '../../../src/shared/snapshot.ts';
import { noon } from '../support/doubles.ts';
import { snapshotWith } from '../support/snapshots.ts';

function snapshot(state: LivenessState, agoMs = 0, parts: Partial<Snapshot> = {}): Snapshot {
  return snapshotWith({ liveness: { state, since: noon - agoMs, reason: null }, ...parts });
}

/** What was drawn before. */
function drawn(shape: TrayShape, worseSince: number | null = null): TrayView {
  return { icon: { shape, paused: false, unread: false }, worseSince, againInMs: null };
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
    const view = trayView(snapshot('offline', 10_000), drawn('plain'), noon);
    expect(view).toMatchObject({ icon: { shape: 'plain' }, againInMs: 20_000 });
  });

  it('shows after thirty seconds', () => {
    const view = trayView(snapshot('offline', 30_000), drawn('plain'), noon);
    expect(view).toMatchObject({ icon: { shape: 'slash' }, againInMs: null });
  });

  it('that flaps between bad states for minutes shows after thirty seconds all the same', () => {
    const states: readonly LivenessState[] = ['offline', 'unavailable', 'polling'];
    const shapes: TrayShape[] = [];
    let view = drawn('plain');
    for (let n = 0; n <= 8; n += 1) {
      // Every five seconds another state, which has only just begun.
      const now = noon + n * 5000;
      const liveness = { state: states[n % 3] ?? 'offline', since: now, reason: null };
      view = trayView({ ...snapshot('live'), liveness }, view, now);
      shapes.push(view.icon.shape);
      if (n === 2) expect(view).toMatchObject({ worseSince: noon, againInMs: 20_000 });
    }
    expect(shapes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'plain'));
    expect(shapes[6]).not.toBe('plain');
  });

  it('that passed is forgotten: the next one has its own thirty seconds', () => {
    const worse = trayView(snapshot('offline'), drawn('plain'), noon);
    const fine = trayView({ ...snapshot('live') }, worse, noon + 20_000);
    expect(fine.worseSince).toBeNull();
    const liveness = { state: 'offline', since: noon + 25_000, reason: null } as const;
    const again = trayView({ ...snapshot('live'), liveness }, fine, noon + 40_000);
    expect(again).toMatchObject({ icon: { shape: 'plain' }, againInMs: 15_000 });
  });

  it('does not hold back the rest of the picture', () => {
    const view = trayView(snapshot('offline', 0, { unread: 1 }), drawn('plain'), noon);
    expect(view.icon).toEqual({ shape: 'plain', paused: false, unread: true });
  });
});

it.each<[TrayShape, LivenessState, TrayShape]>([
  ['exclamation', 'live', 'plain'],
  ['slash', 'polling', 'hollow'],
  ['hollow', 'live', 'plain'],
  ['hollow', 'polling', 'hollow'],
])('from %s to %s is shown at once', (before, state, shape) => {
  expect(trayView(snapshot(state), drawn(before, noon - 1000), noon)).toMatchObject({
    icon: { shape },
    worseSince: null,
    againInMs: null,
  });
});
