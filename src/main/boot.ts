import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { actionsOf, type NoticeAction, noticeActionOf } from '../core/notices/answers.ts';
import { Drivebell } from '../core/drivebell.ts';
import type { LoginItem } from '../core/desktop/login-item.ts';
import type { ZoomStep } from '../shared/look.ts';
import type { Page } from '../shared/pages.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import type { TrayCommand } from '../shared/texts/tray-menu.ts';
import { Badge } from './badge.ts';
import { showInFolder, systemBrowser } from './shell.ts';
import { browserPages } from './browser-pages.ts';
import { systemClipboard } from './clipboard.ts';
import { systemCommands } from './commands.ts';
import { StoredConfig } from './config-file.ts';
import { endAtStart, endOnDefects } from './defects.ts';
import { handlersFor } from './handlers.ts';
import { serveIpc } from './ipc.ts';
import { usableLocale } from './locale.ts';
import { busAddress } from './linux/bus-address.ts';
import { comeForward } from './linux/come-forward.ts';
import { SessionBus } from './linux/session-bus.ts';
import { mayEmbedIcons, TrayHost } from './linux/tray-host.ts';
import { loopbackPost } from './local-post.ts';
import { Licences } from './licences.ts';
import { LastLines, LogFile, rotatingFile } from './log-file.ts';
import { systemLoginItem, wasOpenedAtLogin } from './login-item.ts';
import { chromiumNet } from './net.ts';
import { builtInClientId, readOptions, type StartOptions } from './options.ts';
import { pageHandler } from './page.ts';
import { systemPower } from './power.ts';
import { systemWords } from './system-words.ts';
import { systemSettingsFile } from './settings-file.ts';
import { SystemShortcut } from './shortcut.ts';
import { drawTheme } from './theme.ts';
import { systemProgramChoice } from './program-choice.ts';
import { SafeStorageFile } from './secret-file.ts';
import { networkSession, pageSession } from './sessions.ts';
import { PacedToasts } from './toasts/paced-toasts.ts';
import { systemToasts } from './toasts/system-toasts.ts';
import { toastActions } from './toasts/actions.ts';
import { Toasts } from './toasts/toasts.ts';
import type { ToastEvents } from './toasts/toast.ts';
import { systemInstallation, systemUpdater } from './updates/system-updater.ts';
import { systemTryOut } from './try-out.ts';
import { type Asked, runTrayCommand } from './tray-commands.ts';
import { TrayIcon } from './tray.ts';
import { AppWindow } from './window.ts';
import { Words } from './words.ts';

interface Basics {
  readonly words: Words;
  readonly log: LogFile;
  readonly lastLines: LastLines;
  readonly dir: string;
  readonly root: string;
}

/** Composes the app once Electron is ready. Returns what shows its window; null when it cannot start. */
export function boot(): (() => void) | null {
  const dir = app.getPath('userData');
  const words = new Words(usableLocale(app.getPreferredSystemLanguages(), app.getLocale()));
  const { t } = words;
  const lastLines = new LastLines(200);
  const write = rotatingFile(join(dir, 'logs'));
  const log = new LogFile((line) => {
    lastLines.add(line);
    write(line);
  });
  log.info('started', { version: app.getVersion(), platform: process.platform });
  endOnDefects(t, log);
  try {
    return compose({ words, log, lastLines, dir, root: app.getAppPath() });
  } catch (thrown) {
    endAtStart(t, log, thrown);
    return null;
  }
}

/** The only place that knows all the parts. */
function compose(basics: Basics): () => void {
  const { words, log, root, dir } = basics;
  const { t } = words;
  const options = readOptions({
    environment: process.env,
    argv: process.argv,
    isPackaged: app.isPackaged,
    builtInClientId: builtInClientId(),
  });
  const window = createWindow(root, words, () => drivebell);
  const show = (): void => window.show();
  const bus = sessionBus(log);
  const events = toastEvents(() => drivebell, show);
  const sink = systemToasts({ t, root, platform: process.platform, bus, events });
  const toasts = new Toasts({
    t,
    sink: new PacedToasts(sink),
    manner: () => drivebell.snapshot().wishes,
    actionsOf: (notice) => toastActions(t, actionsOf(notice)),
  });
  const drivebell = createDrivebell(options, basics, toasts, window);
  const shell = {
    startPage: () => window.startPage,
    loginItem: createLoginItem(log),
    tryOut: createTryOut(root),
    licences: new Licences(join(root, 'out', 'licences'), process),
    zoom: (step: ZoomStep) => window.zoom(drivebell.settings.zoom(step)),
    showDataFolder: () => showInFolder(join(dir, 'config.json')),
  };
  serveIpc(handlersFor(drivebell, shell), (contents) => window.owns(contents), log.child('ipc'));
  const tray = follow(drivebell, window, basics);
  endWithApp(drivebell, () => {
    tray.destroy();
    bus?.stop();
  });
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  sink.start();
  drivebell.start();
  const isHidden = beginsHidden(options, drivebell);
  if (!isHidden) show();
  if (bus) watchTray(bus, drivebell, isHidden ? show : null);
  return show;
}

/** Nobody has asked for a window, and nothing has to be set up in it. */
function beginsHidden({ isHidden }: StartOptions, drivebell: Drivebell): boolean {
  const isUnasked =
    isHidden || drivebell.updates.isQuietStart || wasOpenedAtLogin(process.platform);
  return isUnasked && drivebell.snapshot().drives.length > 0;
}

