'use strict';
/**
 * Loaded into the app with `-r`, by the demo and the specs, on Electron and on the stand-in alike.
 * It listens to what the app shows, patches Electron's own prototypes, and plays the system browser:
 * a sign-in goes to DRIVEBELL_OBSERVE_SIGN_IN, everything else is only written down.
 * DRIVEBELL_OBSERVE_ACCOUNT names who signs in, a comma between the first and the next; the last one
 * stays, and nobody cancels. DRIVEBELL_OBSERVE_MESSAGES=1 keeps what main tells the window, too. A spec may change `observed.accounts` at any time.
 */
const { subscribe } = require('node:diagnostics_channel');
const { Notification, Tray, app, clipboard, dialog, ipcMain, shell } = require('electron');

const observed = {
  toasts: [],
  /** Of systems where toasts are Electron's. */
  notifications: [],
  opened: [],
  icons: [],
  tooltips: [],
  menus: [],
  copied: [],
  messages: [],
  /** What the person chooses in the system's dialogs for files, one after the other. */
  files: [],
  accounts: (process.env.DRIVEBELL_OBSERVE_ACCOUNT ?? '').split(','),
};
globalThis.observed = observed;

subscribe('drivebell.toast', ({ title, body }) => {
  observed.toasts.push({ title, body });
  process.stdout.write(`toast: ${title} | ${body.replaceAll('\n', ' / ')}\n`);
});
before(Notification.prototype, 'show', (toast) => observed.notifications.push(toast));
before(Tray.prototype, 'setToolTip', (_tray, tooltip) => observed.tooltips.push(tooltip));
before(Tray.prototype, 'setImage', (_tray, image) => observed.icons.push(image));
before(Tray.prototype, 'setContextMenu', (_tray, menu) => observed.menus.push(menu));
before(clipboard, 'writeText', (_clipboard, text) => observed.copied.push(text));

if (process.env.DRIVEBELL_OBSERVE_MESSAGES === '1') keepMessages();

function keepMessages() {
  const keep = (value) => observed.messages.push(JSON.stringify(value) ?? '');
  const handle = ipcMain.handle.bind(ipcMain);
  ipcMain.handle = (channel, handler) =>
    handle(channel, async (...args) => {
      const reply = await handler(...args);
      keep(reply);
      return reply;
    });
  app.on('web-contents-created', (_event, contents) => {
    before(contents, 'send', (_contents, _channel, ...values) => keep(values));
  });
}

function before(object, name, look) {
  const original = object[name];
  object[name] = function (...args) {
    look(this, ...args);
    return original.apply(this, args);
  };
}

const showOpenDialog = dialog.showOpenDialog.bind(dialog);
dialog.showOpenDialog = (...args) => {
  const path = observed.files.shift();
  if (path === undefined) return showOpenDialog(...args);
  return Promise.resolve({ canceled: false, filePaths: [path] });
};

shell.openExternal = async (url) => {
  if (new URL(url).pathname.endsWith('/oauth2/v2.0/authorize')) return signIn(url);
  observed.opened.push(url);
  process.stdout.write(`opened: ${new URL(url).origin}\n`);
};

async function signIn(url) {
  const control = process.env.DRIVEBELL_OBSERVE_SIGN_IN;
  observed.opened.push('sign-in');
  if (!control) return;
  const { accounts } = observed;
  const account = (accounts.length > 1 ? accounts.shift() : accounts[0]) || null;
  // Not awaited: a browser, too, comes back to its caller before the person has signed in.
  void fetch(control, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, account }),
  });
}
