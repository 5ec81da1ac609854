import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './support/build.ts';
import { installedHost } from './support/host.ts';
import { leftOut } from './support/left-out-tests.ts';
import { parseOptions } from './support/options.ts';
import { provideChromium } from './provide-chromium.ts';
import { provideDesktop } from './support/provide-desktop.ts';
import { root } from './support/root.ts';
import { addTallies, playwrightTally, type Tally, vitestTally } from './support/tally.ts';
import { runTool } from './support/tool.ts';

/** `npm test`: unit, integration, the window in a real Chromium, then the built app end to end. */
parseOptions({});
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

process.env['CHROMIUM_PATH'] = await provideChromium();
const desktopLine = await provideDesktop();
if (desktopLine !== null) console.log(desktopLine);
console.log(
  installedHost().kind === 'stand-in'
    ? "Without Electron's binary or a display, end-to-end specs run on the stand-in."
    : 'End-to-end specs run on Electron.',
);
for (const path of leftOut(process.platform)) console.log(`Not on this system: ${path}`);

const unitFile = join(results, 'unit.json');
const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${unitFile}`];
const unitCode = runTool('vitest', ['run', ...reporters]);
buildApp();
process.exitCode = runTool('playwright', ['test']) || unitCode;

const tally = addTallies([
  vitestTally(read(unitFile)),
  playwrightTally(read(join(results, 'e2e.json'))),
]);
report(tally);

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A test may be skipped for one reason alone, which it has to name: Electron's binary is missing. */
function report({ passed, failed, flaky, skipped }: Tally): void {
  for (const name of flaky) console.log(`flaky, passed at its second try: ${name}`);
  for (const test of skipped) console.log(`skipped: ${test.name}: ${test.reason}`);
  const isUnexcused = skipped.some((test) => !/Electron's binary/.test(test.reason));
  if (failed > 0 || isUnexcused || passed === 0) process.exitCode = 1;
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
}
