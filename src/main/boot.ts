import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { Drivebell } from '../core/drivebell.ts';
import type { LoginItem } from '../core/login-item.ts';
import type { Page } from '../shared/pages.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import type { Translate } from '../shared/texts/translate.ts';
import type { TrayCommand } from '../shared/texts/tray-menu.ts';
import { Badge } from './badge.ts';
import { systemBrowser } from './browser.ts';
import { browserPages } from './browser-pages.ts';
import { systemClipboard } from './clipboard.ts';
import { systemCommands } from './commands.ts';
import { StoredConfig } from './config-file.ts';
import { endAtStart, endOnDefects } from './defects.ts';
import { handlersFor } from './handlers.ts';
import { serveIpc } from './ipc.ts';
import { usableLocale } from './locale.ts';
import { loopbackPost } from './local-post.ts';
import { LogFile, rotatingFile } from './log-file.ts';
import { systemLoginItem, wasOpenedAtLogin } from './login-item.ts';
import { chromiumNet } from './net.ts';
import { Toasts } from './notifier.ts';
import { builtInClientId, readOptions, type StartOptions } from './options.ts';
import { pageHandler } from './page.ts';
import { systemPower } from './power.ts';
import { systemProgramChoice } from './program-choice.ts';
import { SafeStorageFile } from './secret-file.ts';
import { denyDefaultSession, networkSession, pageSession } from './sessions.ts';
import { type Asked, runTrayCommand } from './tray-commands.ts';
import { TrayIcon } from './tray.ts';
import { AppWindow } from './window.ts';
import { createTranslate } from './words.ts';

interface Basics {
  readonly t: Translate;
  readonly locale: string;
  readonly log: LogFile;
  readonly dir: string;
  readonly root: string;
}

/** Composes the app once Electron is ready. Returns what shows its window; null when it cannot start. */
export function boot(): (() => void) | null {
  const dir = app.getPath('userData');
  const locale = usableLocale(app.getPreferredSystemLanguages(), app.getLocale());
  const t = createTranslate(locale);
  const log = new LogFile(rotatingFile(join(dir, 'logs')));
  log.info('started', { version: app.getVersion(), platform: process.platform });
  endOnDefects(t, log);
  try {
    return compose({ t, locale, log, dir, root: app.getAppPath() });
  } catch (thrown) {
    endAtStart(t, log, thrown);
    return null;
  }
}

/** The only place that knows all the parts. */
function compose(basics: Basics): () => void {
  const { t, locale, log, root } = basics;
  const options = readOptions({
    environment: process.env,
    argv: process.argv,
    isPackaged: app.isPackaged,
    builtInClientId: builtInClientId(),
  });
  denyDefaultSession();
  const window = createWindow(root);
  const show = (): void => window.show();
  const toasts = new Toasts({
    t,
    locale,
    platform: process.platform,
    onClick: (noticeId) => void openNotice(drivebell, show, noticeId),
    onShown: () => drivebell.setTrouble('notifications-failed', false),
    onFailed: () => drivebell.setTrouble('notifications-failed', true),
  });
  const drivebell = createDrivebell(options, basics, toasts, window);
  const shell = { startPage: () => window.startPage, loginItem: createLoginItem(log) };
  serveIpc(handlersFor(drivebell, shell), (contents) => window.owns(contents), log.child('ipc'));
  const asked = { drivebell, show: (page?: Page) => window.show(page), quit: () => app.quit() };
  const tray = createTray(drivebell.snapshot(), asked, basics);
  const badge = createBadge(window, basics);
  badge.draw(drivebell.snapshot().unread);
  drivebell.onSnapshot((snapshot) => {
    tray.draw(snapshot);
    badge.draw(snapshot.unread);
    window.push('snapshot', snapshot);
  });
  app.on('will-quit', () => {
    drivebell.stop();
    tray.destroy();
  });
  adaptToSystem(drivebell, show);
  drivebell.start();
  const isSetUp = drivebell.snapshot().drives.length > 0;
  const isHidden = options.isHidden || wasOpenedAtLogin(process.platform);
  if (!isHidden || !isSetUp) show();
  return show;
}

function adaptToSystem(drivebell: Drivebell, show: () => void): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    // On macOS the first question would make the system ask the person for permission.
    drivebell.setTrouble('notifications-unsupported', !Toasts.isSupported());
  }
  if (process.platform === 'win32') Toasts.onActivation(show);
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

function createLoginItem(log: LogFile): LoginItem {
  const { platform, env: environment, execPath } = process;
  const { isPackaged } = app;
  return systemLoginItem({ platform, isPackaged, environment, execPath, log: log.child('login') });
}

function createBadge(window: AppWindow, { t, root }: Basics): Badge {
  return new Badge({ t, platform: process.platform, iconsDir: iconsIn(root), window });
}

function iconsIn(root: string): string {
  return join(root, 'assets', 'tray');
}

function createTray(snapshot: Snapshot, asked: Asked, { t, locale, root }: Basics): TrayIcon {
  const parts = {
    t,
    locale,
    platform: process.platform,
    iconsDir: iconsIn(root),
    onCommand: (command: TrayCommand) => void runTrayCommand(asked, command),
  };
  return new TrayIcon(parts, snapshot);
}

function createDrivebell(
  options: StartOptions,
  { t, dir, root, log }: Basics,
  toasts: Toasts,
  window: AppWindow,
): Drivebell {
  const { platform } = process;
  const { clouds, clientIds, standIns } = options;
  const tokensPath = join(dir, 'tokens.bin');
  return new Drivebell({
    ports: {
      net: chromiumNet(networkSession(), standIns),
      configFile: new StoredConfig(dir, log.child('config')),
      secretFile: new SafeStorageFile(tokensPath, platform, log.child('secret')),
      notifier: toasts,
      browser: systemBrowser(standIns, log.child('browser')),
      clipboard: systemClipboard(log.child('clipboard')),
      commands: systemCommands({ platform, homeDir: homedir() }),
      localPost: loopbackPost(),
      programChoice: systemProgramChoice({ t, platform, parent: () => window.parent }),
      power: systemPower(),
      clock: { now: () => Date.now() },
      log,
    },
    clouds,
    clientIds,
    pages: browserPages(t),
    databasePath: join(dir, 'drivebell.db'),
    searchWorkerPath: join(root, 'out', 'main', 'search-worker.js'),
    version: app.getVersion(),
  });
}

async function openNotice(drivebell: Drivebell, show: () => void, noticeId: string): Promise<void> {
  if ((await drivebell.openNotice(noticeId)) === 'show-window') show();
}
