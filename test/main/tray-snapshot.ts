import { usualWishes } from '../../src/core/notices/wishes.ts';
import { clientIdsOf } from '../../src/core/client-ids.ts';
import type { ActivityRow } from '../../src/shared/activity.ts';
import type { LivenessState, Snapshot } from '../../src/shared/snapshot.ts';
import { noon } from '../core/support/doubles.ts';

/** One watched drive in this state since now. */
export function traySnapshot(state: LivenessState, parts: Partial<Snapshot> = {}): Snapshot {
  const liveness = { state, since: Date.now(), reason: null };
  const drive = {
    watchId: 'w-1',
    accountId: 'a-1',
    name: 'R&D',
    kind: 'library',
    liveness,
    connection: null,
    pollSeconds: null,
    learning: null,
    names: null,
    lastChangeAt: null,
  } as const;
  return {
    version: '0',
    accounts: [],
    signIn: { state: 'idle' },
    clientIds: clientIdsOf({ builtIn: '', environment: '' }, {}),
    tokenStorage: 'safe',
    drives: [drive],
    liveness,
    pausedUntil: null,
    tellsOwn: false,
    quietUntil: null,
    wishes: usualWishes,
    rules: [],
    hooks: {},
    unread: 0,
    recent: [],
    activityRevision: 0,
    troubles: [],
    ...parts,
  };
}

export function activityRow(id: number, parts: Partial<ActivityRow> = {}): ActivityRow {
  return {
    id,
    watchId: 'w-1',
    driveName: 'R&D',
    kinds: ['edited'],
    itemKind: 'file',
    name: 'Budget.xlsx',
    oldName: null,
    place: [],
    oldPlace: null,
    actor: 'Ada',
    own: false,
    times: 1,
    descendants: 0,
    at: noon,
    read: false,
    canOpen: true,
    ...parts,
  };
}
