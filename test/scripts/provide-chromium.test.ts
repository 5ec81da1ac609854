import { expect, it } from 'vitest';
import { provide, runQuietly, type Steps } from '../../scripts/provide-chromium.ts';

/** A machine where each step makes the given path appear, or nothing. */
function machine(start: {
  found?: string;
  download?: string;
  package?: string;
  broken?: string;
  root?: boolean;
}): Steps & { readonly taken: string[] } {
  let found = start.found ?? null;
  let libraries = false;
  const taken: string[] = [];
  return {
    taken,
    find: () => found,
    starts: (path) => path !== start.broken || libraries,
    async download() {
      taken.push('download');
      found ??= start.download ?? null;
    },
    canInstallPackages: start.root ?? false,
    async installPackage() {
      taken.push('package');
      found ??= start.package ?? null;
      libraries = true;
    },
  };
}

it('uses a Chromium that is there', async () => {
  const steps = machine({ found: '/usr/bin/chromium', root: true });
  expect(await provide(steps)).toEqual({
    path: '/usr/bin/chromium',
    line: 'Chromium: /usr/bin/chromium',
  });
  expect(steps.taken).toEqual([]);
});

it('lets Playwright download one before touching the system', async () => {
  const steps = machine({ download: '/cache/chrome', package: '/usr/bin/chromium', root: true });
  expect(await provide(steps)).toEqual({
    path: '/cache/chrome',
    line: 'Chromium: downloaded by Playwright to /cache/chrome',
  });
  expect(steps.taken).toEqual(['download']);
});

it('installs the package where the download fails and it may', async () => {
  const steps = machine({ package: '/usr/bin/chromium', root: true });
  expect(await provide(steps)).toEqual({
    path: '/usr/bin/chromium',
    line: 'Chromium: package installed, /usr/bin/chromium',
  });
  expect(steps.taken).toEqual(['download', 'package']);
});

it('installs the package for its libraries when a download does not start', async () => {
  const steps = machine({ download: '/cache/chrome', broken: '/cache/chrome', root: true });
  expect(await provide(steps)).toMatchObject({ path: '/cache/chrome' });
  expect(steps.taken).toEqual(['download', 'package']);
});

it('says what to install where nothing works, and leaves the system alone without root', async () => {
  const steps = machine({ package: '/usr/bin/chromium', root: false });
  expect(await provide(steps)).toEqual({
    path: null,
    line: 'No Chromium, and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH.',
  });
  expect(steps.taken).toEqual(['download']);
});

it('does not wait for ever for an installer', async () => {
  const hangs = ['-e', 'setInterval(() => {}, 1000)'];
  const limits = { timeoutMs: 200, env: {} };
  await expect(runQuietly(process.execPath, hangs, limits)).resolves.toBeUndefined();
});

it('takes a missing or failing installer as done', async () => {
  const limits = { timeoutMs: 5_000, env: {} };
  await expect(runQuietly('no-such-installer', [], limits)).resolves.toBeUndefined();
  await expect(runQuietly(process.execPath, ['-e', '1 +'], limits)).resolves.toBeUndefined();
});
