import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { languages } from '../src/shared/texts/languages.ts';
import type { Figure } from './measure.ts';

const budgetKb = 200;

/**
 * What the window loads before it shows anything: the scripts that index.html names, what they import, and the
 * words of the language that has the longest.
 */
export function rendererSize(root: string): Figure {
  const dir = join(root, 'out', 'renderer');
  const html = readFileSync(join(dir, 'index.html'), 'utf8');
  const met = new Set<string>();
  const named = html.replaceAll('./assets/words-__LANGUAGE__.js', '');
  const queue = [...named.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) =>
    join(dir, path ?? ''),
  );
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (met.has(path)) continue;
    met.add(path);
    queue.push(...staticImports(path));
  }
  const bytes = [...met].reduce((sum, path) => sum + compressed(path), longestWords(dir));
  return {
    name: 'renderer-start-gzip-kb',
    unit: 'kB',
    ours: bytes / 1000,
    baseline: budgetKb,
    goal: 1,
  };
}

function staticImports(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, name]) =>
    join(path, '..', name ?? ''),
  );
}

function longestWords(dir: string): number {
  const sizes = languages.map((each) => compressed(join(dir, 'assets', `words-${each}.js`)));
  return Math.max(...sizes);
}

function compressed(path: string): number {
  return gzipSync(readFileSync(path)).length;
}
