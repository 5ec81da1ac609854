import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leftOut, leftOutFiles } from '../../scripts/support/left-out-tests.ts';
import { root } from '../../scripts/support/root.ts';

it('leaves out nothing on Linux, and more on Windows than on macOS', () => {
  expect(leftOut('linux', () => true)).toEqual([]);
  const [onMac, onWindows] = [leftOut('darwin'), leftOut('win32')];
  expect(onWindows).toEqual(expect.arrayContaining([...onMac]));
  expect(onWindows.length).toBeGreaterThan(onMac.length);
});

it.each(['/usr/sbin/nginx', '/usr/bin/openssl'])('leaves out one on a Linux without %s', (path) => {
  expect(leftOut('linux', (other) => other !== path)).toEqual([
    'test/core/integration/webhook-nginx',
  ]);
});

it.each(leftOutFiles('win32'))('%s are tests that there are', (pattern) => {
  const files = globSync(pattern, { cwd: root });
  expect(files.filter((path) => /\.(test|spec)\.ts$/.test(path))).not.toEqual([]);
});
