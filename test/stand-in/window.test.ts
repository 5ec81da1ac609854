import type { ElectronApplication, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launch } from './support/launch.ts';

const soon = { timeout: 10_000 };
let app: ElectronApplication;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, close } = await launch('window'));
  page = await app.firstWindow();
  await page.getByRole('heading', { name: 'Hello' }).waitFor();
  await page.waitForLoadState();
}, 30_000);

afterAll(() => close());

/** In the page, whose globals this file's types do not have. */
const inPage = <T>(code: string): Promise<T> => page.evaluate<T>(code);

const told = (): Promise<unknown[][]> =>
  app.evaluate(() => (globalThis as unknown as { told: unknown[][] }).told);

const named = async (name: string): Promise<unknown[][]> =>
  (await told()).filter(([first]) => first === name);

describe('the page', () => {
  test('has the size of the window, and follows it', async () => {
    const size = (): Promise<number[]> => inPage('[innerWidth, innerHeight]');
    expect(await size()).toStrictEqual([640, 480]);
    const window = await app.browserWindow(page);
    await window.evaluate((win) => win.setBounds({ width: 700, height: 500 }));
    await vi.waitFor(async () => expect(await size()).toStrictEqual([700, 500]), soon);
    expect(await window.evaluate((win) => win.getBounds())).toStrictEqual({
      x: 0,
      y: 0,
      width: 700,
      height: 500,
    });
  });

  test('is a secure context that sees nothing of Node or of the stand-in', async () => {
    const seen = await inPage(`({
      secure: isSecureContext,
      node: [typeof window.require, typeof window.process],
      added: Object.getOwnPropertyNames(window).filter((name) => /^[brt][0-9a-f]{32}$/.test(name)),
    })`);
    expect(seen).toStrictEqual({ secure: true, node: ['undefined', 'undefined'], added: [] });
  });

  test('is held to the policy of the handler, nonces included', async () => {
    const seen = await inPage(`(() => {
      const { color, fontSize } = getComputedStyle(document.querySelector('h1'));
      return { color, fontSize, inline: window.inline, external: window.external };
    })()`);
    expect(seen).toStrictEqual({
      color: 'rgb(1, 2, 3)',
      fontSize: '31px',
      inline: undefined,
      external: true,
    });
    await vi.waitFor(
      async () =>
        expect(await named('console')).toContainEqual([
          'console',
          'error',
          expect.stringContaining('inline'),
        ]),
      soon,
    );
  });

  test('is asked for by its own scheme, and Electron calls it by that', async () => {
    const titles = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => [
          window.webContents.getURL(),
          window.getTitle(),
          window.isVisible(),
        ]),
      );
    await vi.waitFor(
      async () =>
        expect(await titles()).toStrictEqual([['app://bundle/index.html', 'Fixture page', true]]),
      soon,
    );
    const requested = await app.evaluate(
      () => (globalThis as unknown as { requested: string[][] }).requested,
    );
    expect(requested.slice(0, 2)).toStrictEqual([
      ['app://bundle/index.html', 'mainFrame'],
      ['app://bundle/style.css', 'stylesheet'],
    ]);
  });

  test('fetches from its own scheme', async () => {
    const found = await inPage(`Promise.all([
      fetch('/data.json').then((response) => response.json()),
      fetch('/nowhere').then((response) => [response.status, response.ok]),
      fetch('/posted', { method: 'POST', body: 'text' }).then((response) => response.json()),
      fetch('/broken').catch(String),
    ])`);
    expect(found).toStrictEqual([
      { answer: 42 },
      [404, false],
      { method: 'POST', body: 'text', from: 'app://bundle' },
      'TypeError: Failed to fetch',
    ]);
  });

  test('reaches the outside only as webRequest allows', async () => {
    const error = await inPage(`fetch('https://example.com/').catch(String)`);
    expect(error).toBe('TypeError: Failed to fetch');
    const requested = await app.evaluate(
      () => (globalThis as unknown as { requested: string[][] }).requested,
    );
    expect(requested).toContainEqual(['https://example.com/', 'xhr']);
  });

  test('follows nativeTheme', async () => {
    const dark = (): Promise<boolean> =>
      inPage(`matchMedia('(prefers-color-scheme: dark)').matches`);
    expect(await dark()).toBe(false);
    const should = await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
      return [nativeTheme.shouldUseDarkColors, nativeTheme.themeSource];
    });
    expect(should).toStrictEqual([true, 'dark']);
    await vi.waitFor(async () => expect(await dark()).toBe(true), soon);
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'light';
    });
    await vi.waitFor(async () => expect(await dark()).toBe(false), soon);
  });

  test('follows nativeTheme in each document, whatever another client has made of it', async () => {
    const dark = (): Promise<boolean> =>
      inPage(`matchMedia('(prefers-color-scheme: dark)').matches`);
    const choose = (theme: 'dark' | 'light'): Promise<void> =>
      app.evaluate(({ nativeTheme }, chosen) => {
        nativeTheme.themeSource = chosen;
      }, theme);
    await choose('dark');
    await vi.waitFor(async () => expect(await dark()).toBe(true), soon);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await dark()).toBe(false);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.reload());
    await vi.waitFor(async () => expect(await dark()).toBe(true), soon);
    await choose('light');
    await vi.waitFor(async () => expect(await dark()).toBe(false), soon);
  });
});

