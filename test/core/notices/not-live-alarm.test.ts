import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NotLiveAlarm } from '../../../src/core/notices/not-live-alarm.ts';
import type { LivenessState, Reason, Snapshot } from '../../../src/shared/snapshot.ts';
import { noon, timerClock } from '../support/doubles.ts';

const minute = 60_000;

let told: string[];
let alarm: NotLiveAlarm;
let silence: Pick<Snapshot, 'pausedUntil' | 'quietUntil'>;
const none = { pausedUntil: null, quietUntil: null };

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  told = [];
  silence = none;
  alarm = new NotLiveAlarm(
    {
      tellNotLive: ({ noticeId }) => told.push(`tell ${noticeId}`),
      close: (noticeId) => told.push(`close ${noticeId}`),
    },
    timerClock,
  );
});

afterEach(() => {
  alarm.stop();
  vi.useRealTimers();
});

/** The drives are like this now. */
function look(...drives: readonly [LivenessState, (Reason | null)?][]): void {
  const views = drives.map(([state, reason = null], index) => ({
    watchId: `w${index}`,
    liveness: { state, reason, since: Date.now() },
  }));
  alarm.look({ drives: views, ...silence } as unknown as Snapshot);
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

it('says nothing for a quarter of an hour, then tells once', async () => {
  look(['live'], ['offline', 'no-network']);
  await pass(15 * minute - 1);
  expect(told).toEqual([]);
  await pass(1);
  expect(told).toEqual(['tell not-live']);
  look(['live'], ['offline', 'no-network']);
  await pass(60 * minute);
  expect(told).toEqual(['tell not-live']);
});

it('is over when all are live, and a new trouble is told anew', async () => {
  look(['unavailable', 'microsoft-down']);
  await pass(15 * minute);
  look(['live']);
  look(['polling', 'push-lost']);
  await pass(15 * minute);
  expect(told).toEqual(['tell not-live', 'close not-live', 'tell not-live']);
});

it('is not over while a drive is only connecting', async () => {
  look(['offline', 'no-network']);
  await pass(10 * minute);
  look(['starting']);
  look(['offline', 'no-network']);
  await pass(5 * minute);
  expect(told).toEqual(['tell not-live']);
});

it('tells of those alone that have not been live for all of that time', async () => {
  look(['polling', 'push-lost'], ['live']);
  await pass(10 * minute);
  look(['polling', 'push-lost'], ['polling', 'push-lost']);
  await pass(4 * minute);
  look(['live'], ['polling', 'push-lost']);
  await pass(10 * minute);
  expect(told).toEqual([]);
  await pass(minute);
  expect(told).toEqual(['tell not-live']);
});

it('does not count the time the computer slept, whether anybody says so or not', async () => {
  look(['offline', 'no-network']);
  await pass(minute);
  vi.setSystemTime(Date.now() + 480 * minute);
  await pass(14 * minute);
  expect(told).toEqual([]);
  await pass(14 * minute);
  vi.setSystemTime(Date.now() + 480 * minute);
  alarm.resume();
  await pass(14 * minute);
  expect(told).toEqual([]);
  await pass(minute);
  expect(told).toEqual(['tell not-live']);
});

it('says nothing of a drive that came back in time', async () => {
  look(['offline', 'no-network']);
  await pass(14 * minute);
  look(['live']);
  await pass(60 * minute);
  expect(told).toEqual([]);
});

it.each<[LivenessState, Reason | null]>([
  ['polling', 'push-not-offered'],
  ['polling', 'too-many-drives'],
  ['sign-in-needed', 'signed-out'],
  ['starting', null],
])('does not call for %s, %s', async (state, reason) => {
  look([state, reason]);
  await pass(60 * minute);
  expect(told).toEqual([]);
});

it.each([
  { pausedUntil: 'until-resumed', quietUntil: null },
  { pausedUntil: null, quietUntil: noon + 60 * minute },
] as const)('says nothing while it is silent: %j', async (silent) => {
  silence = silent;
  look(['offline', 'no-network']);
  await pass(60 * minute);
  expect(told).toEqual([]);
  silence = none;
  look(['offline', 'no-network']);
  await pass(15 * minute);
  expect(told).toEqual(['tell not-live']);
});

it('leaves no timer behind', () => {
  look(['offline', 'no-network']);
  alarm.stop();
  expect(vi.getTimerCount()).toBe(0);
});
