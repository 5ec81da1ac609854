import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOptions } from './support/options.ts';
import { root } from './support/root.ts';

/** A release is of the version that package.json names: exit 1 for any other tag. */
const { tag = '' } = parseOptions({ tag: 'text' });
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};
if (tag !== `v${version}`) {
  console.error(`The tag is "${tag}", but package.json is of ${version}: tag it v${version}.`);
  process.exitCode = 1;
}
