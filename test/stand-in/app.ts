import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { App as ElectronApp, RelaunchOptions, Settings } from 'electron';
import type { AppPackage } from './app-package.ts';
import { AppPaths } from './app-paths.ts';
import { commandLine, electronArgv, executablePath, originalArgs } from './command-line.ts';
import { createEvent } from './event.ts';
import { exitProcess, lifecycle, windowList } from './lifecycle.ts';
import { appLocale, preferredSystemLanguages, systemLocale } from './locale.ts';
import { SingleInstanceLock } from './single-instance-lock.ts';
import { strictEmitter } from './strict.ts';

const elsewhere = {
  linux: [
    'setToastActivatorCLSID',
    'toastActivatorCLSID',
    'setJumpList',
    'setUserTasks',
    'dock',
    'setActivationPolicy',
  ],
  win32: ['dock', 'setActivationPolicy'],
  darwin: ['setToastActivatorCLSID', 'toastActivatorCLSID', 'setJumpList', 'setUserTasks'],
}[process.platform as string];

const clsid = /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;

type Played = Pick<
  ElectronApp,
  | 'name'
  | 'isPackaged'
  | 'commandLine'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setLoginItemSettings'
  | 'setBadgeCount'
  | 'focus'
>;

class App extends strictEmitter('app', elsewhere) implements Played {
  name = 'Electron';
  readonly commandLine = commandLine;
  userAgentFallback = '';
  #version = '0.0.0';
  #appPath = process.cwd();
  readonly #paths = new AppPaths(() => this.name);
  #lock: SingleInstanceLock | null = null;
  readonly #ready = Promise.withResolvers<void>();
  #exitCode = 0;
  #state: 'running' | 'quitting' | 'exiting' | 'shut-down' = 'running';
  #relaunches: { file: string; args: readonly string[] }[] = [];
  #loginItem: Settings = {};

