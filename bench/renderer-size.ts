import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measure.ts';

const budgetKb = 200;

/** What the window loads before it shows anything: the scripts that index.html names, and what they import. */
export function rendererSize(root: string): Figure {
  const dir = join(root, 'out', 'renderer');
  const html = readFileSync(join(dir, 'index.html'), 'utf8');
  const met = new Set<string>();
  const queue = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) =>
    join(dir, path ?? ''),
  );
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (met.has(path)) continue;
    met.add(path);
    queue.push(...staticImports(path));
  }
  const bytes = [...met].reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
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
