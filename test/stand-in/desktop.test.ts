import type { ElectronApplication } from '@playwright/test';
import type { MenuItem } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './support/launch.ts';

let app: ElectronApplication;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, close } = await launch('bare'));
}, 30_000);

afterAll(() => close());

describe('Notification', () => {
  test('has an id, and tells of being shown and closed', async () => {
    const seen = await app.evaluate(async ({ Notification }) => {
      const given = new Notification({ id: 'mine', title: 'T', body: 'B', silent: true });
      const made = new Notification({ title: 'T' });
      const events: string[] = [];
      given.on('show', () => {
        events.push('show');
        given.close();
      });
      const closed = new Promise((resolve) => {
        given.on('close', resolve);
      });
      given.show();
      events.push('returned');
      await closed;
      const { id, title, body, silent } = given;
      return { id, title, body, silent, other: made.id.length, events };
    });
    expect(seen).toStrictEqual({
      id: 'mine',
      title: 'T',
      body: 'B',
      silent: true,
      other: 36,
      events: ['returned', 'show'],
    });
  });

  test('takes the options and buttons that Electron takes', async () => {
    const seen = await app.evaluate(({ Notification }) => {
      const made = (options: object): unknown => {
        try {
          return new Notification(options).actions;
        } catch (error) {
          return (error as Error).message;
        }
      };
      return [
        made({ actions: [{ type: 'button', text: 'Open' }] }),
        made({ actions: [{ type: 'button', text: 'Open' }, { text: 'Mute' }] }),
        made({ tag: 'mine' }),
      ];
    });
    expect(seen).toStrictEqual([
      [{ type: 'button', text: 'Open' }],
      [],
      'stand-in: electron.Notification option tag is not known',
    ]);
  });

  test('one that nobody holds is collected, one that is held stays', async () => {
    const left = await app.evaluate(async ({ Notification }) => {
      const { setFlagsFromString } = process.getBuiltinModule('node:v8');
      const { runInNewContext } = process.getBuiltinModule('node:vm');
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      const references: WeakRef<object>[] = [];
      const held: object[] = [];
      for (let count = 0; count < 5; count++) {
        const notification = new Notification({ title: 'T' });
        if (count % 2 === 0) held.push(notification);
        references.push(new WeakRef(notification));
        notification.show();
      }
      const alive = (): boolean[] => references.map((reference) => reference.deref() !== undefined);
      for (let round = 0; round < 50 && alive()[3]; round++) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        collect();
      }
      return [alive(), held.length];
    });
    expect(left).toStrictEqual([[true, false, true, false, true], 3]);
  });
});

describe('Menu', () => {
  test('an item is clicked with itself, the focused window and the event', async () => {
    const seen = await app.evaluate(({ Menu }) => {
      const clicked: unknown[] = [];
      const menu = Menu.buildFromTemplate([
        { type: 'separator' },
        {
          label: '&Open',
          id: 'open',
          click: (item, window, event) => clicked.push([item.id, window, event]),
        },
        { type: 'separator' },
        { type: 'separator' },
        { label: 'More', submenu: [{ label: 'Check', id: 'check', type: 'checkbox' }] },
        { label: 'One', id: 'one', type: 'radio', checked: true },
        { label: 'Two', id: 'two', type: 'radio' },
        { role: 'quit', id: 'quit' },
      ]);
      const item = (id: string): MenuItem | null => menu.getMenuItemById(id);
      item('open')?.click('event');
      item('check')?.click();
      item('two')?.click();
      Menu.setApplicationMenu(null);
      return {
        clicked,
        types: menu.items.map(({ type }) => type),
        check: item('check')?.checked,
        radio: [item('one')?.checked, item('two')?.checked],
        quit: item('quit')?.label,
        application: Menu.getApplicationMenu(),
        missing: item('missing'),
      };
    });
    expect(seen).toStrictEqual({
      clicked: [['open', undefined, 'event']],
      types: ['normal', 'separator', 'submenu', 'radio', 'radio', 'normal'],
      check: true,
      radio: [false, true],
      quit: process.platform === 'win32' ? 'Exit' : 'Quit',
      application: null,
      missing: null,
    });
  });
});

