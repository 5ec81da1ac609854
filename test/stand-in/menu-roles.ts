import { app } from './app.ts';

export interface Role {
  readonly label: string | (() => string);
  readonly accelerator?: string;
  readonly submenu?: readonly { readonly role?: string; readonly type?: 'separator' }[];
  /** Called on the app, the focused window or its page, whichever the role is about. */
  readonly app?: 'quit' | 'showAboutPanel';
  readonly window?: string;
  readonly page?: string;
}

const mac = process.platform === 'darwin';
const quitLabels: Record<string, () => string> = {
  darwin: () => `Quit ${app.name}`,
  win32: () => 'Exit',
};
const separator = { type: 'separator' } as const;
const of = (...roles: string[]): { role: string }[] => roles.map((role) => ({ role }));

export const roles: Readonly<Record<string, Role>> = {
  about: { label: () => (mac ? `About ${app.name}` : 'About'), app: 'showAboutPanel' },
  close: {
    label: mac ? 'Close Window' : 'Close',
    accelerator: 'CommandOrControl+W',
    window: 'close',
  },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', window: 'minimize' },
  togglefullscreen: { label: 'Toggle Full Screen', accelerator: mac ? 'Control+Command+F' : 'F11' },
  quit: {
    label: () => quitLabels[process.platform]?.() ?? 'Quit',
    ...(process.platform === 'win32' ? {} : { accelerator: 'CommandOrControl+Q' }),
    app: 'quit',
  },
  undo: { label: 'Undo', accelerator: 'CommandOrControl+Z', page: 'undo' },
  redo: { label: 'Redo', accelerator: 'Shift+CommandOrControl+Z', page: 'redo' },
  cut: { label: 'Cut', accelerator: 'CommandOrControl+X', page: 'cut' },
  copy: { label: 'Copy', accelerator: 'CommandOrControl+C', page: 'copy' },
  paste: { label: 'Paste', accelerator: 'CommandOrControl+V', page: 'paste' },
  delete: { label: 'Delete', page: 'delete' },
  selectall: { label: 'Select All', accelerator: 'CommandOrControl+A', page: 'selectAll' },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', page: 'reload' },
  forcereload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R' },
  toggledevtools: { label: 'Toggle Developer Tools' },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0' },
  zoomin: { label: 'Zoom In', accelerator: 'CommandOrControl+Plus' },
  zoomout: { label: 'Zoom Out', accelerator: 'CommandOrControl+-' },
  hide: { label: () => `Hide ${app.name}`, accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  unhide: { label: 'Show All' },
  services: { label: 'Services' },
  front: { label: 'Bring All to Front' },
  zoom: { label: 'Zoom' },
  window: { label: 'Window' },
  help: { label: 'Help' },
  appmenu: {
    label: () => app.name,
    submenu: [
      ...of('about'),
      separator,
      ...of('services'),
      separator,
      ...of('hide', 'hideOthers', 'unhide'),
      separator,
      ...of('quit'),
    ],
  },
  filemenu: { label: 'File', submenu: of(mac ? 'close' : 'quit') },
  editmenu: {
    label: 'Edit',
    submenu: [
      ...of('undo', 'redo'),
      separator,
      ...of('cut', 'copy', 'paste', 'delete'),
      separator,
      ...of('selectAll'),
    ],
  },
  viewmenu: {
    label: 'View',
    submenu: [
      ...of('reload', 'forceReload', 'toggleDevTools'),
      separator,
      ...of('resetZoom', 'zoomIn', 'zoomOut'),
      separator,
      ...of('togglefullscreen'),
    ],
  },
  windowmenu: { label: 'Window', submenu: of('minimize', 'zoom', mac ? 'front' : 'close') },
};
