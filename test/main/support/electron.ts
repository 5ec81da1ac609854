import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { asked, events, protocolOf, startApp } from './fake-start.ts';
import { FakeWindow, screen as fakeScreen, windows } from './fake-window.ts';
import { decrypt, encrypt } from './marked-cipher.ts';
import { FakeRequest } from './net-request.ts';
import { FakeSession } from './session.ts';

/**
 * The parts of Electron that the adapters touch, written by hand and as strict as Electron is. The
 * `node` project's alias gives this module to whoever imports `electron`; tests import it by name
 * and set it up through `given`.
 */
export const given = {
  isReady: true,
  platform: 'linux' as NodeJS.Platform,
  userDataDir: '',
  encryption: {
    isAvailable: true,
    backend: 'gnome_libsecret' as ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>,
    /** Which key the store holds: another, when the person has made the key ring anew. */
    key: 'first',
    /** On Linux everyone knows the key of `v10`, whatever the backend calls itself. */
    mark: 'v11' as 'v10' | 'v11',
    fails: 'no' as 'no' | 'encrypting' | 'decrypting' | 'for-now',
    isOld: false,
  },
  doesBrowserOpen: true,
  /** Who answers in place of an origin; all others cannot be reached. */
  hosts: new Map<string, string>(),
  idleSeconds: 0,
  doesClipboardTake: true,
  /** The file that the person chooses; null: none. */
  chosenFile: null as string | null,
  /** Keys that other programs have. */
  shortcutsTaken: new Array<string>(),
  areNotificationsSupported: true,
  loginItem: {
    entry: null as { readonly args: readonly string[] } | null,
    /** In the Task Manager of Windows. */
    isSwitchedOff: false,
    wantsApproval: false,
    refuses: false,
    hasOpened: false,
  },
};
const defaults = structuredClone(given);

export const seen = {
  handlers: new Map<string, Parameters<Electron.IpcMain['handle']>[1]>(),
  notifications: new Array<WeakRef<Notification>>(),
  trays: new Array<Tray>(),
  opened: new Array<string>(),
  copied: new Array<string>(),
  badges: new Array<number | null>(),
  /** What each dialog for files asked for, and over which window. */
  fileDialogs: new Array<{
    window: unknown;
    options: Electron.OpenDialogOptions | Electron.SaveDialogOptions;
  }>(),
  shortcuts: new Map<string, () => void>(),
  /** Title and content of each error box, and each end of the app. */
  ends: new Array<string>(),
  onQuit: new Array<() => void>(),
  sessions: new Map<string, FakeSession>(),
  windows,
  /** What was done before `ready`, and which events are listened to. */
  start: asked,
  startEvents: events,
};

/** Call before each test. */
export function resetElectron(): void {
  Object.assign(given, structuredClone(defaults));
  seen.handlers.clear();
  seen.notifications.length = 0;
  seen.trays.length = 0;
  seen.opened.length = 0;
  seen.copied.length = 0;
  seen.badges.length = 0;
  seen.fileDialogs.length = 0;
  seen.shortcuts.clear();
  seen.ends.length = 0;
  seen.onQuit.length = 0;
  seen.sessions.clear();
  seen.windows.length = 0;
  seen.start.length = 0;
  seen.startEvents.removeAllListeners();
  Notification.activated = null;
  powerMonitor.removeAllListeners();
}

function mustBeReady(message: string): void {
  if (!given.isReady) throw new Error(message);
}

export const app = {
  ...startApp(() => given.isReady),
  getPath: (name) => {
    if (name !== 'userData') throw new Error(`Failed to get '${name}' path`);
    return given.userDataDir;
  },
  getVersion: () => '0.1.0',
  exit: (code = 0) => {
    seen.ends.push(`exit ${code}`);
  },
  /** Without a window to be asked. */
  quit: () => {
    seen.ends.push('quit');
    for (const listener of seen.onQuit.splice(0)) listener();
  },
  once: ((event: string, listener: () => void) => {
    if (event !== 'quit') throw new Error(`Not played here: ${event}`);
    seen.onQuit.push(listener);
  }) as never,
  releaseSingleInstanceLock: () => {
    seen.ends.push('lock released');
  },
  getLoginItemSettings: (options) => loginItemSettings(options?.args ?? []),
  setBadgeCount: (count) => {
    seen.badges.push(count ?? null);
    return given.platform === 'darwin';
  },
  setLoginItemSettings: ({ openAtLogin, args, enabled = true }) => {
    const { loginItem, platform } = given;
    if (platform === 'linux' || loginItem.refuses) return;
    loginItem.isSwitchedOff = openAtLogin === true && !enabled;
    // macOS takes no arguments.
    loginItem.entry = openAtLogin ? { args: platform === 'win32' ? (args ?? []) : [] } : null;
  },
} satisfies Pick<
  Electron.App,
  | 'getPath'
  | 'getVersion'
  | 'exit'
  | 'quit'
  | 'once'
  | 'releaseSingleInstanceLock'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
  | 'setBadgeCount'
