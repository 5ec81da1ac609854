import type { Session, WebContents } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { pageSession } from '../../src/main/sessions.ts';
import { AppWindow, type WindowParts } from '../../src/main/window.ts';
import { given, resetElectron, seen } from './support/electron.ts';

let session: Session;

beforeEach(() => {
  resetElectron();
  session = pageSession();
});

function openWindow(parts: Partial<WindowParts> = {}): AppWindow {
  const window = new AppWindow({
    session,
    preloadPath: '/app/out/preload/index.cjs',
    iconPath: null,
    isPackaged: true,
    zoomLevel: () => 0,
    size: () => null,
    onSize: () => undefined,
    ...parts,
  });
  window.show();
  return window;
}

// Items 2, 3, 4, 6, 8 to 12 of Electron's checklist, and whatever else is set: nothing may come in unseen.
it('gives its page no Node, no webview, no other session, and keeps it in its sandbox', () => {
  openWindow();
  expect(seen.windows.map(({ options }) => options.webPreferences)).toEqual([
    {
      preload: '/app/out/preload/index.cjs',
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  ]);
});

it('loads our own page over our own scheme, and nothing else', () => {
  openWindow();
  expect(seen.windows[0]?.loaded).toEqual(['app://bundle/index.html']);
});

it('has developer tools in unpackaged builds alone', () => {
  openWindow({ isPackaged: false });
  expect(seen.windows[0]?.options.webPreferences?.devTools).toBe(true);
});

it('owns its own contents, and none once it is gone', () => {
  const window = openWindow();
  const contents = seen.windows[0]?.webContents as unknown as WebContents;
  expect([window.owns(contents), window.owns({} as WebContents)]).toEqual([true, false]);
  seen.windows[0]?.destroy();
  expect(window.owns(contents)).toBe(false);
});

it('is gone once its renderer has crashed', () => {
  const window = openWindow();
  const contents = seen.windows[0]?.webContents;
  contents?.emit('render-process-gone');
  expect([seen.windows[0]?.isDestroyed(), window.parent]).toEqual([true, null]);
});

it('is made only once Electron is ready', () => {
  given.isReady = false;
  expect(() => openWindow()).toThrow('Cannot create BrowserWindow before app is ready');
});
