import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/support/root.ts';

const dir = join(root, 'docs/screenshots');
const files = readdirSync(dir).toSorted();

function screenshots(...args: readonly string[]): ReturnType<typeof run> {
  return run(join(root, 'scripts/screenshots.ts'), args);
}

function run(script: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('makes the pictures that there are', () => {
  const { status, stdout } = screenshots('--list');
  expect(status).toBe(0);
  expect(files).toEqual(stdout.trim().split('\n').toSorted());
});

it('lists those that are asked for', () => {
  expect(screenshots('--list', '--only', 'tray').stdout).toBe('tray-light.png\ntray-dark.png\n');
});

it.each([
  [['--only', 'nothing-like-it'], /^No picture is called "nothing-like-it"\. There are .+\n$/],
  [['--olny', 'tray'], /^Unknown option '--olny'\. Options: .+\n$/],
])('refuses %j', (args, line) => {
  const { status, stderr } = screenshots(...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(line);
});

it('makes pictures that are light', () => {
  const sizes = files.map((file) => statSync(join(dir, file)).size);
  expect(Math.max(...sizes)).toBeLessThan(120_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});

it('makes every picture that the README shows', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].map(
    ([, tag, link]) => tag ?? link ?? '',
  );
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