describe('nativeImage', () => {
  test('reads sizes, and takes the larger files beside one', async () => {
    const seen = await app.evaluate(({ nativeImage, app: electronApp }) => {
      const { writeFileSync } = process.getBuiltinModule('node:fs');
      const png = (width: number, height: number): Buffer => {
        const bytes = Buffer.alloc(33);
        bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
        bytes.write('IHDR', 12);
        bytes.writeUInt32BE(width, 16);
        bytes.writeUInt32BE(height, 20);
        return bytes;
      };
      const folder = electronApp.getPath('userData');
      writeFileSync(`${folder}/icon.png`, png(16, 16));
      writeFileSync(`${folder}/icon@2x.png`, png(32, 32));
      const image = nativeImage.createFromPath(`${folder}/icon.png`);
      const small = nativeImage.createFromBuffer(png(64, 32), { scaleFactor: 2 });
      return [
        image.getScaleFactors(),
        image.getSize(2),
        image.toPNG({ scaleFactor: 2 }).length,
        small.getSize(2),
        small.resize({ width: 8 }).getSize(),
        nativeImage.createEmpty().isEmpty(),
        nativeImage.createFromPath(`${folder}/nowhere.png`).isEmpty(),
        nativeImage.createFromBuffer(Buffer.from('no image')).isEmpty(),
      ];
    });
    expect(seen).toStrictEqual([
      [1, 2],
      { width: 16, height: 16 },
      33,
      { width: 32, height: 16 },
      { width: 8, height: 4 },
      true,
      true,
      true,
    ]);
  });
});

test('what a session, the power monitor and the dialogs answer', async () => {
  const seen = await app.evaluate(
    async ({ session, powerMonitor, dialog, shell, clipboard, net }) => {
      const used = session.defaultSession;
      used.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
      used.setPermissionCheckHandler(() => false);
      used.setSpellCheckerEnabled(false);
      const resumed = new Promise((resolve) => {
        powerMonitor.on('resume', () => resolve('resumed'));
      });
      powerMonitor.emit('resume');
      await clipboard.writeText('copied');
      return [
        await resumed,
        await used.resolveProxy('https://example.com/'),
        used.isPersistent(),
        await dialog.showMessageBox({ message: 'm', buttons: ['OK', 'Cancel'] }),
        await shell.openPath('/nowhere'),
        await clipboard.readText(),
        typeof net.isOnline(),
      ];
    },
  );
  expect(seen).toStrictEqual([
    'resumed',
    'DIRECT',
    true,
    { response: 1, checkboxChecked: false },
    '',
    'copied',
    'boolean',
  ]);
});

test('a dialog for files is cancelled, and as strict as Electron’s', async () => {
  const seen = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const words: string[] = [];
    const untyped = dialog as unknown as Record<'showOpenDialog', (...args: unknown[]) => unknown>;
    const attempt = async (...args: readonly unknown[]): Promise<void> => {
      try {
        words.push(JSON.stringify(await untyped.showOpenDialog(...args)));
      } catch (thrown) {
        words.push(String(thrown));
      }
    };
    const window = new BrowserWindow({ show: false });
    await attempt(window, { title: 'T', properties: ['openFile'] });
    await attempt({ filters: [{ name: 'Programs', extensions: ['exe'] }] });
    await attempt();
    await attempt({ properties: 'openFile', title: 7 });
    await attempt(window, { title: 7 });
    await attempt(window, { buttonLabel: null });
    await attempt({ defaultPath: 7 });
    await attempt({ message: 7 });
    await attempt({ properties: ['openProgram'] });
    await attempt({ filters: [{ name: 'Programs', extensions: ['.exe'] }] });
    window.destroy();
    await attempt(window, {});
    return words;
  });
  const cancelled = '{"canceled":true,"filePaths":[]}';
  expect(seen).toStrictEqual([
    cancelled,
    cancelled,
    cancelled,
    'TypeError: Properties must be an array',
    'TypeError: Title must be a string',
    'TypeError: Button label must be a string',
    'TypeError: Default path must be a string',
    'TypeError: Message must be a string',
    'Error: stand-in: no property of a dialog: openProgram',
    'Error: stand-in: a filter has a name, and extensions without wildcards or dots',
    'TypeError: Object has been destroyed',
  ]);
});

