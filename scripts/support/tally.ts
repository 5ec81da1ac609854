import { z } from 'zod';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Those of the passed that needed a second try, by their names. */
  readonly flaky: readonly string[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export function vitestTally(report: unknown): Tally {
  const files = vitestReport.parse(report).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  // A file that cannot be loaded fails without a test of its own.
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const passed = tests.filter((test) => test.status === 'passed');
  return {
    passed: passed.length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
    // Vitest keeps what the first try came to.
    flaky: passed.filter((test) => test.failureMessages.length > 0).map((test) => test.fullName),
    skipped: tests
      .filter((test) => !['passed', 'failed'].includes(test.status))
      .map((test) => ({ name: test.fullName, reason: test.fullName })),
  };
}

const annotation = z.object({ type: z.string(), description: z.string().optional() });
const spec = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), annotations: z.array(annotation) })),
});
interface Suite {
  readonly specs: readonly z.infer<typeof spec>[];
  readonly suites?: readonly Suite[] | undefined;
}
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(spec), suites: z.array(suite).optional() }),
);
const playwrightReport = z.object({ suites: z.array(suite) });

export function playwrightTally(report: unknown): Tally {
  const specs = playwrightReport.parse(report).suites.flatMap((one) => specsOf(one));
  const tests = specs.flatMap(({ title, tests: runs }) => runs.map((run) => ({ title, ...run })));
  return {
    passed: tests.filter((test) => ['expected', 'flaky'].includes(test.status)).length,
    failed: tests.filter((test) => test.status === 'unexpected').length,
    flaky: tests.filter((test) => test.status === 'flaky').map(({ title }) => title),
    skipped: tests
      .filter((test) => test.status === 'skipped')
      .map(({ title, annotations }) => ({
        name: title,
        reason: annotations.find(({ type }) => type === 'skip')?.description ?? '',
      })),
  };
}

function specsOf(one: Suite): readonly z.infer<typeof spec>[] {
  return [...one.specs, ...(one.suites ?? []).flatMap((inner) => specsOf(inner))];
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    flaky: tallies.flatMap((tally) => tally.flaky),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}
