import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ActivityRow } from '../../../src/shared/activity.ts';
import { Simulator } from '../../simulator/simulator.ts';
import {
  type Harness,
  must,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

const feed = '/beta/drives/*/activities';
const minute = 60_000;

let simulator: Simulator;
let harness: Harness;

beforeEach(async () => {
  simulator = await Simulator.start();
  harness = startDrivebell(simulator);
});

afterEach(async () => {
  vi.restoreAllMocks();
  harness[Symbol.dispose]();
  await simulator.stop();
});

/** What is listed of comments and mentions, oldest first. */
function remarks(): readonly ActivityRow[] {
  const { rows } = must(harness.drivebell.history.page(null, 50));
  const isRemark = ({ kinds }: ActivityRow) => /comment|mention/.test(kinds.join(' '));
  return rows.filter((row) => isRemark(row)).toReversed();
}

function sentences(rows: readonly ActivityRow[]): readonly string[] {
  return rows.map(({ kinds, name, actor }) => `${actor ?? '?'} ${kinds.join('+')} ${name ?? '?'}`);
}

/** What toasts said, each change once. */
function told(): readonly string[] {
  const changes = harness.notices.flatMap((notice) => notice.changes);
  return sentences([...new Map(changes.map((change) => [change.id, change])).values()]);
}

/** Ends the app, and starts it again. */
async function restarted(): Promise<void> {
  harness = harness.restart();
  harness.notices.length = 0;
  await untilState(harness.drivebell, 'live');
}

test('who commented on what, and where one was mentioned; one’s own is listed and not told', async () => {
  const { finance } = simulator.drives;
  await signInAndWatch(harness, simulator, ['finance']);
  const path = '/Budget/Budget.xlsx';
  finance.comment(path, { by: 'Lee Gu', mentions: ['Adele Vance'] });
  finance.comment(path, { by: 'Adele Vance', mentions: ['Megan Bowen'], reply: true });
  finance.comment(path, { by: 'Megan Bowen', reply: true });
  finance.mention(path, 'Adele Vance', { by: 'Lee Gu' });
  const { webUrl } = finance.edit(path, { by: 'Lee Gu' });
  await until(() => told().length === 3);
  expect(told().toSorted()).toEqual([
    'Adele Vance mentioned Budget.xlsx',
    'Lee Gu commented Budget.xlsx',
    'Lee Gu edited Budget.xlsx',
  ]);
  expect(remarks()).toMatchObject([
    { actor: 'Lee Gu', place: ['Budget'], own: false, read: false, canOpen: true },
    { kinds: ['mentioned'], actor: 'Adele Vance' },
    { kinds: ['commented'], actor: 'Megan Bowen', own: true, read: true },
  ]);
  expect(simulator.requests.count(feed)).toBe(1);
  expect(await harness.drivebell.history.openItem(remarks()[0]?.id ?? 0)).toMatchObject({
    ok: true,
  });
  expect(harness.opened.at(-1)).toBe(webUrl);
});

test('each is told once, over restarts, and though the feed is late', async () => {
  const { finance } = simulator.drives;
  await signInAndWatch(harness, simulator, ['finance']);
  const path = '/Budget/Budget.xlsx';
  finance.comment(path, { by: 'Lee Gu' });
  finance.edit(path, { by: 'Lee Gu' });
  await until(() => remarks().length === 1);

  await restarted();
  // Nothing new is in the feed when it is asked.
  simulator.knobs.activityLagMs = 10 * minute;
  finance.comment(path, { by: 'Adele Vance' });
  finance.edit(path, { by: 'Lee Gu' });
  await simulator.requests.until(feed, 2);

  await restarted();
  simulator.knobs.activityLagMs = 0;
  finance.edit(path, { by: 'Lee Gu' });
  await until(() => remarks().length > 1);
  expect(sentences(remarks())).toEqual([
    'Lee Gu commented Budget.xlsx',
    'Adele Vance commented Budget.xlsx',
  ]);
  expect(told().filter((words) => words.includes('commented'))).toEqual([
    'Adele Vance commented Budget.xlsx',
  ]);
});

test('nothing from before the drive was watched is told', async () => {
  const { finance } = simulator.drives;
  const path = '/Budget/Budget.xlsx';
  const earlier = Date.now() - minute;
  vi.spyOn(Date, 'now').mockReturnValueOnce(earlier);
  finance.comment(path, { by: 'Lee Gu' });
  expect(finance.diary.until(earlier)).toHaveLength(1);
  await signInAndWatch(harness, simulator, ['finance']);
  finance.comment(path, { by: 'Adele Vance' });
  finance.edit(path, { by: 'Lee Gu' });
  await until(() => remarks().length > 0);
  expect(sentences(remarks())).toEqual(['Adele Vance commented Budget.xlsx']);
});

test('changes are told where there is no such feed', async () => {
  simulator.faults.next('/beta/*', { status: 501 }, { times: 'always' });
  const { finance } = simulator.drives;
  await signInAndWatch(harness, simulator, ['finance']);
  finance.comment('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  finance.edit('/Budget/Budget.xlsx', { by: 'Lee Gu' });
  await until(() => told().length > 0);
  await simulator.requests.until(feed, 1);
  finance.createFile('/Budget/Plan.xlsx', { by: 'Lee Gu' });
  await until(() => told().length > 1);
  expect(told()).toEqual(['Lee Gu edited Budget.xlsx', 'Lee Gu created Plan.xlsx']);
  expect(simulator.requests.count(feed)).toBe(1);
});