>;

export const protocol = protocolOf(() => given.isReady);
export const screen = fakeScreen;

export class BrowserWindow extends FakeWindow {
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    mustBeReady('Cannot create BrowserWindow before app is ready');
    super(options);
  }
}

/** What a system does not know, it leaves out, whatever Electron's types say. */
function loginItemSettings(args: readonly string[]): Electron.LoginItemSettings {
  const { platform, loginItem } = given;
  const { entry, wantsApproval, hasOpened, isSwitchedOff } = loginItem;
  const isThere = platform !== 'linux' && entry !== null;
  const common = { wasOpenedAtLogin: platform === 'darwin' && hasOpened };
  if (platform === 'win32') {
    return {
      ...common,
      openAtLogin: isThere && entry.args.join(' ') === args.join(' '),
      executableWillLaunchAtLogin: isThere && !isSwitchedOff,
      launchItems: [],
    } as Partial<Electron.LoginItemSettings> as Electron.LoginItemSettings;
  }
  const approved = wantsApproval ? 'requires-approval' : 'enabled';
  const status = platform === 'darwin' ? { status: isThere ? approved : 'not-registered' } : {};
  return {
    ...common,
    ...status,
    openAtLogin: isThere && !wantsApproval,
  } as Partial<Electron.LoginItemSettings> as Electron.LoginItemSettings;
}

