import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../scripts/support/build.ts';
import { provideHost } from '../scripts/support/host.ts';
import { parseOptions } from '../scripts/support/options.ts';
import { provideChromium } from '../scripts/provide-chromium.ts';
import { root } from '../scripts/support/root.ts';
import { baseline100k, deletedFolder10k, deltaItems } from './changes.ts';
import { fiftyDrives, fiveHundredDrives, oneDrive } from './drives.ts';
import { historyFilter, historyPage, historySearch } from './history.ts';
import { listFrames } from './list-frames.ts';
import { type Figure, ratio } from './measure.ts';
import { pushToToast } from './push-to-toast.ts';
import { rendererSize } from './renderer-size.ts';
import { startToTray } from './start-to-tray.ts';
import { windowFirstContent } from './window-first-content.ts';

/** What is measured together, and the figures it gives. */
interface Bench {
  readonly names: readonly string[];
  readonly isLong?: boolean;
  readonly run: () => Promise<readonly Figure[]>;
}

const idleMinutes = 5;

/** `npm run bench`: what Drivebell costs over the least that would do. */
const { only, quick } = parseOptions({ only: 'text', quick: 'flag' });
const benches: readonly Bench[] = [
  { names: ['push-to-toast-p50', 'push-to-toast-p99'], run: pushToToast },
  {
    names: ['start-to-tray'],
    run: async () => {
      const host = await provideHost();
      buildApp();
      return [await startToTray(host, root)];
    },
  },
  {
    names: ['renderer-start-gzip-kb'],
    run: async () => {
      buildApp();
      return [rendererSize(root)];
    },
  },
  {
    names: ['window-first-content'],
    run: async () => {
      await provideChromium(console.log);
      buildApp();
      return [await windowFirstContent(root)];
    },
  },
  { names: ['delta-items-per-second'], run: async () => deltaItems() },
  { names: ['deleted-folder-10k'], run: async () => deletedFolder10k() },
  {
    names: ['baseline-100k', 'baseline-100k-memory', 'baseline-100k-database'],
    run: async () => baseline100k(),
  },
  { names: ['history-page-1m'], run: async () => historyPage() },
  { names: ['history-search-1m', 'history-search-1m-first'], run: historySearch },
  { names: ['history-filter-1m'], run: historyFilter },
  {
    names: ['list-scroll-1m', 'list-search-1m'],
    run: async () => {
      buildApp();
      return listFrames(root);
    },
  },
  { names: ['start-1-drive', 'memory-1-drive', 'heap-1-drive'], run: oneDrive },
  {
    names: [
      'start-50-drives',
      'memory-50-drives',
      'heap-50-drives',
      'idle-cpu-50-drives',
      'idle-cpu-50-drives-mean',
    ],
    run: () => fiftyDrives(quick ? 1 : idleMinutes),
  },
  {
    names: [
      'start-500-drives',
      'memory-500-drives',
      'heap-500-drives',
      'reconnect-500-time',
      'reconnect-500-caught-up',
      'reconnect-500-peak-rps',
    ],
    isLong: true,
    run: fiveHundredDrives,
  },
];
const wanted = benches.filter(({ names, isLong }) =>
  only === undefined ? !(quick && isLong) : names.includes(only),
);
if (wanted.length === 0) {
  const names = benches.flatMap((bench) => bench.names);
  console.error(`--only takes one of: ${names.join(', ')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const { names, run } of wanted) {
  console.log(names.join(', '));
  figures.push(...(await run()));
}
console.table(
  figures.map((figure) => ({
    name: figure.name,
    ours: `${figure.ours.toFixed(2)} ${figure.unit}`,
    baseline: `${figure.baseline.toFixed(2)} ${figure.unit}`,
    ratio: ratio(figure).toFixed(2),
    goal: figure.goal === null ? '' : `≤ ${figure.goal}`,
  })),
);
const results = figures.map((figure) => [
  figure.name,
  { ours: figure.ours, baseline: figure.baseline, ratio: ratio(figure) },
]);
writeFileSync(
  join(root, 'bench-results.json'),
  `${JSON.stringify(Object.fromEntries(results), null, 2)}\n`,
);
process.exit(0);
