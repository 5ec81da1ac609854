import type { BaseWindow } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { systemProgramChoice } from '../../src/main/program-choice.ts';
import { createTranslate } from '../../src/main/words.ts';
import { given, resetElectron, seen } from './support/electron.ts';

const t = createTranslate('en-GB');
const window = { id: 1 } as BaseWindow;

beforeEach(() => resetElectron());

const choose = (platform: NodeJS.Platform = 'linux', parent: BaseWindow | null = window) =>
  systemProgramChoice({ t, platform, parent: () => parent }).choose();

it('is the file that the person has chosen, over the window', async () => {
  given.chosenFile = '/usr/local/bin/tell';
  expect(await choose()).toBe('/usr/local/bin/tell');
  expect(seen.fileDialogs).toEqual([
    {
      window,
      options: {
        title: 'Choose the program that Drivebell may run',
        message: 'Choose the program that Drivebell may run',
        buttonLabel: 'Choose',
        properties: ['openFile'],
      },
    },
  ]);
});

it('is none where none was chosen', async () => {
  expect(await choose()).toBeNull();
});

it('is asked of nobody once the window is closed', async () => {
  given.chosenFile = '/usr/local/bin/tell';
  expect([await choose('linux', null), seen.fileDialogs]).toEqual([null, []]);
});

it('offers programs only on Windows, where others do not start', async () => {
  await choose('win32');
  expect(seen.fileDialogs[0]?.options.filters).toEqual([
    { name: 'Programs', extensions: ['exe', 'com'] },
  ]);
});
