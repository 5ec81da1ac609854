import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { decrypt, encrypt } from './marked-cipher.ts';

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
  doesClipboardTake: true,
  /** The file that the person chooses; null: none. */
  chosenFile: null as string | null,
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
  fileDialogs: new Array<{ window: unknown; options: Electron.OpenDialogOptions }>(),
  /** Title and content of each error box, and each end of the app. */
  ends: new Array<string>(),
  sessions: new Map<string, FakeSession>(),
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
  seen.ends.length = 0;
  seen.sessions.clear();
  Notification.activated = null;
  powerMonitor.removeAllListeners();
}

function mustBeReady(message: string): void {
  if (!given.isReady) throw new Error(message);
}

export const app = {
  getPath: (name) => {
    if (name !== 'userData') throw new Error(`Failed to get '${name}' path`);
    return given.userDataDir;
  },
  getVersion: () => '0.1.0',
  exit: (code = 0) => {
    seen.ends.push(`exit ${code}`);
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
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
  | 'setBadgeCount'
>;

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
    const { title, message, buttonLabel, properties } = options;
    if (!Array.isArray(properties)) throw new TypeError('Properties must be an array');
    if (typeof title !== 'string') throw new TypeError('Title must be a string');
    if (typeof buttonLabel !== 'string') throw new TypeError('Button label must be a string');
    if (typeof message !== 'string') throw new TypeError('Message must be a string');
    seen.fileDialogs.push({ window, options });
    const filePaths = given.chosenFile === null ? [] : [given.chosenFile];
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  }) as Electron.Dialog['showOpenDialog'],
  showErrorBox: (title, content) => {
    seen.ends.push(`${title}: ${content}`);
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog'>;

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

type Handler = (...args: readonly never[]) => unknown;

/** Keeps the handlers a session was given, by the name of what gave them. */
export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  readonly fetched: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  hasSpellChecker = true;
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => this.handlers.set('onBeforeRequest', handler),
  };

  setPermissionRequestHandler(handler: Handler): void {
    this.handlers.set('permissionRequest', handler);
  }

  setPermissionCheckHandler(handler: Handler): void {
    this.handlers.set('permissionCheck', handler);
  }

  setDevicePermissionHandler(handler: Handler): void {
    this.handlers.set('devicePermission', handler);
  }

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.hasSpellChecker = isEnabled;
  }

  async fetch(url: string, init?: RequestInit): Promise<Response> {
    this.fetched.push({ url, init });
    return new Response('fetched');
  }
}

function sessionOf(partition: string): FakeSession {
  mustBeReady('Session can only be received when app is ready');
  const known = seen.sessions.get(partition) ?? new FakeSession();
  seen.sessions.set(partition, known);
  return known;
}

export const session = {
  fromPartition: (partition: string): FakeSession => sessionOf(partition),
  get defaultSession(): FakeSession {
    return sessionOf('');
  },
};

export const net = {
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
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>;

export const clipboard = {
  writeText: async (text) => {
    if (!given.doesClipboardTake) throw new Error('Failed to write to the clipboard');
    seen.copied.push(text);
  },
} satisfies Pick<Electron.Clipboard, 'writeText'>;

export const powerMonitor = new EventEmitter();

// electron-store takes Electron whole.
// oxlint-disable-next-line import/no-default-export
export default { app, ipcMain, shell };
