import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../../src/shared/texts/en.ts';
import { enLater } from '../../src/shared/texts/en-later.ts';

const src = join(import.meta.dirname, '../../src');
const catalogues = /^shared\/texts\/(?:de|en|ko)\//u;
const code = globSync('**/*.{ts,tsx}', { cwd: src })
  .filter((path) => !catalogues.test(path))
  .map((path) => readFileSync(join(src, path), 'utf8'))
  .join('\n');

const literals = new Set(Array.from(code.matchAll(/'([\w.-]+)'/gu), ([, text]) => text));
const written = Array.from(code.matchAll(/`((?:[\w.-]|\$\{[^}]*\})+)`/gu), ([, text = '']) =>
  text.split(/\$\{[^}]*\}/u),
);
/** Such as `rule.kind.${kind}`. */
const beginnings = written.filter(([head, ...rest]) => head !== '' && rest.length > 0);
/** Such as `${key}-note`, of a key. */
const endings = written.flatMap(([head, tail, ...rest]) =>
  head === '' && tail && rest.length === 0 ? [tail] : [],
);

function isSaid(key: string): boolean {
  return (
    literals.has(key) ||
    beginnings.some((parts) => isMadeOf(key, parts)) ||
    endings.some((end) => key.endsWith(end) && literals.has(key.slice(0, -end.length)))
  );
}

function isMadeOf(key: string, parts: readonly string[]): boolean {
  const pattern = parts.map((part) => part.replaceAll('.', String.raw`\.`)).join('.+');
  return new RegExp(`^${pattern}$`, 'u').test(key);
}

it('every word of the catalogues is said somewhere', () => {
  const keys = Object.keys({ ...en, ...enLater }).map((key) => key.replace(/_(?:one|other)$/u, ''));
  expect([...new Set(keys)].filter((key) => !isSaid(key))).toEqual([]);
});
