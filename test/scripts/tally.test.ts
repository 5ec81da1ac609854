import { describe, expect, it } from 'vitest';
import { addTallies, playwrightTally, vitestTally } from '../../scripts/support/tally.ts';

const unit = (
  fullName: string,
  status: string,
  failureMessages: readonly string[] = status === 'failed' ? ['Error: no'] : [],
): object => ({ fullName, status, failureMessages });

describe('a report of Vitest', () => {
  it('counts what passed, failed and was skipped, each skipped test by its name', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: [unit('a', 'passed'), unit('b', 'passed')] },
        { status: 'failed', assertionResults: [unit('c', 'failed'), unit('d', 'passed')] },
        {
          status: 'passed',
          assertionResults: ['pending', 'skipped', 'todo'].map((one) => unit(`is ${one}`, one)),
        },
      ],
    };
    expect(vitestTally(report)).toEqual({
      passed: 3,
      failed: 1,
      flaky: [],
      skipped: ['is pending', 'is skipped', 'is todo'].map((name) => ({ name, reason: name })),
    });
  });

  it('names what passed at its second try only', () => {
    const assertionResults = [unit('a', 'passed'), unit('b', 'passed', ['Error: late'])];
    const report = { testResults: [{ status: 'passed', assertionResults }] };
    expect(vitestTally(report)).toEqual({ passed: 2, failed: 0, flaky: ['b'], skipped: [] });
  });

  it('counts a file that cannot be loaded as failed', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(vitestTally(report)).toEqual({ passed: 0, failed: 1, flaky: [], skipped: [] });
  });

  it('of no file at all is nothing', () => {
    const nothing = { passed: 0, failed: 0, flaky: [], skipped: [] };
    expect(vitestTally({ testResults: [] })).toEqual(nothing);
  });
});

interface Annotation {
  readonly type: string;
  readonly description?: string;
}

const spec = (title: string, status: string, annotations: readonly Annotation[] = []): object => ({
  title,
  tests: [{ status, annotations }],
});

describe('a report of Playwright', () => {
  it('names what passed at its second try only', () => {
    const specs = [spec('a', 'expected'), spec('b', 'unexpected'), spec('c', 'flaky')];
    const tally = { passed: 2, failed: 1, flaky: ['c'], skipped: [] };
    expect(playwrightTally({ suites: [{ specs }] })).toEqual(tally);
  });

  it('tells why a spec was skipped, if that was said', () => {
    const why = { type: 'skip', description: "Electron's binary is not installed" };
    const specs = [
      spec('with', 'skipped', [{ type: 'slow' }, why]),
      spec('without', 'skipped', [{ type: 'skip' }]),
      spec('bare', 'skipped'),
    ];
    expect(playwrightTally({ suites: [{ specs }] }).skipped).toEqual([
      { name: 'with', reason: "Electron's binary is not installed" },
      { name: 'without', reason: '' },
      { name: 'bare', reason: '' },
    ]);
  });

  it('counts what is nested, and each run of a spec', () => {
    const runs = {
      title: 'twice',
      tests: ['expected', 'flaky'].map((status) => ({ status, annotations: [] })),
    };
    const inner = { specs: [runs] };
    const report = {
      suites: [{ specs: [spec('a', 'expected')], suites: [{ specs: [], suites: [inner] }] }],
    };
    const tally = { passed: 3, failed: 0, flaky: ['twice'], skipped: [] };
    expect(playwrightTally(report)).toEqual(tally);
  });
});

it.each([null, {}, { suites: 7, testResults: 7 }, []])('%j is no report', (report) => {
  expect(() => vitestTally(report)).toThrow(/testResults|object/);
  expect(() => playwrightTally(report)).toThrow(/suites|object/);
});

it('tallies add up', () => {
  const skipped = [{ name: 'a', reason: 'b' }];
  expect(
    addTallies([
      { passed: 1, failed: 2, flaky: ['c'], skipped },
      { passed: 10, failed: 20, flaky: ['d'], skipped },
    ]),
  ).toEqual({ passed: 11, failed: 22, flaky: ['c', 'd'], skipped: [...skipped, ...skipped] });
  expect(addTallies([])).toEqual({ passed: 0, failed: 0, flaky: [], skipped: [] });
});
