import { noFilter } from '../../../src/core/search/activity-filter.ts';
import { clientIdsOf } from '../../../src/core/sign-in/client-ids.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import type { Snapshot } from '../../../src/shared/snapshot.ts';

/** Of an app without accounts or drives, if nothing else is said. */
export function snapshotWith(parts: Pick<Snapshot, 'liveness'> & Partial<Snapshot>): Snapshot {
  return {
    version: '0',
    accounts: [],
    signIn: { state: 'idle' },
    clientIds: clientIdsOf({ builtIn: '', environment: '' }, {}),
    tokenStorage: 'safe',
    drives: [],
    pausedUntil: null,
    quietUntil: null,
    tellsOwn: false,
    theme: 'system',
    language: 'system',
    shortcut: null,
    updates: { isAutomatic: true, now: { state: 'elsewhere', installation: 'development' } },
    wishes: usualWishes,
    filter: noFilter,
    groupBy: null,
    rules: [],
    hooks: {},
    webhook: { url: null, port: 8765, use: 'fallback' },
    unread: 0,
    recent: [],
    activityRevision: 0,
    troubles: [],
    ...parts,
  };
}
