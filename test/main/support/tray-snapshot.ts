import type { ActivityRow } from '../../../src/shared/activity.ts';
import type { LivenessState, Snapshot } from '../../../src/shared/snapshot.ts';
import { row } from '../../core/support/doubles.ts';
import { snapshotWith } from '../../core/support/snapshots.ts';

/** One watched drive in this state since now. */
export function traySnapshot(state: LivenessState, parts: Partial<Snapshot> = {}): Snapshot {
  const liveness = { state, since: Date.now(), reason: null };
  const drive = {
    watchId: 'w-1',
    accountId: 'a-1',
    name: 'R&D',
    microsoftName: 'R&D',
    kind: 'library',
    liveness,
    connection: null,
    wakeBy: 'push',
    pollSeconds: null,
    learning: null,
    names: null,
    lastChangeAt: null,
  } as const;
  return snapshotWith({ liveness, drives: [drive], ...parts });
}

export function activityRow(id: number, parts: Partial<ActivityRow> = {}): ActivityRow {
  return row({ id, driveName: 'R&D', ...parts });
}
