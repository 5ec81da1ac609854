import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { given, resetElectron, seen } from './support/electron.ts';

const { platform } = process;

beforeEach(() => {
  resetElectron();
  given.isReady = false;
  process.env['DEBUG'] = '*';
});

afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform });
  delete process.env['DEBUG'];
});

// It is loaded once; schemes cannot be registered a second time.
it('does what must precede ready, before it asks for ready', async () => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  await import('../../src/main/index.ts');
  const before = seen.start.slice(0, seen.start.indexOf('whenReady'));
  expect(before).toEqual([
    'setName Drivebell',
    'setAppUserModelId io.github.drivebell.Drivebell',
    'setToastActivatorCLSID',
    'enableSandbox',
    expect.stringContaining('registerSchemesAsPrivileged'),
    'on web-contents-created',
    'on select-client-certificate',
    'on window-all-closed',
    'on second-instance',
    'on activate',
    'requestSingleInstanceLock',
  ]);
  // Libraries that print URLs are kept from it.
  expect(process.env['DEBUG']).toBeUndefined();
  const scheme = before.find((step) => step.startsWith('registerSchemes'))?.split(' ')[1] ?? '[]';
  expect(JSON.parse(scheme)).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);

  const contents = { setWindowOpenHandler: vi.fn<() => void>(), on: vi.fn<() => void>() };
  seen.startEvents.emit('web-contents-created', {}, contents);
  expect(contents.setWindowOpenHandler).toHaveBeenCalledTimes(1);

  const event = { preventDefault: vi.fn<() => void>() };
  const choose = vi.fn<(certificate?: unknown) => void>();
  seen.startEvents.emit('select-client-certificate', event, {}, 'https://x', [{}], choose);
  expect(event.preventDefault).toHaveBeenCalledTimes(1);
  expect(choose.mock.calls).toEqual([[]]);
});
