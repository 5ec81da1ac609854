'use strict';
/**
 * Loaded into the app with `-r`, by the demo and the specs, on Electron and on the stand-in alike.
 * It patches Electron's own prototypes to see what the app shows, and plays the system browser:
 * a sign-in goes to DRIVEBELL_OBSERVE_SIGN_IN, everything else is only written down.
 */
const { Notification, Tray, shell } = require('electron');

const observed = { toasts: [], opened: [], icons: [], tooltips: [], menus: [] };
globalThis.observed = observed;

before(Notification.prototype, 'show', (toast) => {
  const { title, body } = toast;
  observed.toasts.push({ title, body, toast });
  process.stdout.write(`toast: ${title} | ${body.replaceAll('\n', ' / ')}\n`);
});
before(Tray.prototype, 'setToolTip', (_tray, tooltip) => observed.tooltips.push(tooltip));
before(Tray.prototype, 'setImage', (_tray, image) => observed.icons.push(image));
before(Tray.prototype, 'setContextMenu', (_tray, menu) => observed.menus.push(menu));

function before(prototype, name, look) {
  const original = prototype[name];
  prototype[name] = function (...args) {
    look(this, ...args);
    return original.apply(this, args);
  };
}

shell.openExternal = async (url) => {
  if (new URL(url).pathname.endsWith('/oauth2/v2.0/authorize')) return signIn(url);
  observed.opened.push(url);
  process.stdout.write(`opened: ${new URL(url).origin}\n`);
};

async function signIn(url) {
  const control = process.env.DRIVEBELL_OBSERVE_SIGN_IN;
  observed.opened.push('sign-in');
  if (!control) return;
  const account = process.env.DRIVEBELL_OBSERVE_ACCOUNT ?? null;
  // Not awaited: a browser, too, comes back to its caller before the person has signed in.
  void fetch(control, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, account }),
  });
}
