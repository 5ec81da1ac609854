import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../scripts/build.ts';
import { provideHost } from '../scripts/host.ts';
import { parseOptions } from '../scripts/options.ts';
import { root } from '../scripts/simulated.ts';
import { type Figure, ratio } from './measure.ts';
import { pushToToast } from './push-to-toast.ts';
import { rendererSize } from './renderer-size.ts';
import { startToTray } from './start-to-tray.ts';

/** `npm run bench`: what Drivebell costs over the least that would do. */
parseOptions({});
const host = await provideHost();
buildApp();
const figures = [
  ...(await pushToToast()),
  await startToTray(host, root),
  rendererSize(root),
] satisfies Figure[];

console.table(
  figures.map((figure) => ({
    name: figure.name,
    ours: `${figure.ours.toFixed(2)} ${figure.unit}`,
    baseline: `${figure.baseline.toFixed(2)} ${figure.unit}`,
    ratio: ratio(figure).toFixed(2),
    goal: `≤ ${figure.goal}`,
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
