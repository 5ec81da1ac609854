import type { Host } from '../support/host.ts';
import { goThroughFirstRun, untilLive } from '../../test/e2e/support/first-run.ts';
import { schemes } from './capture.ts';
import { expect } from './expect.ts';
import { drawSheet, escapeHtml } from './sheet.ts';
import { type MenuLine, Stage, type TrayPicture } from './stage.ts';
import { told, tuesday } from './story.ts';

interface TrayState {
  readonly title: string;
  readonly bring: (stage: Stage) => Promise<void>;
}

/** The icon turns worse after half a minute. */
const afterGrace = '2026-11-17T10:43:00Z';

async function checkAll(stage: Stage): Promise<void> {
  const { drives } = await stage.snapshot();
  for (const { watchId } of drives)
    await stage.ask(({ api, given }) => api.checkNow(given), watchId);
}

async function untilIcon(stage: Stage, moment: string, words: RegExp): Promise<void> {
  const { icon } = await stage.tray();
  await stage.untilTooltip(words);
  await stage.reach(moment);
  await stage.lookAgain();
  await expect.poll(async () => (await stage.tray()).icon !== icon).toBe(true);
}

/** Each follows from the one before. */
const states: readonly TrayState[] = [
  { title: 'Live', bring: ({ window }) => untilLive(window) },
  {
    title: 'Something is unread',
    bring: async (stage) => {
      const { finance, product } = stage.simulator.drives;
      const { wishes } = await stage.snapshot();
      await stage.ask(({ api, given }) => api.wish({ ...given, readBy: 'hand' }), wishes);
      await told(stage, '/Research/Interview guide.docx', (path) =>
        product.edit(path, { by: 'Joni Sherman' }),
      );
      await told(stage, '/Reports/Figures.xlsx', (path) =>
        finance.createFile(path, { by: 'Grady Archie' }),
      );
      await told(stage, '/Budget/Budget 2027.xlsx', (path) =>
        finance.edit(path, { by: 'Adele Vance' }),
      );
      await stage.untilTooltip(/3 unread/);
    },
  },
  {
    title: 'Paused',
    bring: async (stage) => {
      await stage.ask(({ api }) => api.pause('one-hour'));
      await stage.untilTooltip(/Paused/);
    },
  },
  {
    title: 'Checking',
    bring: async (stage) => {
      const { simulator } = stage;
      await stage.ask(({ api }) => api.resume());
      const { recent } = await stage.snapshot();
      await stage.ask(({ api, given }) => api.markRead(given), recent[0]?.id ?? 0);
      await stage.untilTooltip(/Live/);
      simulator.faults.next('GET */socketIo', { status: 404 }, { times: 'always' });
      simulator.push.kick();
      await untilIcon(stage, afterGrace, /Checking/);
    },
  },
  {
    title: 'Offline',
    bring: async (stage) => {
      stage.simulator.faults.clear();
      stage.simulator.faults.next(/^GET /, { reset: true }, { times: 'always' });
      await checkAll(stage);
      await untilIcon(stage, '2026-11-17T10:44:00Z', /Offline/);
    },
  },
  {
    title: 'Sign in again',
    bring: async (stage) => {
      const { faults, entra } = stage.simulator;
      faults.clear();
      entra.revokeRefreshTokens();
      entra.revokeAccessTokens();
      await checkAll(stage);
      await untilIcon(stage, '2026-11-17T10:45:00Z', /Sign in again/);
    },
  },
];

/** The tray's icon in each state with its tooltip, and its menu, all as the running app has set them. */
export async function drawTray(host: Host): Promise<void> {
  const pictures: (readonly [title: string, picture: TrayPicture])[] = [];
  await using stage = await Stage.open(host, tuesday);
  await stage.launch();
  const { finance, product } = stage.simulator.drives;
  await goThroughFirstRun(stage.window, [finance.name, product.name]);
  for (const { title, bring } of states) {
    await bring(stage);
    pictures.push([title, await stage.tray()]);
  }
  const menu = pictures.find(([, { tooltip }]) => tooltip.includes('unread'))?.[1].menu ?? [];
  const body = `<main><div>${pictures.map(row).join('')}</div>${menuOf(menu)}</main>`;
  for (const scheme of schemes) await drawSheet({ name: 'tray', scheme, style, body });
}

function row([title, { icon, tooltip }]: readonly [string, TrayPicture]): string {
  const image = `<img src="${icon}" width="44" height="44" alt="">`;
  const [, ...lines] = tooltip.split('\n');
  const words = lines.map((line) => `<div class="quiet">${escapeHtml(line)}</div>`).join('');
  return (
    `<section><span class="panel bright">${image}</span><span class="panel dim">${image}</span>` +
    `<div><b>${escapeHtml(title)}</b>${words}</div></section>`
  );
}

function menuOf(menu: readonly MenuLine[]): string {
  const line = ({ label, isEnabled, hasMore }: MenuLine): string =>
    label === ''
      ? '<hr>'
      : `<div class="${isEnabled ? '' : 'off'}"><span>${escapeHtml(label)}</span>${hasMore ? '<span>›</span>' : ''}</div>`;
  return `<nav>${menu.map(line).join('')}</nav>`;
}

const style = `
main { display: grid; grid-template-columns: 1fr 392px; gap: 24px; align-items: start; }
section { display: flex; gap: 8px; align-items: center; min-height: 60px; margin-bottom: 8px; }
section div { margin-left: 8px; }
section div div { margin-left: 0; }
.panel { display: flex; padding: 8px; border-radius: 4px; }
.bright { background: #ebebeb; }
.dim { background: #1c1c1c; }
:root.dark .dim { background: #101010; }
nav { padding: 6px 0; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
nav div { display: flex; justify-content: space-between; gap: 24px; padding: 5px 14px; }
nav .off { color: var(--quiet); }
hr { margin: 5px 0; border: 0; border-top: 1px solid var(--line); }
`;
