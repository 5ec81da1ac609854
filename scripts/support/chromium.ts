import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserType } from '@playwright/test';
import { hasSandbox } from './sandbox.ts';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Switches that keep a test browser quiet: nothing looked up, fetched or synchronised. */
export const chromiumArguments: readonly string[] & string[] = [
  ...(hasSandbox(null) ? [] : ['--no-sandbox']),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An installed Chromium's path, or null: `CHROMIUM_PATH`, Playwright's own, then the system's. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH'];
  if (given && existsSync(given)) return given;
  const own = playwrightHasChromium() ? playwrightPath() : null;
  if (own !== null && existsSync(own)) return own;
  return systemPaths.find((path) => existsSync(path)) ?? null;
}

/** Loading Playwright takes a third of a second: done only when it has a Chromium to name. */
function playwrightPath(): string {
  const require = createRequire(import.meta.url);
  const { chromium } = require('@playwright/test') as { chromium: BrowserType };
  return chromium.executablePath();
}

function playwrightHasChromium(): boolean {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), 'Library', 'Caches'),
    win32: process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'),
  };
  const cache =
    caches[process.platform] ?? process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  if (folder === '0') return true;
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('chromium'));
}
