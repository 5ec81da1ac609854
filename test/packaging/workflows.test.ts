import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { parseWorkflow, stepsOf } from './workflow.ts';
import { workflowRules } from './workflow-rules.ts';

const folder = join(import.meta.dirname, '../../.github');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const names = readdirSync(join(folder, 'workflows'));
const rules = Object.entries(workflowRules);
type Rule = keyof typeof workflowRules;

function problemsOf(text: string): Partial<Record<Rule, readonly string[]>> {
  const workflow = parseWorkflow(text);
  const found = rules.map(([rule, find]) => [rule, find(workflow)] as const);
  return Object.fromEntries(found.filter(([, problems]) => problems.length > 0));
}

it.each(names)('%s breaks no rule', (name) => {
  expect(problemsOf(read(`workflows/${name}`))).toEqual({});
});

it('runs the tests on every system that is packed for', () => {
  const { jobs } = parseWorkflow(read('workflows/ci.yml'));
  const systems = jobs['test']?.strategy?.matrix.os.map((os) => os.split('-')[0]);
  expect(systems).toEqual(['ubuntu', 'windows', 'macos']);
  expect(jobs['package']?.strategy).toEqual(jobs['test']?.strategy);
  const { jobs: released } = parseWorkflow(read('workflows/release.yml'));
  expect(released['build']?.strategy?.matrix).toEqual(jobs['test']?.strategy?.matrix);
});

it.each([
  ['ci.yml', ['npm run check', 'npx install-electron', 'npm run fuses', 'npm run lint:lock']],
  ['ci.yml', ['npm audit signatures', 'npm sbom']],
  ['release.yml', ['release-tag.ts', 'npm run fuses', 'release-files.ts', 'npm sbom', '--draft']],
])('%s runs %j', (name, commands) => {
  const runs = stepsOf(parseWorkflow(read(`workflows/${name}`))).map(({ run }) => run ?? '');
  expect(commands.filter((one) => !runs.some((run) => run.includes(one)))).toEqual([]);
});

it('keeps packages and actions fresh', () => {
  const { updates } = parse(read('dependabot.yml')) as {
    updates: readonly { 'package-ecosystem': string; groups: object }[];
  };
  expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  for (const { groups } of updates) expect(Object.keys(groups)).not.toEqual([]);
});

const hash = '3d3c42e5aac5ba805825da76410c181273ba90b1';
const green = `on:
  push:
    tags: ['v*']
permissions: {}
concurrency: one
jobs:
  build:
    runs-on: ubuntu-24.04
    environment: release
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${hash} # v7.0.1
        with:
          persist-credentials: false
      - run: npm test
        env:
          DRIVEBELL_REQUIRE_ELECTRON: '1'
          TOKEN: \${{ secrets.TOKEN }}
`;

describe('the rules', () => {
  it('have nothing against a workflow as it should be', () => {
    expect(problemsOf(green)).toEqual({});
  });

  it.each<readonly [Rule, string, string, string]>([
    [
      'triggers',
      'a trigger with our rights for strangers',
      '  push:\n',
      '  push:\n  pull_request_target:\n',
    ],
    ['triggers', 'a run after another', '  push:\n', '  push:\n  workflow_run:\n'],
    ['pinning', 'a tag', hash, 'v7'],
    ['pinning', 'half a hash', hash, hash.slice(0, 12)],
    ['pinning', 'a hash without its version', ' # v7.0.1', ''],
    ['pinning', 'a hash with half a version', '# v7.0.1', '# v7'],
    ['permissions', 'what the repository grants', 'permissions: {}\n', ''],
    ['permissions', 'everything readable', 'permissions: {}', 'permissions: read-all'],
    ['permissions', 'a job without', '    permissions:\n      contents: read\n', ''],
    ['permissions', 'packages that may write', 'contents: read', 'contents: write'],
    ['permissions', 'more than the code', 'contents: read', 'issues: read'],
    ['limits', 'no timeout', '    timeout-minutes: 10\n', ''],
    ['limits', 'hours', 'timeout-minutes: 10', 'timeout-minutes: 360'],
    ['limits', 'no concurrency', 'concurrency: one\n', ''],
    ['machines', 'whatever is the latest', 'ubuntu-24.04', 'ubuntu-latest'],
    ['machines', 'a machine of one’s own', 'ubuntu-24.04', 'self-hosted'],
    [
      'credentials',
      'a token that stays',
      'persist-credentials: false',
      'persist-credentials: true',
    ],
    [
      'injection',
      'a title as a command',
      'npm test',
      'npm test ${{ github.event.pull_request.title }}',
    ],
    ['injection', 'a branch as a command', 'npm test', 'npm test ${{ github.ref_name }}'],
    ['secrets', 'secrets for branches', "tags: ['v*']", 'branches: [main]'],
    ['secrets', 'secrets for whoever asks', '  push:\n', '  pull_request:\n  push:\n'],
    [
      'secrets',
      'secrets of a whole job',
      '    steps:\n',
      '    env: { A: "${{ secrets.A }}" }\n    steps:\n',
    ],
    ['secrets', 'secrets without approval', '    environment: release\n', ''],
    ['secrets', 'all secrets at once', '${{ secrets.TOKEN }}', '${{ toJSON(secrets) }}'],
    ['commands', 'a script that is not there', 'npm test', 'npm test && npm run nothing'],
    ['commands', 'a file that is not there', 'npm test', 'npm test && node scripts/nothing.ts'],
    ['commands', 'a tool from anywhere', 'npm test', 'npm test && npx cowsay'],
    ['host', 'a test that may fall back', "DRIVEBELL_REQUIRE_ELECTRON: '1'", "OTHER: '1'"],
    [
      'honesty',
      'a failure that is passed over',
      '      - run:',
      '      - continue-on-error: true\n        run:',
    ],
    ['honesty', 'a failure that is swallowed', 'npm test', 'npm test || true'],
  ])('%s: refuses %s', (rule, _what, from, to) => {
    expect(green).toContain(from);
    expect(Object.keys(problemsOf(green.replace(from, () => to)))).toContain(rule);
  });
});
