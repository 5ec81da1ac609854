import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { History } from '../src/core/history.ts';
import type { Log } from '../src/core/ports.ts';
import { pageHandler } from '../src/main/page.ts';
import { requestNames } from '../src/shared/ipc.ts';
import type { Snapshot } from '../src/shared/snapshot.ts';
import { chromiumArguments, findChromium } from '../scripts/support/chromium.ts';
import { snapshotWith } from '../test/core/support/snapshots.ts';
import { now, type Store } from './changes.ts';
import { openHistory, searchWorkerPath } from './history.ts';
import { type Figure, percentile } from './measure.ts';

const rounds = 4;
const frames = 150;
const pixels = 200;
const silent: Log = { info: () => undefined, warn: () => undefined, child: () => silent };

/** How long frames take while the list of a million rows is scrolled and searched, over a page of plain rows. */
export async function listFrames(root: string): Promise<readonly Figure[]> {
  using store = openHistory();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath !== null && { executablePath }),
  });
  const history = historyOf(store);
  try {
    const ours = await openList(await browser.newPage(), root, history);
    const plain = await browser.newPage();
    await plain.setContent(plainRows);
    const scrolled: number[] = [];
    const baseline: number[] = [];
    // Turn about, for the machine is not always equally busy.
    for (let round = 0; round < rounds; round += 1) {
      baseline.push(...(await scroll(plain, 'main')));
      scrolled.push(...(await scroll(ours, '[role="region"]')));
    }
    const still = percentile(baseline, 0.95);
    const searched = percentile(await searchFrames(ours), 0.95);
    const goal = 1.5;
    return [
      {
        name: 'list-scroll-1m',
        unit: 'ms',
        ours: percentile(scrolled, 0.95),
        baseline: still,
        goal,
      },
      { name: 'list-search-1m', unit: 'ms', ours: searched, baseline: still, goal },
    ];
  } finally {
    history.stop();
    await browser.close();
  }
}

const plainRows = `<main style="height: 600px; overflow: auto">${Array.from(
  { length: 2000 },
  (_, n) => `<div style="height: 56px">Ada edited Report ${n}.docx</div>`,
).join('')}</main>`;

function historyOf({ database, path, activity }: Store): History {
  return new History({
    database,
    databasePath: path,
    searchWorkerPath,
    activity,
    opener: null as never,
    watchedOf: () => null,
    readBy: () => 'hand',
    clipboard: { write: async () => false },
    clock: { now: () => now },
    log: silent,
    onChange: () => undefined,
    onCleared: () => undefined,
  });
}

/** The built window, over the core's own history. */
async function openList(page: Page, root: string, history: History): Promise<Page> {
  const serve = pageHandler(join(root, 'out', 'renderer'), () => 'en-GB');
  await page.route('https://bundle/**', async (route) => {
    const answer = serve(new Request(route.request().url()));
    const headers = Object.fromEntries(answer.headers);
    await route.fulfill({
      status: answer.status,
      headers,
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  const liveness = { state: 'live', since: now, reason: null } as const;
  const snapshot: Snapshot = snapshotWith({
    liveness,
    accounts: [{ ...someone }],
    drives: [drive],
  });
  const answers: Readonly<Record<string, (...asked: never[]) => unknown>> = {
    getSnapshot: () => ({ ok: true, value: snapshot }),
    startPage: () => ({ ok: true, value: 'activity' }),
    getActivity: (query) => history.find(query),
    getDay: () => history.day(now),
  };
  await page.exposeFunction('askMain', async (name: string, asked: never[]) =>
    (answers[name] ?? (() => ({ ok: true })))(...asked),
  );
  await page.addInitScript({ content: preload });
  await page.goto('https://bundle/index.html');
  await page.locator('[data-row]').first().waitFor();
  await page.locator('[data-hour]').first().waitFor();
  return page;
}

const drive: Snapshot['drives'][number] = {
  watchId: 'w-1',
  accountId: 'a-1',
  name: 'Finance',
  microsoftName: 'Finance',
  kind: 'library',
  liveness: { state: 'live', since: now, reason: null },
  connection: null,
  wakeBy: 'push',
  pollSeconds: null,
  learning: null,
  names: null,
  lastChangeAt: now,
};

const someone: Snapshot['accounts'][number] = {
  accountId: 'a-1',
  name: 'Me',
  username: 'me@contoso.com',
  kind: 'work',
  cloud: 'global',
  needsSignIn: false,
};

/** As the preload script makes it. */
const preload = `
  window.drivebell = { on: () => () => undefined };
  for (const name of ${JSON.stringify(requestNames)}) {
    window.drivebell[name] = (...asked) => window.askMain(name, asked);
  }`;

/** ms between each two frames, while a list moves with every frame: back to the top, and down. */
async function scroll(page: Page, selector: string): Promise<readonly number[]> {
  await page.bringToFront();
  return page.evaluate<number[]>(`new Promise((resolve) => {
    const view = document.querySelector('${selector}');
    const times = [];
    view.scrollTop = 0;
    const step = (at) => {
      times.push(at);
      view.scrollBy({ top: ${pixels} });
      if (times.length <= ${frames}) requestAnimationFrame(step);
      else resolve(times.slice(1).map((time, index) => time - times[index]));
    };
    requestAnimationFrame(step);
  })`);
}

const startTiming = `
  window.times = [];
  const step = (at) => {
    times.push(at);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);`;

/** ms between each two frames, while words are typed and their finds come. */
async function searchFrames(page: Page): Promise<readonly number[]> {
  await page.bringToFront();
  // The words are gathered once.
  await find(page, 'report 77', 'Report 77');
  await page.getByRole('searchbox').fill('');
  await page.evaluate(startTiming);
  await find(page, 'report 4242', 'Report 4242');
  return page.evaluate<number[]>(
    'window.times.slice(1).map((time, index) => time - window.times[index])',
  );
}

async function find(page: Page, words: string, name: string): Promise<void> {
  await page.getByRole('searchbox').pressSequentially(words, { delay: 30 });
  await page.locator('[data-row]').first().filter({ hasText: name }).waitFor({ timeout: 60_000 });
}