test('a window sees the schemes of its own session, not those of another', async () => {
  const seen = await app.evaluate(async ({ BrowserWindow, session }) => {
    const own = session.fromPartition('own');
    const headers = { 'content-type': 'text/html' };
    own.protocol.handle('own', () => new Response('<title>Own</title>', { headers }));
    const open = async (partition: string): Promise<string> => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition } });
      const outcome = await window.loadURL('own://host/').then(
        () => window.webContents.getTitle(),
        (error: unknown) => (error as Error).message,
      );
      window.destroy();
      return outcome;
    };
    return [await open('own'), await open('other'), BrowserWindow.getAllWindows().length];
  });
  expect(seen).toStrictEqual(['Own', "ERR_UNKNOWN_URL_SCHEME (-302) loading 'own://host/'", 0]);
});

test('windows take focus from each other, and a closed one opens the way to the next', async () => {
  const seen = await app.evaluate(async ({ BrowserWindow }) => {
    const events: string[] = [];
    const windows = ['a', 'b'].map((title) => {
      const window = new BrowserWindow({ title, show: false });
      for (const name of ['show', 'hide', 'focus', 'blur', 'minimize', 'restore', 'closed']) {
        window.on(name as 'show', () => events.push(`${title} ${name}`));
      }
      return window;
    });
    const [a, b] = windows;
    a?.focus();
    a?.show();
    b?.show();
    b?.minimize();
    b?.restore();
    const state = [a?.isVisible(), b?.isMinimized(), BrowserWindow.getFocusedWindow()];
    a?.hide();
    a?.once('close', (event) => event.preventDefault());
    a?.close();
    const kept = !a?.isDestroyed();
    for (const window of windows) {
      const closed = new Promise((resolve) => {
        window.on('closed', () => resolve(true));
      });
      window.close();
      await closed;
    }
    return { events, state, kept };
  });
  expect(seen).toStrictEqual({
    events: [
      'a show',
      'a focus',
      'b show',
      'a blur',
      'b focus',
      'b blur',
      'b minimize',
      'b restore',
      'a hide',
      'a closed',
      'b closed',
    ],
    state: [true, false, null],
    kept: true,
  });
});

test('a dialog for saving is cancelled, and as strict as Electron’s', async () => {
  const seen = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const words: string[] = [];
    const untyped = dialog as unknown as Record<'showSaveDialog', (...args: unknown[]) => unknown>;
    const attempt = async (...args: readonly unknown[]): Promise<void> => {
      try {
        words.push(JSON.stringify(await untyped.showSaveDialog(...args)));
      } catch (thrown) {
        words.push(String(thrown));
      }
    };
    const window = new BrowserWindow({ show: false });
    await attempt(window, { title: 'T', properties: ['showOverwriteConfirmation'] });
    await attempt({ defaultPath: 7 });
    await attempt({ nameFieldLabel: 7 });
    await attempt({ properties: ['openFile'] });
    window.destroy();
    await attempt(window, {});
    return words;
  });
  expect(seen).toStrictEqual([
    '{"canceled":true,"filePath":""}',
    'TypeError: Default path must be a string',
    'TypeError: Name field label must be a string',
    'Error: stand-in: no property of a dialog: openFile',
    'TypeError: Object has been destroyed',
  ]);
});

test('global shortcuts are kept once, in any spelling, and refused where they are none', async () => {
  const seen = await app.evaluate(({ globalShortcut }) => {
    const nothing = (): void => {};
    const results: unknown[] = [
      globalShortcut.register('Control+Alt+D', nothing),
      globalShortcut.register('Alt+Ctrl+D', nothing),
      globalShortcut.register('Control+Alt+D', nothing),
      globalShortcut.isRegistered('Control+Alt+D'),
    ];
    globalShortcut.unregister('Control+Alt+D');
    results.push(globalShortcut.isRegistered('Control+Alt+D'));
    try {
      globalShortcut.register('Control+Nowhere', nothing);
    } catch (thrown) {
      results.push(String(thrown));
    }
    return results;
  });
  expect(seen).toStrictEqual([
    true,
    false,
    false,
    true,
    false,
    'TypeError: Error processing argument at index 0, conversion failure from Control+Nowhere',
  ]);
});
