import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/support/root.ts';

const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ /.test(line));

it('docs/security.md goes through all of Electron’s twenty items', () => {
  expect(rows.map((row) => Number(row.split('|')[1]))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});

it.each(rows)('names tests and rules that there are: %s', (row) => {
  const [, , , , how = ''] = row.split('|');
  const named = [...how.matchAll(/`(.+?)`/g)].map(([, name]) => name ?? '');
  const rules = readFileSync(join(root, 'scripts/lint-rules.ts'), 'utf8');
  const missing = named.filter((name) =>
    name.startsWith('test/') ? !existsSync(join(root, name)) : !rules.includes(`'${name}':`),
  );
  expect(missing).toEqual([]);
  expect(named.length + Number(how.includes('release-checklist.md'))).toBeGreaterThan(0);
});
