import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseOptions } from './support/options.ts';
import { completed, type Lock } from './support/lock-platforms.ts';
import { root } from './support/root.ts';

/**
 * After a change of dependencies: npm leaves out of the lock what the registry in use does not hold
 * for other systems, and `npm ci` then refuses the lock. This adds those entries again.
 */
parseOptions({});
const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8')) as Lock;
const { lock: whole, added } = completed(lock);
writeFileSync(path, `${JSON.stringify(whole, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock was complete.' : `Added ${added.length} entries.`);
