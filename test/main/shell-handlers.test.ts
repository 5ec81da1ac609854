import { expect, it } from 'vitest';
import type { Drivebell } from '../../src/core/drivebell.ts';
import type { LoginItem } from '../../src/core/desktop/login-item.ts';
import { handlersFor } from '../../src/main/handlers.ts';

const item = {
  state: () => 'needs-approval',
  set: (wanted: boolean) => ({ ok: true, value: ['set', wanted] }),
} as unknown as LoginItem;
const react = { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Permission…' };
let shown = 0;
const zooms: string[] = [];
const showDataFolder = (): void => void (shown += 1);
const handlers = handlersFor({ drives: {}, accounts: {}, preferences: {} } as Drivebell, {
  startPage: () => 'settings',
  loginItem: item,
  showDataFolder,
  licences: {
    list: () => [react],
    showChromiums: () => ({ ok: false, code: 'not-found' }),
  },
  zoom: (step) => void zooms.push(step),
  tryOut: async () => ({ ok: false, code: 'try-out-failed' }),
});

it('the login item is asked and set', () => {
  expect(handlers.getLoginItem.run()).toEqual({ ok: true, value: 'needs-approval' });
  expect(handlers.setLoginItem.run(false)).toEqual({ ok: true, value: ['set', false] });
});

it('startPage gives the page that was asked for', () => {
  expect(handlers.startPage.run()).toEqual({ ok: true, value: 'settings' });
});

it('the folder of the data is shown', async () => {
  expect(await handlers.showDataFolder.run()).toEqual({ ok: true, value: undefined });
  expect(shown).toBe(1);
});

it('whose work is part of the app is told, and Chromium’s where it lies', async () => {
  expect(await handlers.getLicences.run()).toEqual({ ok: true, value: [react] });
  expect(await handlers.showChromiumLicences.run()).toEqual({ ok: false, code: 'not-found' });
});

it('a trial is offered where there is one', async () => {
  expect(await handlers.canTryOut.run()).toEqual({ ok: true, value: true });
  expect(await handlers.tryOut.run()).toEqual({ ok: false, code: 'try-out-failed' });
});

it('zooming is the window’s', async () => {
  expect(await handlers.zoom.run('in')).toEqual({ ok: true, value: undefined });
  expect(zooms).toEqual(['in']);
});
