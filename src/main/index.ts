import { app, dialog, protocol } from 'electron';
import { confine } from './navigation.ts';

/** What must precede `ready`, and nothing else. Electron is not ready before this module has ended: no await here. */

// The `debug` package of some libraries would print URLs, and those can be secrets.
delete process.env['DEBUG'];

app.setName('Drivebell');
if (process.platform === 'win32') {
  app.setAppUserModelId('io.github.drivebell.Drivebell');
  // Fixed, so that a toast's click can still come back after a restart.
  app.setToastActivatorCLSID('{DE800F9F-0221-47B5-9D05-8CE4F27C2E4E}');
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

app.on('web-contents-created', (_event, contents) => confine(contents));
// Without a listener the app would end with its window.
app.on('window-all-closed', () => undefined);

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start, fail);
} else {
  app.exit(0);
}

async function start(): Promise<void> {
  try {
    const { boot } = await import('./boot.ts');
    boot();
  } catch (thrown) {
    fail(thrown);
  }
}

function fail(thrown: unknown): void {
  dialog.showErrorBox('Drivebell cannot start', thrown instanceof Error ? thrown.message : '');
  app.exit(1);
}
