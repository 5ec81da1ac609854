import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hook } from '../../../src/core/hooks/hook.ts';
import { HookRunner } from '../../../src/core/hooks/hook-runner.ts';
import type { CommandEnd } from '../../../src/core/ports.ts';
import { type HeardLog, heardLog, noon, timerClock } from '../support/doubles.ts';
import { tellable } from '../support/notices.ts';

interface Begun {
  readonly input: string;
  readonly signal: AbortSignal;
  readonly end: (end: CommandEnd | Error) => void;
}

const command: Hook = { kind: 'command', program: '/bin/tell' };
const ok: CommandEnd = { how: 'exit', exitCode: 0, output: 'done\n' };

let begun: Begun[];
let posted: string[];
let hooks: Record<string, Hook>;
let log: HeardLog;
let runner: HookRunner;

beforeEach(() => {
  vi.useFakeTimers({ now: noon });
  begun = [];
  posted = [];
  hooks = { 'r-1': command, 'r-2': { kind: 'post', url: 'http://localhost/' } };
  log = heardLog();
  runner = new HookRunner({
    commands: {
      run: (_program, input, { signal }) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => resolve({ how: 'stopped', output: 'so far' }));
          const end: Begun['end'] = (how) => (how instanceof Error ? reject(how) : resolve(how));
          begun.push({ input, signal, end });
        }),
    },
    localPost: {
      post: async (url, json) => {
        posted.push(`${url} ${json}`);
        return { how: 'answer', status: 200, output: '' };
      },
    },
    clock: timerClock,
    log,
    hookOf: (ruleId) => hooks[ruleId] ?? null,
    inputOf: (row) => `row ${row.id}`,
  });
});

afterEach(() => {
  runner.stop();
  vi.useRealTimers();
});

function add(...ids: readonly number[]): void {
  runner.add(ids.map((id) => ({ ruleId: 'r-1', row: tellable({ id }) })));
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

/** Whatever has begun ends well, and what follows it. */
async function endAll(): Promise<void> {
  for (let count = -1; count < begun.length;) {
    count = begun.length;
    for (const { end } of begun) end(ok);
    await settle();
  }
}

const inputs = (): readonly string[] => begun.map(({ input }) => input);
const outcomes = (): readonly string[] => runner.report.runs.map(({ outcome }) => outcome);

it('starts nothing while whoever has decided is at it', async () => {
  add(1);
  await Promise.resolve();
  expect(begun).toEqual([]);
  await settle();
  expect(inputs()).toEqual(['row 1']);
});

it('says whether it is at work', async () => {
  expect(runner.isAtWork).toBe(false);
  add(1);
  expect(runner.isAtWork).toBe(true);
  await settle();
  await endAll();
  expect(runner.isAtWork).toBe(false);
});

it('runs one at a time, oldest first', async () => {
  add(1, 2);
  add(3);
  await settle();
  expect(inputs()).toEqual(['row 1']);
  begun[0]?.end(ok);
  await settle();
  expect(inputs()).toEqual(['row 1', 'row 2']);
  await endAll();
  expect(inputs()).toEqual(['row 1', 'row 2', 'row 3']);
  add(4);
  await settle();
  expect(inputs().at(-1)).toBe('row 4');
});

it('keeps what came of each', async () => {
  add(1);
  await endAll();
  expect(runner.report).toEqual({
    runs: [{ at: noon, ruleId: 'r-1', kind: 'command', outcome: 'ok', code: 0, output: 'done' }],
    letGo: 0,
  });
});

it('tells a server where the rule says so', async () => {
  runner.add([{ ruleId: 'r-2', row: tellable({ id: 7 }) }]);
  await settle();
  expect(posted).toEqual(['http://localhost/ row 7']);
  expect(runner.report.runs).toMatchObject([{ kind: 'post', outcome: 'ok', code: 200 }]);
});

it('stops what takes more than ten seconds, and goes on', async () => {
  add(1, 2);
  await vi.advanceTimersByTimeAsync(9999);
  expect([begun.length, begun[0]?.signal.aborted]).toEqual([1, false]);
  await vi.advanceTimersByTimeAsync(1);
  expect([begun.length, begun[0]?.signal.aborted]).toEqual([2, true]);
  expect(runner.report.runs).toMatchObject([{ outcome: 'timed-out', output: 'so far' }]);
  await endAll();
  expect(outcomes()).toEqual(['ok', 'timed-out']);
});

it('each has ten seconds of its own', async () => {
  add(1, 2);
  await vi.advanceTimersByTimeAsync(9000);
  begun[0]?.end(ok);
  await vi.advanceTimersByTimeAsync(9000);
  expect(begun[1]?.signal.aborted).toBe(false);
});

it('goes on after one that broke', async () => {
  add(1, 2);
  await settle();
  begun[0]?.end(new Error('spawn /home/ada/secret'));
  await endAll();
  expect(outcomes()).toEqual(['ok', 'not-started']);
  expect(log.text()).not.toContain('secret');
});

it('remembers the last twenty, newest first', async () => {
  add(...Array.from({ length: 25 }, (_, index) => index));
  await endAll();
  expect([begun.length, runner.report.runs.length]).toEqual([25, 20]);
});

it('logs codes, and nothing of the change or of what was said', async () => {
  add(1);
  await endAll();
  expect(log.text()).toBe('hook-run {"ruleId":"r-1","kind":"command","outcome":"ok","code":0}');
});

describe('when too many wait', () => {
  const hundred = (from: number) => Array.from({ length: 100 }, (_, index) => from + index);

  it('the oldest are let go, and counted', async () => {
    add(1);
    await settle();
    add(...hundred(1000));
    add(2000, 2001);
    expect(runner.report.letGo).toBe(2);
    expect(log.events).toEqual(['hooks-let-go']);
    await endAll();
    expect([inputs()[1], inputs().at(-1), inputs().length]).toEqual(['row 1002', 'row 2001', 101]);
  });

  it('so are those of one burst', async () => {
    add(...hundred(0), ...hundred(100), ...hundred(200));
    await endAll();
    expect([inputs()[0], inputs().length, runner.report.letGo]).toEqual(['row 200', 100, 200]);
  });
});

describe('a hook', () => {
  it('that was removed meanwhile is not run', async () => {
    add(1, 2);
    await settle();
    hooks = {};
    await endAll();
    expect([inputs(), runner.report.runs.length]).toEqual([['row 1'], 1]);
  });
});

describe('the end of the app', () => {
  it('stops what runs, and runs nothing more', async () => {
    add(1, 2);
    await settle();
    runner.stop();
    expect(begun[0]?.signal.aborted).toBe(true);
    add(3);
    await endAll();
    expect([inputs(), runner.report.runs]).toEqual([['row 1'], []]);
  });

  it('comes before anything has begun', async () => {
    add(1);
    runner.stop();
    await settle();
    expect(begun).toEqual([]);
  });
});
