import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOptions } from './support/options.ts';
import { root } from './support/root.ts';
import { updateProblems } from './packaging/update-files.ts';

/** Before a release: exit 1 unless every file that updates would be told of is in `dist`, whole. */
const { dist = join(root, 'dist') } = parseOptions({ dist: 'text' });
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};
const problems = updateProblems(dist, version);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
