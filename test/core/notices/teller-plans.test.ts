import { expect, it, vi } from 'vitest';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import type { PausedUntil } from '../../../src/core/notices/pause.ts';
import { sweepDrives } from '../../../src/core/store/drive-state.ts';
import { change, handClock, openStore } from '../support/doubles.ts';
import { tellerOf } from '../support/tellers.ts';

const drive = { watchId: 'w-1', accountId: 'a-1', driveName: 'Finance', driveId: 'd-1' };

it('telling goes through nothing that was told long ago', () => {
  const store = openStore();
  const { database, activity } = store;
  const clock = handClock();
  let pausedUntil: PausedUntil = null;
  const prepare = vi.spyOn(database, 'prepare');
  const exec = vi.spyOn(database, 'exec');
  const teller = tellerOf(store, {
    clock,
    moment: () => ({ wishes: usualWishes, pausedUntil, isCatchingUp: false, reachedAt: null }),
  });
  for (const pause of ['until-resumed', null] as const) {
    pausedUntil = pause;
    for (let n = 0; n < 60; n += 1) {
      const kinds = n % 2 === 0 ? ['created' as const] : ['deleted' as const];
      activity.add(drive, change({ itemId: `${pause}-${n}`, kinds, at: clock.ms }));
    }
    teller.tell();
  }
  sweepDrives(database, []);
  const asked = [...prepare.mock.calls, ...exec.mock.calls].map(([sql]) => sql);
  const steps = [...new Set(asked.filter((sql) => sql.includes('activity')))].flatMap((sql) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => String(step['detail'])),
  );
  expect(steps.length).toBeGreaterThan(8);
  expect(steps.filter((step) => step === 'SCAN activity')).toEqual([]);
});
