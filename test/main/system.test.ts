import { beforeEach, expect, it } from 'vitest';
import { showInFolder, systemBrowser } from '../../src/main/shell.ts';
import { systemPower } from '../../src/main/power.ts';
import { heardLog } from '../core/support/doubles.ts';
import { given, powerMonitor, resetElectron, seen } from './support/electron.ts';

const standIns = new Map([['https://login.microsoftonline.com', 'http://127.0.0.1:1']]);

beforeEach(() => {
  resetElectron();
});

it('opens the system browser, where a stand-in is to be asked there', async () => {
  const browser = systemBrowser(standIns, heardLog());
  expect(await browser.open('https://contoso.sharepoint.com/a')).toBe(true);
  expect(await browser.open('https://login.microsoftonline.com/common?x=y')).toBe(true);
  expect(seen.opened).toEqual([
    'https://contoso.sharepoint.com/a',
    'http://127.0.0.1:1/common?x=y',
  ]);
});

it('says so when no browser opens, and not what it should have opened', async () => {
  given.doesBrowserOpen = false;
  const log = heardLog();
  expect(await systemBrowser(standIns, log).open('https://contoso.sharepoint.com/a')).toBe(false);
  expect([log.events, log.text().includes('contoso')]).toEqual([['browser-did-not-open'], false]);
});

it.each(['resume', 'unlock-screen'])('tells of %s, until undone', (event) => {
  let woken = 0;
  const undo = systemPower().onResume(() => (woken += 1));
  powerMonitor.emit(event);
  undo();
  powerMonitor.emit(event);
  expect([woken, powerMonitor.listenerCount(event)]).toEqual([1, 0]);
});

it('knows for how long nobody has touched the computer', () => {
  given.idleSeconds = 90;
  expect(systemPower().idleMs()).toBe(90_000);
});

it('shows a file where it lies', () => {
  showInFolder('/home/alex/.config/Drivebell/config.json');
  expect(seen.opened).toEqual(['/home/alex/.config/Drivebell/config.json']);
});
