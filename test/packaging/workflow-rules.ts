import { existsSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { type Job, jobsOf, type Step, stepsOf, type Workflow } from './workflow.ts';
import { root } from '../../scripts/support/root.ts';

const harmlessTriggers = new Set(['push', 'pull_request', 'schedule']);
const mostMinutes = 60;
const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const pinnedLine = /^\s*(?:- )?uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** Each finds what is wrong with a workflow, in words. */
export const workflowRules = {
  triggers: (one: Workflow) =>
    Object.keys(one.on)
      .filter((name) => !harmlessTriggers.has(name))
      .map((name) => `${name}: runs what strangers write, with our rights`),

  pinning: (one: Workflow) => {
    const uses = stepsOf(one).flatMap((step) => step.uses ?? []);
    const lines = one.text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
    return [
      ...uses.filter((name) => !pinned.test(name)).map((name) => `${name}: not pinned by hash`),
      ...lines.filter((line) => !pinnedLine.test(line)).map((line) => `${line.trim()}: no version`),
    ];
  },

  permissions: (one: Workflow) => [
    ...(JSON.stringify(one.permissions) === '{}' ? [] : ['the workflow itself has permissions']),
    ...jobsOf(one).flatMap((job) => permissionProblems(job)),
  ],

  limits: (one: Workflow) => [
    ...(one.concurrency === undefined ? ['no concurrency'] : []),
    ...jobsOf(one).flatMap(({ name, 'timeout-minutes': minutes = Infinity }) =>
      minutes <= mostMinutes ? [] : [`${name}: no timeout of ${mostMinutes} minutes at most`],
    ),
  ],

  machines: (one: Workflow) =>
    jobsOf(one)
      .flatMap((job) => job.strategy?.matrix.os ?? [job['runs-on']])
      .filter((label) => !/^(ubuntu|windows|macos)-\d/.test(label))
      .map((label) => `${label}: another machine tomorrow`),

  credentials: (one: Workflow) =>
    stepsOf(one)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .filter((step) => step.with?.['persist-credentials'] !== false)
      .map(() => 'checkout keeps the token'),

  injection: (one: Workflow) =>
    stepsOf(one)
      .filter(({ run }) => run?.includes('${{'))
      .map(({ run }) => `${run}: is put together from values; hand them over as env`),

  secrets: (one: Workflow) => {
    if (!/\bsecrets\b/.test(one.text)) return [];
    const named = one.text.match(/\$\{\{ secrets\.\w+ \}\}/g) ?? [];
    const inSteps = stepsOf(one).flatMap((step) => Object.values(step.env ?? {}));
    const isReleased = Object.keys(one.on).join() === 'push' && !/branches/.test(one.text);
    return [
      ...(isReleased ? [] : ['secrets outside of a release']),
      ...(count(one.text) === named.length ? [] : ['secrets that are not named one by one']),
      ...(count(one.text) === count(inSteps.join('\n')) ? [] : ['secrets for more than one step']),
      ...jobsOf(one)
        .filter((job) => /\bsecrets\./.test(JSON.stringify(job)) && job.environment !== 'release')
        .map(({ name }) => `${name}: secrets outside of the environment "release"`),
    ];
  },

  commands: (one: Workflow) => stepsOf(one).flatMap((step) => unknownCommands(step)),

  host: (one: Workflow) =>
    stepsOf(one)
      .filter(({ run }) => run?.includes('npm test'))
      .filter(({ env }) => env?.['DRIVEBELL_REQUIRE_ELECTRON'] !== '1')
      .map(() => 'npm test may fall back to the stand-in'),

  honesty: (one: Workflow) =>
    /continue-on-error|\|\| true/.test(one.text) ? ['a failure that nobody sees'] : [],
};

const count = (text: string): number => text.match(/\bsecrets\b/g)?.length ?? 0;

function permissionProblems({ name, permissions, steps }: Job & { readonly name: string }) {
  if (!permissions) return [`${name}: no permissions of its own`];
  const writes = Object.entries(permissions).filter(([, level]) => level === 'write');
  const reads = Object.entries(permissions).filter(([, level]) => level !== 'write');
  const runsPackages = steps.some(({ run }) => /\b(npm|npx|node)\b/.test(run ?? ''));
  return [
    ...(writes.length > 0 && runsPackages
      ? [`${name}: packages of others run with rights to write`]
      : []),
    ...reads
      .filter(([scope, level]) => scope !== 'contents' || level !== 'read')
      .map(([scope, level]) => `${name}: ${scope}: ${level}`),
  ];
}

function unknownCommands({ run = '' }: Step): readonly string[] {
  const named = (pattern: RegExp): string[] =>
    [...run.matchAll(pattern)].map((match) => match[1] ?? '');
  return [
    ...named(/npm run ([\w:-]+)/g)
      .filter((name) => !(name in manifest.scripts))
      .map((name) => `npm run ${name}: there is no such script`),
    ...named(/node (scripts\/[\w./-]+)/g)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${path}: there is no such file`),
    ...named(/npx ([\w-]+)/g)
      .filter((name) => !existsSync(join(root, 'node_modules/.bin', name)))
      .map((name) => `npx ${name}: would be downloaded`),
  ];
}
