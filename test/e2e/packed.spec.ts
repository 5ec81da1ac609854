import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { pack } from '../support/packed.ts';
import type { PackagedPlatform } from '../support/placeholder-electron.ts';
import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test('what is packed is enough to run: from the first start to the first toast', async ({
  app,
  simulator,
}) => {
  // Packing alone takes as long as another spec.
  test.slow();
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-packed-'));
  const { resources } = await pack(dir, process.platform as PackagedPlatform);
  app.root = join(dir, 'app');
  extractAll(join(resources, 'app.asar'), app.root);
  await app.launch();
  const { onedrive } = simulator.drives;
  await goThroughFirstRun(await app.window(), [onedrive.name]);
  onedrive.createFile('/Launch plan.docx', { by: 'Adele Vance' });
  await expect.poll(async () => (await app.observed()).toasts).toHaveLength(1);
  expect((await app.observed()).icons).toBeGreaterThan(0);
  await app.close();
  rmSync(dir, { recursive: true });
});
