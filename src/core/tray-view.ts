import type { LivenessState, Snapshot } from '../shared/snapshot.ts';
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
  /** When to look again, in ms from now, if nothing else happens; null: no need. */
  readonly againInMs: number | null;
}

/** What the tray's icon shows. A short trouble is left to the words: the icon turns worse after 30 s. */
export function trayView(snapshot: Snapshot, before: TrayShape | null, now: number): TrayView {
  const wanted = shapes[snapshot.liveness.state];
  const age = now - snapshot.liveness.since;
  const isWorse = before !== null && order.indexOf(wanted) > order.indexOf(before);
  const waits = isWorse && age < graceMs;
  const shape = waits ? before : wanted;
  const icon = { shape, paused: snapshot.pausedUntil !== null, unread: snapshot.unread > 0 };
  return { icon, againInMs: waits ? graceMs - age : null };
}
