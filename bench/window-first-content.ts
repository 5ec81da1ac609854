import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'electron-vite';
import { chromiumArguments, findChromium } from '../scripts/support/chromium.ts';
import { pageHandler } from '../src/main/page.ts';
import { drive, manyRows, snapshot } from '../test/renderer/support/samples.ts';
import { type Figure, percentile } from './measure.ts';

const rounds = 25;
const warmUp = 3;

/** Until the window's list is drawn, and until an empty Fluent page is, in ms: turn about in one Chromium. */
export async function windowFirstContent(root: string): Promise<Figure> {
  const configFile = join(import.meta.dirname, 'empty-page', 'electron.vite.config.ts');
  await build({ configFile, logLevel: 'silent' });
  const dirs = [join(root, 'out', 'renderer'), join(root, 'test-results', 'empty-page')];
  const servers = await Promise.all(dirs.map(serve));
  const [ours, empty] = servers.map(addressOf);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath !== null && { executablePath }),
  });
  const times: { readonly ours: number; readonly baseline: number }[] = [];
  try {
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const baseline = await load(browser, `${empty}`, '.fui-Text');
      times.push({ baseline, ours: await load(browser, `${ours}`, '[data-row]') });
    }
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
  const counted = times.slice(warmUp);
  return {
    name: 'window-first-content',
    unit: 'ms',
    ours: percentile(
      counted.map(({ ours }) => ours),
      0.5,
    ),
    baseline: percentile(
      counted.map(({ baseline }) => baseline),
      0.5,
    ),
    goal: 1.3,
  };
}

/** As the app serves its page, headers and all. */
async function serve(dir: string): Promise<Server> {
  const answer = pageHandler(dir, () => 'en-GB');
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(new Request(`app://bundle${request.url ?? '/'}`));
    response.writeHead(status, Object.fromEntries(headers));
    void new Response(body).bytes().then((bytes) => response.end(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function addressOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
}

/** From the navigation until the frame in which the content first stands is on its way to the screen. */
async function load(browser: Browser, url: string, content: string): Promise<number> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 960, height: 680 },
  });
  const page = await context.newPage();
  await page.addInitScript({ content: fakeMain() });
  await page.addInitScript({ content: watchFor(content) });
  const { promise: drawn, resolve } = Promise.withResolvers<number>();
  await page.exposeFunction('contentDrawn', resolve);
  await page.goto(url);
  const time = await drawn;
  await context.close();
  return time;
}

function watchFor(content: string): string {
  return `
    const observer = new MutationObserver(() => {
      if (!document.querySelector(${JSON.stringify(content)})) return;
      observer.disconnect();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { globalThis.contentDrawn(performance.now()); };
      requestAnimationFrame(() => channel.port2.postMessage(null));
    });
    observer.observe(document, { childList: true, subtree: true });
  `;
}

/** Answers at once, from a thousand changes. */
function fakeMain(): string {
  const rows = manyRows(1000).slice(0, 100);
  const drives = ['Finance', 'Plans', 'Design'].map((name) => drive(name));
  return `
    const ok = async (value) => ({ ok: true, value });
    const rows = ${JSON.stringify(rows)};
    globalThis.drivebell = {
      getSnapshot: () => ok(${JSON.stringify(snapshot({ drives, unread: 12 }))}),
      startPage: () => ok('activity'),
      getActivity: () => ok({ rows, next: rows.at(-1).id }),
      markRead: () => ok(null),
      on: () => () => {},
    };
  `;
}
