import { buildApp } from './support/build.ts';
import { type Host, provideHost } from './support/host.ts';
import { parseOptions } from './support/options.ts';
import { capture, fileOf, schemes } from './screenshots/capture.ts';
import { endAll } from './screenshots/open-things.ts';
import { chapters } from './screenshots/pictures.ts';
import { Stage } from './screenshots/stage.ts';
import { monday } from './screenshots/story.ts';
import { drawToasts } from './screenshots/toasts.ts';
import { drawTray } from './screenshots/tray.ts';

/** As shells say it. */
const interrupted = 130;

/** What is not the window, each in a picture of its own. */
const sheets: Readonly<Record<string, (host: Host) => Promise<void>>> = {
  tray: drawTray,
  toasts: drawToasts,
};

const all = [
  ...chapters.flatMap(({ pictures }) => pictures.map(({ name }) => name)),
  ...Object.keys(sheets),
];

/** `npm run screenshots`: the pictures in docs/screenshots, of the running app against the simulator. */
async function screenshots(): Promise<number> {
  const { only = '', list } = parseOptions({ only: 'text', list: 'flag' });
  const wanted = new Set(all.filter((name) => name.includes(only)));
  if (wanted.size === 0) {
    console.error(`No picture is called "${only}". There are ${all.join(', ')}.`);
    return 2;
  }
  if (list) {
    for (const name of wanted) for (const scheme of schemes) console.log(fileOf(name, scheme));
    return 0;
  }
  const host = await provideHost();
  buildApp();
  await drawWindow(host, wanted);
  for (const [name, draw] of Object.entries(sheets)) if (wanted.has(name)) await draw(host);
  return 0;
}

/** The story is told as far as there is something to show. */
async function drawWindow(host: Host, wanted: ReadonlySet<string>): Promise<void> {
  const last = chapters.findLastIndex(({ pictures }) =>
    pictures.some(({ name }) => wanted.has(name)),
  );
  if (last < 0) return;
  await using stage = await Stage.open(host, monday);
  for (const { begin, pictures } of chapters.slice(0, last + 1)) {
    await begin(stage);
    for (const { name, show, pointsAt } of pictures) {
      await show(stage.window, stage);
      if (pointsAt) await pointsAt(stage.window).hover();
      else await stage.window.mouse.move(...nowhere);
      if (wanted.has(name)) await capture(stage.window, name);
    }
  }
}

/** Where nothing answers to the pointer. */
const nowhere = [100, 660] as const;

let ending: Promise<number> | null = null;

function interrupt(): void {
  ending ??= endAll().then(() => interrupted);
}

process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
const work = screenshots().catch((thrown: unknown) => {
  // What it worked with has gone.
  if (ending) return ending;
  throw thrown;
});
process.exit(await work);
