import type { LivenessState, Snapshot } from '../../shared/snapshot.ts';
import type { TrayIcon, TrayShape } from './tray-icons.ts';

const shapes: Readonly<Record<LivenessState, TrayShape>> = {
  live: 'plain',
  starting: 'hollow',
  polling: 'hollow',
  offline: 'slash',
  'sign-in-needed': 'exclamation',
  unavailable: 'exclamation',
};

/** From best to worst: only a turn for the worse waits. */
const order: readonly TrayShape[] = ['plain', 'hollow', 'slash', 'exclamation'];
const graceMs = 30_000;

export interface TrayView {
  readonly icon: TrayIcon;
  /** Since when things have been worse than the icon says, in ms since 1970; null: it says what is. */
  readonly worseSince: number | null;
  /** When to look again, in ms from now, if nothing else happens; null: no need. */
  readonly againInMs: number | null;
}

/** What the tray's icon shows. A short trouble is left to the words: the icon turns worse after 30 s. */
export function trayView(snapshot: Snapshot, before: TrayView | null, now: number): TrayView {
  const wanted = shapes[snapshot.liveness.state];
  const flags = { paused: snapshot.pausedUntil !== null, unread: snapshot.unread > 0 };
  if (before === null || order.indexOf(wanted) <= order.indexOf(before.icon.shape)) {
    return { icon: { shape: wanted, ...flags }, worseSince: null, againInMs: null };
  }
  const worseSince = before.worseSince ?? snapshot.liveness.since;
  const left = worseSince + graceMs - now;
  return left > 0
    ? { icon: { shape: before.icon.shape, ...flags }, worseSince, againInMs: left }
    : { icon: { shape: wanted, ...flags }, worseSince: null, againInMs: null };
}