describe('leaving the page', () => {
  test('will-navigate stops a link', async () => {
    await page.getByRole('link', { name: 'elsewhere' }).click();
    await vi.waitFor(
      async () =>
        expect(await named('will-navigate')).toStrictEqual([
          ['will-navigate', 'https://example.com/elsewhere', true],
        ]),
      soon,
    );
    expect(await page.getByRole('heading').textContent()).toBe('Hello');
    expect(await named('will-frame-navigate')).toHaveLength(1);
  });

  test('the window open handler refuses a new window', async () => {
    await page.getByRole('link', { name: 'popup' }).click();
    await vi.waitFor(
      async () =>
        expect(await named('window.open')).toStrictEqual([
          ['window.open', 'https://example.com/popup'],
        ]),
      soon,
    );
    await vi.waitFor(() => expect(app.windows()).toHaveLength(1), soon);
  });
});

describe('ipc', () => {
  test('knows its sender', async () => {
    expect(await inPage(`fixture.invoke('sender')`)).toStrictEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      parent: null,
      isMain: true,
    });
  });

  test.for([
    ['boom', "Error invoking remote method 'boom': RangeError: boom from main"],
    [
      'nothing',
      "Error invoking remote method 'nothing': Error: No handler registered for 'nothing'",
    ],
    [
      'uncloneable',
      "Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
    ],
  ] as const)('%s fails in the words of Electron', async ([channel, message]) => {
    const found = await inPage(`fixture.invoke('${channel}').catch((error) => error.message)`);
    expect(found).toBe(message);
  });

  test('what is sent before the page is there is lost', async () => {
    const heard = await inPage('fixture.heard()');
    expect(heard).toStrictEqual([]);
  });

  test('webContents.send reaches the preload script', async () => {
    await inPage(`window.pushed = new Promise((resolve) => {
      const off = fixture.on('push', (value) => {
        off();
        resolve(value);
      });
    }), true`);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('push', { list: [1, null] });
    });
    expect(await inPage('window.pushed')).toStrictEqual({ list: [1, null] });
  });
});

test('events of a load come in order, and a crash is told of', async () => {
  const events = (await told()).map(([name]) => name);
  expect(events.indexOf('dom-ready')).toBeLessThan(events.indexOf('did-finish-load'));
  const failed = await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const messages: unknown[] = [];
    for (const url of ['app://bundle/broken', 'https://example.com/', 'not a url']) {
      await window?.loadURL(url).catch((error: unknown) => messages.push((error as Error).message));
    }
    return messages;
  });
  expect(failed).toStrictEqual([
    "ERR_UNEXPECTED (-9) loading 'app://bundle/broken'",
    "ERR_BLOCKED_BY_CLIENT (-20) loading 'https://example.com/'",
    "ERR_INVALID_URL (-300) loading 'not a url'",
  ]);
  const gone = await app.evaluate(async ({ BrowserWindow, app: electronApp }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.loadURL('app://bundle/index.html');
    const reason = new Promise((resolve) => {
      electronApp.once('render-process-gone', (_event, _contents, details) =>
        resolve(details.reason),
      );
    });
    contents?.forcefullyCrashRenderer();
    return reason;
  });
  expect(gone).toBe('crashed');
});
