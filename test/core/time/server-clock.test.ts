import { beforeEach, describe, expect, it } from 'vitest';
import { ServerClock } from '../../../src/core/time/server-clock.ts';
import { type HandClock, handClock, noon } from '../support/doubles.ts';
import { json } from '../support/fetched.ts';

const minute = 60_000;

let clock: HandClock;
let heard: boolean[];
let server: ServerClock;

beforeEach(() => {
  clock = handClock();
  heard = [];
  server = new ServerClock(clock, (isSkewed) => heard.push(isSkewed));
});

/** Answers by a Microsoft whose clock is this far ahead of ours. */
function hear(...aheadMs: readonly number[]): void {
  for (const ahead of aheadMs) {
    server.hear(json({}, { headers: { date: new Date(clock.now() + ahead).toUTCString() } }));
  }
}

/** What was said last, if anything. */
function said(): boolean | undefined {
  return heard.at(-1);
}

describe('the time', () => {
  it("is this computer's until Microsoft has told its own", () => {
    expect(server.now()).toBe(noon);
  });

  it.each([90 * minute, -90 * minute])('goes on from what was told: %i ms ahead', (ahead) => {
    hear(ahead);
    expect(server.now()).toBe(noon + ahead);
    clock.ms += minute;
    expect(server.now()).toBe(noon + ahead + minute);
  });

  it('is the one last told, whatever this clock was set to meanwhile', () => {
    hear(90 * minute);
    clock.ms += 90 * minute;
    hear(0);
    expect(server.now()).toBe(noon + 90 * minute);
  });

  it.each([{}, { date: 'yesterday' }, { date: '' }])('is not told by %j', (headers) => {
    hear(minute);
    server.hear(json({}, { headers }));
    expect(server.now()).toBe(noon + minute);
  });
});

describe('a clock that is wrong', () => {
  it.each([6 * minute, -6 * minute])('is told of after three answers: %i ms', (ahead) => {
    hear(ahead, ahead);
    expect(heard).toEqual([]);
    hear(ahead);
    expect(heard).toEqual([true]);
  });

  it.each([5 * minute, -5 * minute, 0])('is none at %i ms', (ahead) => {
    hear(ahead, ahead, ahead);
    expect(said()).toBe(false);
  });

  it('is not proven by one answer that came late', () => {
    hear(0, 0, -60 * minute);
    expect(said()).toBe(false);
    hear(0, 0, 0, 60 * minute, 60 * minute);
    expect(said()).toBe(false);
  });

  it('is not proven by answers without a time', () => {
    for (let n = 0; n < 5; n += 1) server.hear(json({}));
    expect(heard).toEqual([]);
  });

  it('that was set right is fine again after three answers', () => {
    hear(60 * minute, 60 * minute, 60 * minute, 60 * minute, 60 * minute);
    clock.ms += 60 * minute;
    hear(0, 0);
    expect(said()).toBe(true);
    hear(0);
    expect(said()).toBe(false);
  });
});
