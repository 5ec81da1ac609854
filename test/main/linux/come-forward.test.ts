import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { comeForward, launchWith } from '../../../src/main/linux/come-forward.ts';

const own = {
  command: '/opt/Drivebell/drivebell',
  args: ['--hidden', '--ozone-platform=wayland'],
  environment: { WAYLAND_DISPLAY: 'wayland-0', HOME: '/home/ada' },
};

it('is a second launch with the token, and never a hidden one', () => {
  expect(launchWith('token-7', own)).toEqual({
    command: '/opt/Drivebell/drivebell',
    args: ['--ozone-platform=wayland'],
    environment: { ...own.environment, XDG_ACTIVATION_TOKEN: 'token-7' },
  });
});

it.each([
  ['no token', null, own],
  ['an empty one', '', own],
  ['no Wayland', 'token-7', { ...own, environment: {} }],
])('needs no launch with %s', (_what, token, given) => {
  let shown = 0;
  comeForward(token, given, () => (shown += 1));
  expect(shown).toBe(1);
});

it('hands the token to the launched one', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-forward-'));
  const file = join(dir, 'token');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, process.env.XDG_ACTIVATION_TOKEN)`;
  const environment = { ...process.env, WAYLAND_DISPLAY: 'wayland-0' };
  let shown = 0;
  comeForward('token-7', { command: process.execPath, args: ['-e', script], environment }, () => {
    shown += 1;
  });
  await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toBe('token-7'), { timeout: 10_000 });
  expect(shown).toBe(0);
  rmSync(dir, { recursive: true });
});

it('shows the window where nothing can be launched', async () => {
  let shown = 0;
  comeForward('token-7', { ...own, command: '/nowhere/drivebell' }, () => (shown += 1));
  await vi.waitFor(() => expect(shown).toBe(1), { timeout: 10_000 });
});
