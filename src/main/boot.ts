import { join } from 'node:path';
import { app, dialog, Menu } from 'electron';
import { describe } from '../core/describe.ts';
import { Drivebell } from '../core/drivebell.ts';
import { systemBrowser } from './browser.ts';
import { StoredConfig } from './config-file.ts';
import { handlersFor } from './handlers.ts';
import { serveIpc } from './ipc.ts';
import { LogFile, rotatingFile } from './log-file.ts';
import { chromiumNet } from './net.ts';
import { Toasts } from './notifier.ts';
import { builtInClientId, readOptions, type StartOptions } from './options.ts';
import { pageHandler } from './page.ts';
import { systemPower } from './power.ts';
import { SafeStorageFile } from './secret-file.ts';
import { denyDefaultSession, networkSession, pageSession } from './sessions.ts';
import type { Translate } from '../shared/texts/translate.ts';
import { TrayIcon } from './tray.ts';
import { AppWindow } from './window.ts';
import { createTranslate } from './words.ts';

/** Composes the app once Electron is ready: the only place that knows all the parts. */
export function boot(): void {
  const options = readOptions({
    environment: process.env,
    argv: process.argv,
    isPackaged: app.isPackaged,
    builtInClientId: builtInClientId(),
  });
  const root = app.getAppPath();
  const dir = app.getPath('userData');
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  const t = createTranslate(locale);
  const log = new LogFile(rotatingFile(join(dir, 'logs')));
  log.info('started', { version: app.getVersion(), platform: process.platform });
  endOnDefects(log);

  denyDefaultSession();
  const window = createWindow(root);
  const toasts = new Toasts({
    t,
    platform: process.platform,
    onClick: (noticeId) => void openNotice(drivebell, window, noticeId),
    onShown: () => drivebell.setTrouble('notifications-failed', false),
    onFailed: () => drivebell.setTrouble('notifications-failed', true),
  });
  const drivebell = createDrivebell(options, { dir, log, toasts });
  serveIpc(handlersFor(drivebell), (contents) => window.owns(contents), log.child('ipc'));

  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const tray = createTray(drivebell, window, { t, locale, root });
  drivebell.onSnapshot((snapshot) => {
    tray.draw(snapshot);
    window.push('snapshot', snapshot);
  });

  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  app.on('will-quit', () => {
    drivebell.stop();
    tray.destroy();
  });
  drivebell.setTrouble('notifications-unsupported', !Toasts.isSupported());
  drivebell.start();
  const isSetUp = drivebell.snapshot().drives.length > 0;
  if (!options.isHidden || !isSetUp) window.show();
}

/** A defect ends the app with a word, rather than leaving a tray icon that watches nothing. */
function endOnDefects(log: LogFile): void {
  process.on('unhandledRejection', (thrown) => log.warn('defect', { why: describe(thrown) }));
  process.on('uncaughtException', (thrown) => {
    log.warn('defect', { why: describe(thrown), fatal: true });
    dialog.showErrorBox(
      'Drivebell has to close',
      'Something went wrong inside Drivebell. Please start it again.',
    );
    app.exit(1);
  });
}

function createWindow(root: string): AppWindow {
  const session = pageSession();
  session.protocol.handle('app', pageHandler(join(root, 'out', 'renderer')));
  return new AppWindow({
    session,
    preloadPath: join(root, 'out', 'preload', 'index.cjs'),
    iconPath: process.platform === 'linux' ? join(root, 'build', 'icons', '256x256.png') : null,
    isPackaged: app.isPackaged,
  });
}

function createTray(
  drivebell: Drivebell,
  window: AppWindow,
  { t, locale, root }: { readonly t: Translate; readonly locale: string; readonly root: string },
): TrayIcon {
  const parts = {
    t,
    locale,
    platform: process.platform,
    iconsDir: join(root, 'assets', 'tray'),
    open: () => window.show(),
    pause: (until: Parameters<Drivebell['pause']>[0]) => void drivebell.pause(until),
    resume: () => void drivebell.resume(),
    quit: () => app.quit(),
  };
  return new TrayIcon(parts, drivebell.snapshot());
}

interface Made {
  readonly dir: string;
  readonly log: LogFile;
  readonly toasts: Toasts;
}

function createDrivebell(options: StartOptions, { dir, log, toasts }: Made): Drivebell {
  return new Drivebell({
    ports: {
      net: chromiumNet(networkSession(), options.standIns),
      configFile: new StoredConfig(dir, log.child('config')),
      secretFile: new SafeStorageFile(
        join(dir, 'tokens.bin'),
        process.platform,
        log.child('secret'),
      ),
      notifier: toasts,
      browser: systemBrowser(options.standIns, log.child('browser')),
      power: systemPower(),
      clock: { now: () => Date.now() },
      log,
    },
    hosts: options.hosts,
    clientId: options.clientId,
    databasePath: join(dir, 'drivebell.db'),
    version: app.getVersion(),
  });
}

async function openNotice(
  drivebell: Drivebell,
  window: AppWindow,
  noticeId: string,
): Promise<void> {
  if ((await drivebell.openNotice(noticeId)) === 'show-window') window.show();
}
