import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { toolPath } from '../../scripts/support/tool.ts';

const scripts = join(import.meta.dirname, '../../scripts');

it.each(['electron-builder', 'playwright', 'vitest'] as const)(
  '%s is run as its package says',
  (tool) => {
    const path = toolPath(tool);
    const { bin } = JSON.parse(readFileSync(join(dirname(path), 'package.json'), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    expect(join(bin[tool] ?? '')).toBe(relative(dirname(path), path));
  },
);

// A shell ends a path at its first blank, and reads what is given to a script as its own.
it('no script goes through a shell', () => {
  const through = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /\bshell: (?!'shell\.ts')/.test(readFileSync(join(scripts, name), 'utf8')));
  expect(through).toEqual([]);
});
