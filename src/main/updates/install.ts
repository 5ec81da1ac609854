import { rm } from 'node:fs/promises';
import { app } from 'electron';
import type { NsisUpdater } from 'electron-updater';
import { ownAppImage } from '../../core/desktop/own-app-image.ts';
import { launchAppImage, replaceAppImage } from '../linux/app-image.ts';
import type { UpdaterParts } from './updater.ts';

type Install = UpdaterParts['install'];

export interface InstallParts {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
}

/** How this system puts the new version in the place of the one that runs. */
export function systemInstall({ platform, environment, execPath }: InstallParts): Install {
  if (platform === 'win32') return runInstaller;
  // Squirrel asks for the signature of the one that runs, ends it and starts the other.
  if (platform === 'darwin') return async ({ updater }) => updater.quitAndInstall();
  return async ({ path }) => {
    const appImage = ownAppImage(environment, execPath);
    if (appImage === null) throw new Error('Not an AppImage.');
    await replaceAppImage(path, appImage);
    await rm(path, { force: true });
    app.once('quit', () => {
      // Or the next one would take itself for a second one.
      app.releaseSingleInstanceLock();
      launchAppImage(appImage, environment);
    });
    app.quit();
  };
}

const runInstaller: Install = async ({ updater }) => {
  // Without a word, and starting the app again.
  if (!(updater as NsisUpdater).install(true, true))
    throw new Error('The installer did not start.');
  app.quit();
};
