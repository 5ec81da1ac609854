import { expect, it, vi } from 'vitest';
import { ActivityBrief } from '../../src/core/activity-brief.ts';
import { change, noon, openStore } from './support/doubles.ts';

const drive = { watchId: 'w-1', accountId: 'a-1', driveName: 'Finance', driveId: 'd-1' };

it('tells of the newest five changes, read anew only when the list has changed', () => {
  const { activity } = openStore();
  const brief = new ActivityBrief(activity);
  const read = vi.spyOn(activity, 'page');
  const first = brief.view();
  for (let n = 1; n <= 7; n += 1) activity.add(drive, change({ at: noon + n }));
  const unchanged = brief.view();
  brief.changed();
  const second = brief.view();
  brief.view();
  expect(first).toEqual({ unread: 0, recent: [], activityRevision: 0 });
  expect(unchanged.recent).toBe(first.recent);
  expect(second).toMatchObject({ unread: 7, activityRevision: 1 });
  expect(second.recent.map((row) => row.id)).toEqual([7, 6, 5, 4, 3]);
  expect(read).toHaveBeenCalledTimes(2);
});
