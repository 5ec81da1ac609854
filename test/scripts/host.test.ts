import { expect, it } from 'vitest';
import { chooseHost } from '../../scripts/support/host.ts';

const machine = {
  electron: '/electron',
  isRoot: false,
  hasSandbox: true,
  isElectronRequired: false,
};

it('takes Electron where it is, without its sandbox only where there is none', () => {
  const { kind, executablePath, switches } = chooseHost(machine);
  expect({ kind, executablePath, switches }).toEqual({
    kind: 'electron',
    executablePath: '/electron',
    switches: [],
  });
  expect(chooseHost({ ...machine, isRoot: true }).switches).toEqual(['--no-sandbox']);
  expect(chooseHost({ ...machine, hasSandbox: false }).switches).toEqual(['--no-sandbox']);
});

it('falls back to the stand-in', () => {
  expect(chooseHost({ ...machine, electron: null }).kind).toBe('stand-in');
});

it('refuses to fall back where Electron is required, and only then', () => {
  const required = { ...machine, isElectronRequired: true };
  expect(() => chooseHost({ ...required, electron: null })).toThrow('DRIVEBELL_REQUIRE_ELECTRON');
  expect(chooseHost(required).kind).toBe('electron');
  expect(chooseHost({ ...required, hasSandbox: false }).switches).toEqual([]);
});
