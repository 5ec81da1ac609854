import { goThroughFirstRun } from '../../test/e2e/support/first-run.ts';
import type { Host } from '../support/host.ts';
import { provideDesktop } from '../support/provide-desktop.ts';
import { type Scheme, schemes } from './capture.ts';
import { expect } from './expect.ts';
import { bmpUrl } from './framebuffer.ts';
import { drawSheet, escapeHtml } from './sheet.ts';
import { Stage } from './stage.ts';
import { told, tuesday } from './story.ts';
import { hasToastScreen, ToastScreen } from './toast-screen.ts';

/** One toast: what brings it, and how its title reads in the end. */
interface ToastPicture {
  readonly caption: string;
  readonly title: RegExp;
  readonly bring: (stage: Stage) => Promise<unknown>;
}

const toasts: readonly ToastPicture[] = [
  {
    caption: 'One change',
    title: /^Adele Vance edited/,
    bring: (stage) =>
      told(stage, '/Budget/Budget 2027.xlsx', (path) =>
        stage.simulator.drives.finance.edit(path, { by: 'Adele Vance' }),
      ),
  },
  {
    caption: 'Several at once',
    title: /made 4 changes/,
    bring: async (stage) => {
      const { product } = stage.simulator.drives;
      const paths = ['Launch plan.docx', 'Go-to-market.pptx', 'Press release X1050.docx'];
      for (const name of paths) {
        await told(stage, `/Launch X1050/${name}`, (path) => product.edit(path, { by: 'Lee Gu' }));
      }
      await told(stage, '/Launch X1050/Agenda.docx', (path) =>
        product.createFile(path, { by: 'Joni Sherman' }),
      );
    },
  },
  {
    caption: 'After a pause',
    title: /^While paused/,
    bring: async (stage) => {
      const { onedrive } = stage.simulator.drives;
      await stage.ask(({ api }) => api.pause('one-hour'));
      for (const name of ['Retro 2026-09.docx', 'Retro 2026-10.docx']) {
        await told(stage, `/Shared with the team/Retrospectives/${name}`, (path) =>
          onedrive.edit(path, { by: 'Alex Wilber' }),
        );
      }
      await stage.ask(({ api }) => api.resume());
    },
  },
  {
    caption: 'Many deletions',
    title: /60 items/,
    bring: async (stage) => {
      const { finance } = stage.simulator.drives;
      await stage.ask(({ api }) => api.pause('until-resumed'));
      const made = finance.bulk(60, { by: 'Grady Archie', folder: '/Taxes/Audit' });
      const last = made.at(-1)?.name;
      await expect.poll(async () => (await stage.snapshot()).recent[0]?.name).toBe(last);
      for (const { path } of made) finance.delete(path, { by: 'Grady Archie' });
    },
  },
];

/** The toasts of the running app, as dunst shows them. */
export async function drawToasts(host: Host): Promise<void> {
  const said = await provideDesktop();
  if (!hasToastScreen) {
    console.log(
      said ?? 'The pictures of toasts are made on Linux only: they are left as they are.',
    );
    return;
  }
  for (const scheme of schemes) await drawIn(scheme, host);
}

async function drawIn(scheme: Scheme, host: Host): Promise<void> {
  await using screen = await ToastScreen.start(scheme);
  await using stage = await Stage.open(host, tuesday, screen);
  await stage.launch();
  const { onedrive, finance, product } = stage.simulator.drives;
  await goThroughFirstRun(
    stage.window,
    [onedrive, finance, product].map(({ name }) => name),
  );
  const figures: string[] = [];
  for (const { caption, title, bring } of toasts) {
    await bring(stage);
    await expect.poll(() => screen.sent?.title).toMatch(title);
    const buttons = screen.sent?.actions.slice(1).join(' · ') ?? '';
    figures.push(
      `<figure><img src="${bmpUrl(await screen.picture())}" alt=""><figcaption class="quiet">` +
        `${caption}${buttons && ` – buttons: ${escapeHtml(buttons)}`}</figcaption></figure>`,
    );
    await screen.clear();
  }
  await drawSheet({ name: 'toasts', scheme, style, body: `<main>${figures.join('')}</main>` });
}

const style = `
main { display: grid; grid-template-columns: 1fr 1fr; gap: 20px 24px; align-items: start; }
figure { margin: 0; }
img { display: block; }
figcaption { margin-top: 6px; }
`;
