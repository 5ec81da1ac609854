import { expect, test } from './support/app.ts';

/** What the page's own code comes to; a debugger's own call would be allowed more while it lasts. */
const attempts = `new Promise((tell) => setTimeout(async () => {
  const tried = async (run) => {
    try {
      return (await run()) === null ? 'nothing' : 'works';
    } catch {
      return 'refused';
    }
  };
  tell({
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    isFrozen: Object.isFrozen(drivebell),
    evaluates: await tried(() => eval('1')),
    makesMarkup: await tried(() => (document.createElement('p').innerHTML = '<b>x</b>')),
    fetches: await tried(() => fetch('https://example.com/')),
    fetchesOwn: await tried(() => fetch('/index.html')),
    starts: await tried(() => new Worker('/index.html')),
    notifies: await Notification.requestPermission(),
    locates: await tried(() => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))),
    films: await tried(() => navigator.mediaDevices.getUserMedia({ video: true })),
    readsClipboard: await tried(() => navigator.clipboard.readText()),
  });
}))`;

const insertScript = `void document.body.append(
  Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }),
)`;

test('the page can reach nothing but what it is given', async ({ app }) => {
  const electron = await app.launch();
  const window = await app.window();
  await expect(window.getByRole('button', { name: 'Sign in with Microsoft' })).toBeVisible();

  expect(await window.evaluate(attempts)).toEqual({
    node: [],
    isFrozen: true,
    evaluates: 'refused',
    makesMarkup: 'refused',
    fetches: 'refused',
    fetchesOwn: 'refused',
    starts: 'refused',
    notifies: 'denied',
    locates: 'refused',
    films: 'refused',
    readsClipboard: 'refused',
  });

  const url = window.url();
  await expect(window.evaluate(insertScript)).rejects.toThrow('TrustedScriptURL');
  await electron.evaluate(({ BrowserWindow }) => {
    const asked: string[] = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) =>
      asked.push(event.url),
    );
    Object.assign(globalThis, { asked });
  });
  await window.evaluate(`void open('https://example.com/')`);
  await window.evaluate(`void (location.href = 'https://example.com/')`);
  await expect
    .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'asked') as string[]))
    .toEqual(['https://example.com/']);
  // Until the answer has reached it, the page is one that is being left.
  await expect.poll(() => window.title()).toBe('Drivebell');
  expect(window.url()).toBe(url);
  const count = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(count).toBe(1);
  // What was refused may have been a page for a moment.
  await expect.poll(() => electron.windows().length).toBe(1);
});