  constructor() {
    super();
    windowList.watch({
      allClosed: () => this.#allWindowsClosed(),
      closeCancelled: () => {
        if (this.#state === 'quitting') this.#state = 'running';
      },
    });
    process.once('exit', () => {
      this.#lock?.release();
      for (const { file, args } of this.#relaunches) {
        spawn(file, args, { detached: true, stdio: 'inherit' }).unref();
      }
    });
  }

  get isPackaged(): boolean {
    return process.env['ELECTRON_FORCE_IS_PACKAGED'] !== undefined;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return this.#version;
  }

  getAppPath(): string {
    return this.#appPath;
  }

  getPath(name: string): string {
    return this.#paths.get(name);
  }

  setPath(name: string, value: string): void {
    this.#paths.set(name, value);
  }

  setAppLogsPath(value?: string): void {
    this.#paths.set('logs', value ?? `${this.getPath('userData')}/logs`);
  }

  getLocale(): string {
    return lifecycle.ready ? appLocale() : '';
  }

  getSystemLocale(): string {
    if (!lifecycle.ready) {
      throw new Error('app.getSystemLocale() can only be called after app is ready');
    }
    return systemLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return preferredSystemLanguages();
  }

  isReady(): boolean {
    return lifecycle.ready;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  enableSandbox(): void {
    this.#mustPrecedeReady('enableSandbox');
  }

  disableHardwareAcceleration(): void {
    this.#mustPrecedeReady('disableHardwareAcceleration');
  }

  setAppUserModelId(_id: string): void {}

  setDesktopName(name: string): void {
    if (process.platform === 'linux') process.env['CHROME_DESKTOP'] = name;
  }

  /** Linux shows it in Unity's launcher only, which is not played. */
  setBadgeCount(_count?: number): boolean {
    return process.platform === 'darwin';
  }

  setLoginItemSettings(settings: Settings): void {
    if (process.platform !== 'linux') this.#loginItem = { ...settings };
  }

  getLoginItemSettings(): { openAtLogin: boolean } {
    return { openAtLogin: this.#loginItem.openAtLogin ?? false };
  }

  getAppMetrics(): { pid: number; type: 'Browser'; memory: { workingSetSize: number } }[] {
    const workingSetSize = Math.round(process.memoryUsage.rss() / 1024);
    return [{ pid: process.pid, type: 'Browser', memory: { workingSetSize } }];
  }

  focus(): void {
    const visible = windowList
      .all()
      .find((window) => (window as { isVisible?(): boolean }).isVisible?.());
    (visible as { focus?(): void } | undefined)?.focus?.();
  }

  requestSingleInstanceLock(additionalData?: object): boolean {
    if (this.#lock) return true;
    const lock = new SingleInstanceLock(this.getPath('userData'));
    const message = {
      argv: [...electronArgv],
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    const owned = lock.request(message, (second) => {
      void this.#ready.promise.then(() =>
        this.emit(
          'second-instance',
          createEvent(),
          second.argv,
          second.workingDirectory,
          second.additionalData,
        ),
      );
    });
    if (owned) this.#lock = lock;
    return owned;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== null;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  quit(): void {
    if (this.#state !== 'running') return;
    const event = createEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#state = 'quitting';
    const windows = windowList.all();
    if (windows.length === 0) this.#notifyAndShutDown();
    for (const window of windows) window.close();
  }

  exit(exitCode = 0): void {
    if (!lifecycle.ready) exitProcess(exitCode);
    if (this.#state === 'shut-down') return;
    this.#exitCode = exitCode;
    this.#state = 'exiting';
    const windows = windowList.all();
    if (windows.length === 0) this.#shutDown();
    for (const window of windows) window.destroy();
  }

  relaunch(options: RelaunchOptions = {}): void {
    const args = options.execPath || options.args ? (options.args ?? []) : originalArgs;
    this.#relaunches.push({ file: options.execPath ?? executablePath, args });
  }

  #mustPrecedeReady(method: string): void {
    if (lifecycle.ready) {
      throw new Error(`app.${method}() can only be called before app is ready`);
    }
  }

  #allWindowsClosed(): void {
    if (this.#state === 'exiting') this.#shutDown();
    else if (this.#state === 'quitting') this.#notifyAndShutDown();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  #notifyAndShutDown(): void {
    const event = createEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#state = 'running';
    else this.#shutDown();
  }

  #shutDown(): void {
    this.#state = 'shut-down';
    this.emit('quit', createEvent(), this.#exitCode);
    if (lifecycle.ready) setImmediate(() => exitProcess(this.#exitCode));
  }

  /** For the launcher, before the app's own code. */
  static describe(app: App, found: AppPackage): void {
    if (found.name !== null) app.name = found.name;
    if (found.version !== null) app.#version = found.version;
    if (found.desktopName !== null) app.setDesktopName(found.desktopName);
    app.#appPath = found.root;
  }

  /** For the launcher, once the app's code has run: `ready` comes even after a `quit` before it. */
  static async start(app: App, browser: () => Promise<unknown>): Promise<void> {
    if (app.#state === 'running') await browser();
    mkdirSync(app.getPath('userData'), { recursive: true });
    lifecycle.ready = true;
    app.emit('will-finish-launching');
    app.#ready.resolve();
    app.emit('ready', createEvent(), {});
    if (app.#state === 'shut-down') setImmediate(() => exitProcess(app.#exitCode));
  }
}

if (process.platform === 'win32') {
  let toastActivatorCLSID = '';
  Object.defineProperties(App.prototype, {
    toastActivatorCLSID: { get: () => toastActivatorCLSID },
    setToastActivatorCLSID: {
      writable: true,
      value: (id: string) => {
        if (!clsid.test(id)) throw new Error('Invalid CLSID format');
        toastActivatorCLSID = id.startsWith('{') ? id : `{${id}}`;
      },
    },
  });
}

export const app = new App();
export const describeApp = (found: AppPackage): void => App.describe(app, found);
export const startApp = (browser: () => Promise<unknown>): Promise<void> => App.start(app, browser);