export const dialog = {
  showOpenDialog: ((window: unknown, options: Electron.OpenDialogOptions) => {
    mustBeReady('dialog module can only be used after app is ready');
    if (!Array.isArray(options.properties)) throw new TypeError('Properties must be an array');
    checkDialogWords(options);
    seen.fileDialogs.push({ window, options });
    const filePaths = given.chosenFile === null ? [] : [given.chosenFile];
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  }) as Electron.Dialog['showOpenDialog'],
  showSaveDialog: ((window: unknown, options: Electron.SaveDialogOptions) => {
    mustBeReady('dialog module can only be used after app is ready');
    checkDialogWords(options);
    seen.fileDialogs.push({ window, options });
    const filePath = given.chosenFile ?? '';
    return Promise.resolve({ canceled: filePath === '', filePath });
  }) as Electron.Dialog['showSaveDialog'],
  showErrorBox: (title, content) => {
    seen.ends.push(`${title}: ${content}`);
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'>;

/** In Electron's order and words. */
function checkDialogWords(options: Electron.OpenDialogOptions | Electron.SaveDialogOptions): void {
  const { title = '', buttonLabel = '', defaultPath = '', message = '' } = options;
  const words = { Title: title, 'Button label': buttonLabel, 'Default path': defaultPath };
  for (const [name, text] of Object.entries({ ...words, Message: message })) {
    if (typeof text !== 'string') throw new TypeError(`${name} must be a string`);
  }
}

/** What other programs watch for cannot be had. */
export const globalShortcut = {
  register: (keys, callback) => {
    mustBeReady('globalShortcut cannot be used before the app is ready');
    if (!/^(?:\w+\+)*\w+$/.test(keys)) {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${keys}`);
    }
    if (given.shortcutsTaken.includes(keys)) return false;
    seen.shortcuts.set(keys, callback);
    return true;
  },
  unregister: (keys) => {
    mustBeReady('globalShortcut cannot be used before the app is ready');
    seen.shortcuts.delete(keys);
  },
} satisfies Pick<Electron.GlobalShortcut, 'register' | 'unregister'>;

export const ipcMain = {
  handle: (channel, listener) => {
    if (seen.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    seen.handlers.set(channel, listener);
  },
  on: () => undefined as never,
} satisfies Pick<Electron.IpcMain, 'handle' | 'on'>;

function currentMark(): string {
  const { backend, mark } = given.encryption;
  return given.platform === 'linux' && ['basic_text', 'unknown'].includes(backend) ? 'v10' : mark;
}

function passwordOf(mark: string): string {
  const { backend, key } = given.encryption;
  const isKnown = given.platform === 'linux' && mark === 'v10';
  return isKnown ? 'peanuts' : `${given.platform} ${backend} ${key}`;
}

const notDecrypted =
  'Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.';

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => given.isReady && given.encryption.isAvailable,
  encryptStringAsync: async (text) => {
    mustBeReady('safeStorage cannot be used before app is ready');
    if (given.encryption.fails === 'encrypting') {
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptStringAsync.',
      );
    }
    const mark = currentMark();
    return encrypt(text, mark, passwordOf(mark));
  },
  decryptStringAsync: async (data) => {
    mustBeReady('safeStorage cannot be used before app is ready');
    if (!Buffer.isBuffer(data)) {
      throw new TypeError('Expected the first argument of decryptStringAsync() to be a buffer');
    }
    if (given.encryption.fails === 'for-now') {
      throw new Error(
        'safeStorage.decryptStringAsync is temporarily unavailable. Please try again.',
      );
    }
    if (data.length === 0) return { result: '', shouldReEncrypt: false };
    if (given.encryption.fails === 'decrypting') throw new Error(notDecrypted);
    const shouldReEncrypt = given.encryption.isOld || !data.toString().startsWith(currentMark());
    try {
      return { result: decrypt(data, passwordOf), shouldReEncrypt };
    } catch {
      throw new Error(notDecrypted);
    }
  },
  getSelectedStorageBackend: () => {
    if (given.platform !== 'linux') {
      throw new TypeError('safeStorage.getSelectedStorageBackend is not a function');
    }
    return given.encryption.backend;
  },
} satisfies Pick<
  Electron.SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

type NotificationOptions = Electron.NotificationConstructorOptions;

export class Notification
  extends EventEmitter
  implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'silent'>
{
  static activated: ((details: Electron.ActivationArguments) => void) | null = null;

  static isSupported(): boolean {
    return given.areNotificationsSupported;
  }

  static get handleActivation(): typeof Electron.Notification.handleActivation {
    // Of the other systems' builds it is no part.
    return given.platform === 'win32'
      ? (listener) => {
          Notification.activated = listener;
        }
      : (undefined as never);
  }

  readonly id: string;
  readonly given: NotificationOptions;
  title: string;
  body: string;
  silent: boolean;
  isShown = false;

  constructor(options: NotificationOptions) {
    super();
    mustBeReady('Cannot create Notification before app is ready');
    this.given = options;
    this.id = options.id ?? '';
    if (given.platform === 'win32' && this.id.length > 64) {
      throw new Error('Notification id exceeds Windows limit of 64 UTF-16 characters');
    }
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    // Like Electron, we do not keep it from being collected.
    seen.notifications.push(new WeakRef(this));
  }

  show(): void {
    this.isShown = true;
  }

  close(): void {
    this.isShown = false;
    this.emit('close', {});
  }
}

interface FakeImage {
  readonly path: string;
}

export const nativeImage = {
  createFromPath: (path: string): FakeImage => ({ path }),
};

export interface FakeMenu {
  readonly items: readonly Electron.MenuItemConstructorOptions[];
}

export const Menu = {
  buildFromTemplate: (items: Parameters<typeof Electron.Menu.buildFromTemplate>[0]): FakeMenu => ({
    items: items as Electron.MenuItemConstructorOptions[],
  }),
};

export class Tray extends EventEmitter {
  image: string;
  tooltip = '';
  menu: FakeMenu | null = null;
  menusSet = 0;
  isGone = false;

  constructor(image: FakeImage) {
    super();
    mustBeReady('Cannot create Tray before app is ready');
    this.image = image.path;
    seen.trays.push(this);
  }

  setImage(image: FakeImage): void {
    this.#mustBeThere();
    this.image = image.path;
  }

  setToolTip(tooltip: string): void {
    this.#mustBeThere();
    this.tooltip = tooltip;
  }

  setContextMenu(menu: FakeMenu | null): void {
    this.#mustBeThere();
    this.menu = menu;
    this.menusSet += 1;
  }

  destroy(): void {
    this.isGone = true;
  }

  #mustBeThere(): void {
    if (this.isGone) throw new Error('Tray is destroyed');
  }
}

function sessionOf(partition: string): FakeSession {
  mustBeReady('Session can only be received when app is ready');
  const known = seen.sessions.get(partition) ?? new FakeSession();
  seen.sessions.set(partition, known);
  return known;
}

export const session = {
  fromPartition: (partition: string, options?: { readonly cache: boolean }): FakeSession =>
    Object.assign(sessionOf(partition), { hasCache: options?.cache ?? true }),
  get defaultSession(): FakeSession {
    return sessionOf('');
  },
};

export const net = {
  request: (options: Electron.ClientRequestConstructorOptions): FakeRequest => {
    mustBeReady('net module can only be used after app is ready');
    return new FakeRequest(options, given.hosts);
  },
  WebSocket: class {
    readonly url: string;
    readonly session: unknown;

    constructor(url: string, options?: { readonly session?: unknown }) {
      mustBeReady('net.WebSocket can only be used after app is ready');
      this.url = url;
      this.session = options?.session;
    }
  },
};

export const shell = {
  openExternal: async (url) => {
    if (!given.doesBrowserOpen) throw new Error('Failed to open');
    seen.opened.push(url);
  },
  openPath: () => Promise.reject(new Error('Not here.')),
  showItemInFolder: (path) => {
    seen.opened.push(path);
  },
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

export const clipboard = {
  writeText: async (text) => {
    if (!given.doesClipboardTake) throw new Error('Failed to write to the clipboard');
    seen.copied.push(text);
  },
} satisfies Pick<Electron.Clipboard, 'writeText'>;

export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => given.idleSeconds,
});

// electron-store takes Electron whole.
// oxlint-disable-next-line import/no-default-export
export default { app, ipcMain, shell };