/** What Microsoft has to be told before the end is told first: that takes a few seconds at most. */
function endWithApp(drivebell: Drivebell, end: () => void): void {
  app.on('will-quit', (event) => {
    const leaving = drivebell.leave();
    if (!leaving) {
      drivebell.stop();
      end();
      return;
    }
    event.preventDefault();
    void leaving.finally(() => app.quit());
  });
}

/** Makes all that is to be seen agree with the product, from now on. */
function follow(drivebell: Drivebell, window: AppWindow, basics: Basics): TrayIcon {
  const { words } = basics;
  const first = drivebell.snapshot();
  drawTheme(first.theme);
  words.speak(first.language);
  const asked = { drivebell, show: (page?: Page) => window.show(page), quit: () => app.quit() };
  const tray = createTray(first, asked, basics);
  const badge = createBadge(window, basics);
  badge.draw(first.unread);
  drivebell.onSnapshot((snapshot) => {
    drawTheme(snapshot.theme);
    if (words.speak(snapshot.language)) window.reload('settings');
    tray.draw(snapshot);
    badge.draw(snapshot.unread);
    window.push('snapshot', snapshot);
  });
  return tray;
}

function createTryOut(root: string): ReturnType<typeof systemTryOut> {
  return systemTryOut({
    root,
    isPackaged: app.isPackaged,
    platform: process.platform,
    environment: process.env,
  });
}

function sessionBus(log: LogFile): SessionBus | null {
  if (process.platform !== 'linux') return null;
  return new SessionBus({ address: () => busAddress(process.env), log: log.child('bus') });
}

/** `showInstead`: what a hidden start falls back to where no tray icon leads to the window. */
function watchTray(bus: SessionBus, drivebell: Drivebell, showInstead: (() => void) | null): void {
  let isFirst = true;
  const host = new TrayHost({
    bus,
    pid: process.pid,
    mayEmbed: mayEmbedIcons(process.env),
    onVerdict: (isMissing) => {
      drivebell.setTrouble('tray-missing', isMissing);
      if (isMissing && isFirst) showInstead?.();
      isFirst = false;
    },
  });
  host.start();
  app.once('will-quit', () => host.stop());
}

function toastEvents(drivebell: () => Drivebell, show: () => void): ToastEvents {
  const own = { command: process.execPath, args: process.argv.slice(1), environment: process.env };
  const answer = (id: string, action: NoticeAction, token: string | null): void =>
    void answerNotice(drivebell(), () => comeForward(token, own, show), { id, action });
  return {
    onClick: (id, token) => (id === null ? show() : answer(id, 'open', token)),
    onAction: (id, key, token) => answer(id, noticeActionOf(key), token),
    onShown: () => drivebell().setTrouble('notifications-failed', false),
    onFailed: () => drivebell().setTrouble('notifications-failed', true),
    onSupport: (isSupported) => {
      drivebell().setTrouble('notifications-unsupported', !isSupported);
      if (!isSupported) drivebell().setTrouble('notifications-failed', false);
    },
  };
}

function createWindow(root: string, words: Words, drivebell: () => Drivebell): AppWindow {
  const session = pageSession();
  session.protocol.handle(
    'app',
    pageHandler(join(root, 'out', 'renderer'), () => words.locale),
  );
  return new AppWindow({
    session,
    preloadPath: join(root, 'out', 'preload', 'index.cjs'),
    iconPath: process.platform === 'linux' ? join(root, 'build', 'icons', '256x256.png') : null,
    isPackaged: app.isPackaged,
    zoomLevel: () => drivebell().settings.zoomLevel,
    size: () => drivebell().settings.windowSize,
    onSize: (size) => void drivebell().settings.keepWindowSize(size),
  });
}

function createLoginItem(log: LogFile): LoginItem {
  const { platform, env: environment, execPath } = process;
  const { isPackaged } = app;
  return systemLoginItem({ platform, isPackaged, environment, execPath, log: log.child('login') });
}

function createBadge(window: AppWindow, { words, root }: Basics): Badge {
  return new Badge({ t: words.t, platform: process.platform, iconsDir: iconsIn(root), window });
}

function iconsIn(root: string): string {
  return join(root, 'assets', 'tray');
}

function createTray(snapshot: Snapshot, asked: Asked, { words, root }: Basics): TrayIcon {
  const parts = {
    t: words.t,
    locale: () => words.locale,
    platform: process.platform,
    iconsDir: iconsIn(root),
    onCommand: (command: TrayCommand) => void runTrayCommand(asked, command),
  };
  return new TrayIcon(parts, snapshot);
}

function createDrivebell(
  options: StartOptions,
  { words, dir, root, log, lastLines }: Basics,
  toasts: Toasts,
  window: AppWindow,
): Drivebell {
  const { platform, env: environment, execPath, resourcesPath: resourcesDir } = process;
  const own = { platform, environment, execPath, resourcesDir };
  const { t } = words;
  const parent = () => window.parent;
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
      programChoice: systemProgramChoice({ t, platform, parent }),
      settingsFile: systemSettingsFile({ t, parent }),
      shortcut: new SystemShortcut(() => window.show(), log.child('shortcut')),
      updater: systemUpdater({ ...own, homeDir: homedir(), version: app.getVersion() }),
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
    installation: systemInstallation({ ...own, isPackaged: app.isPackaged }),
    isWindowOpen: () => window.parent !== null,
    surroundings: { system: systemWords(), lastLines: () => lastLines.all },
  });
}

async function answerNotice(
  { answers }: Drivebell,
  show: () => void,
  { id, action }: { readonly id: string; readonly action: NoticeAction },
): Promise<void> {
  if ((await answers.answer(id, action)) === 'show-window') show();
}
