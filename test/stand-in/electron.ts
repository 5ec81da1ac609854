import type * as Electron from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { clipboard } from './clipboard.ts';
import { crashReporter } from './crash-reporter.ts';
import { dialog } from './dialog.ts';
import { globalShortcut } from './global-shortcut.ts';
import { ipcMain } from './ipc-main.ts';
import { MenuItem } from './menu-item.ts';
import { Menu } from './menu.ts';
import { type NativeImage, nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { net } from './net.ts';
import { Notification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { type Session, session } from './session.ts';
import { shell } from './shell.ts';
import { unimplemented } from './strict.ts';
import { Tray } from './tray.ts';
import { type WebContents, webContents } from './web-contents.ts';

export {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  webContents,
};

export const autoUpdater = unimplemented('autoUpdater');
export const BaseWindow = unimplemented('BaseWindow');
export const BrowserView = unimplemented('BrowserView');
export const ClipboardItem = unimplemented('ClipboardItem');
export const contentTracing = unimplemented('contentTracing');
export const desktopCapturer = unimplemented('desktopCapturer');
export const ImageView = unimplemented('ImageView');
export const inAppPurchase = unimplemented('inAppPurchase');
export const MessageChannelMain = unimplemented('MessageChannelMain');
export const netLog = unimplemented('netLog');
export const powerSaveBlocker = unimplemented('powerSaveBlocker');
export const pushNotifications = unimplemented('pushNotifications');
export const ServiceWorkerMain = unimplemented('ServiceWorkerMain');
export const sharedTexture = unimplemented('sharedTexture');
export const ShareMenu = unimplemented('ShareMenu');
export const systemPreferences = unimplemented('systemPreferences');
export const TouchBar = unimplemented('TouchBar');
export const utilityProcess = unimplemented('utilityProcess');
export const View = unimplemented('View');
export const WebContentsView = unimplemented('WebContentsView');
export const webFrameMain = unimplemented('webFrameMain');

const members = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  ServiceWorkerMain,
  session,
  sharedTexture,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
} satisfies Partial<Record<keyof typeof Electron | 'ServiceWorkerMain', unknown>>;

type Nothing<T extends never> = T;
type Emitter = keyof NodeJS.EventEmitter;

/** A compile error where the stand-in would offer what Electron has not. */
export type OnlyWhatElectronHas = [
  Nothing<Exclude<keyof typeof app, keyof Electron.App | 'toastActivatorCLSID'>>,
  Nothing<Exclude<keyof BrowserWindow, keyof Electron.BrowserWindow>>,
  Nothing<Exclude<keyof WebContents, keyof Electron.WebContents>>,
  Nothing<Exclude<keyof Session, keyof Electron.Session>>,
  Nothing<Exclude<keyof Tray, keyof Electron.Tray>>,
  Nothing<Exclude<keyof Menu, keyof Electron.Menu>>,
  // These two it has without documenting them.
  Nothing<
    Exclude<keyof MenuItem, keyof Electron.MenuItem | 'groupId' | 'acceleratorWorksWhenHidden'>
  >,
  Nothing<Exclude<keyof Notification, keyof Electron.Notification>>,
  Nothing<Exclude<keyof NativeImage, keyof Electron.NativeImage>>,
  Nothing<Exclude<keyof typeof ipcMain, keyof Electron.IpcMain | Emitter>>,
  Nothing<Exclude<keyof typeof powerMonitor, keyof Electron.PowerMonitor>>,
  Nothing<Exclude<keyof typeof nativeTheme, keyof Electron.NativeTheme>>,
  Nothing<Exclude<keyof typeof globalShortcut, keyof Electron.GlobalShortcut>>,
  Nothing<Exclude<keyof typeof safeStorage, keyof Electron.SafeStorage>>,
];

/** As in Electron the members are getters: they cannot be replaced, only what they give be patched. */
const electron = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, { enumerable: true, get: () => value }]),
  ),
);

// One object for `require('electron')` and for the default import, as in Electron.
// oxlint-disable-next-line import/no-default-export
export { electron as default, electron as 'module.exports' };
