import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { expect, test, vi } from 'vitest';
import { fixture, standInFolder, temporaryFolder } from './support/run-fixture.ts';

test('Playwright finds the stand-in as the electron package, and holds ready until it is attached', async () => {
  using folder = temporaryFolder();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standInFolder;
  const app = await _electron.launch({
    args: [
      '-r',
      `${fixture('patched')}/patch.cjs`,
      fixture('window'),
      `--user-data-dir=${folder.path}`,
    ],
  });
  delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const { pid } = app.process();
  try {
    const page = await app.firstWindow();
    await app.context().tracing.start({ screenshots: true, snapshots: true });
    await page.getByRole('heading', { name: 'Hello' }).waitFor();
    const screenshot = await page.screenshot();
    await app.context().tracing.stop({ path: path.join(folder.path, 'trace.zip') });
    const window = await app.browserWindow(page);
    const seen = await app.evaluate(({ app: electronApp, safeStorage }) => ({
      patched: Reflect.get(electronApp, 'patched') as unknown,
      ready: electronApp.isReady(),
      // Playwright's own switch, on Electron too.
      backend:
        process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'basic_text',
    }));
    expect(seen).toStrictEqual({ patched: true, ready: true, backend: 'basic_text' });
    expect(await window.evaluate((win) => win.getTitle())).toBe('Fixture page');
    expect([screenshot.readUInt32BE(16), screenshot.readUInt32BE(20)]).toStrictEqual([640, 480]);
    expect(statSync(path.join(folder.path, 'trace.zip')).size).toBeGreaterThan(1000);
    const closer = await app.context().newCDPSession(page);
    await closer.send('Page.close').catch(() => {});
    const count = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    await vi.waitFor(async () => expect(await count()).toBe(0), { timeout: 10_000 });
  } finally {
    await app.close();
  }
  expect(existsSync(`/proc/${pid}/cmdline`)).toBe(false);
}, 30_000);
