import { describe, expect, it } from 'vitest';
import { type HookEnd, resultOf } from '../../../src/core/hooks/hook-result.ts';
import { safeOutput } from '../../../src/core/hooks/output.ts';

it.each<[HookEnd, string, number | null]>([
  [{ how: 'exit', exitCode: 0, output: 'x' }, 'ok', 0],
  [{ how: 'exit', exitCode: 3, output: 'x' }, 'exit-code', 3],
  [{ how: 'answer', status: 200, output: 'x' }, 'ok', 200],
  [{ how: 'answer', status: 204, output: 'x' }, 'ok', 204],
  [{ how: 'answer', status: 302, output: 'x' }, 'refused', 302],
  [{ how: 'answer', status: 404, output: 'x' }, 'http-status', 404],
  [{ how: 'answer', status: 500, output: 'x' }, 'http-status', 500],
  [{ how: 'stopped', output: 'x' }, 'timed-out', null],
])('%j is %s', (end, outcome, code) => {
  expect(resultOf(end)).toEqual({ outcome, code, output: 'x' });
});

it('what was not started has said nothing', () => {
  expect(resultOf({ how: 'not-started' })).toEqual({
    outcome: 'not-started',
    code: null,
    output: '',
  });
});

describe('output', () => {
  it.each([
    ['', ''],
    ['done\n', 'done'],
    ['one\r\ntwo\rthree\n\n', 'one\ntwo\nthree'],
    ['a\u001b[31mred\u0007', 'a [31mred'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['zero\u200bwidth', 'zerowidth'],
  ])('%j is shown as %j', (text, shown) => {
    expect(safeOutput(text)).toBe(shown);
  });

  it('is the beginning', () => {
    expect(safeOutput('line\n'.repeat(10_000)).length).toBeLessThanOrEqual(2048);
    expect(safeOutput('\ufdfa'.repeat(5000)).length).toBeLessThanOrEqual(2048);
  });
});
