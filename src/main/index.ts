import { app, dialog, protocol } from 'electron';
import { confine } from './navigation.ts';

/** What must precede `ready`, and nothing else. Electron is not ready before this module has ended: no await here. */

// The `debug` package of some libraries would print URLs, and those can be secrets.
delete process.env['DEBUG'];

app.setName('Drivebell');
if (process.platform === 'win32') {
  app.setAppUserModelId('io.github.drivebell.Drivebell');
  // Fixed, so that a click on a toast of an earlier run finds its way back.
  app.setToastActivatorCLSID('{DE800F9F-0221-47B5-9D05-8CE4F27C2E4E}');
}
// A packaged app says so in its Info.plist, before anything is to be seen of it.
if (process.platform === 'darwin') app.setActivationPolicy('accessory');
if (process.platform === 'linux') {
  // Without it no shortcut is to be had in a Wayland session.
  const features = app.commandLine.getSwitchValue('enable-features');
  const all = [...features.split(',').filter(Boolean), 'GlobalShortcutsPortal'];
  app.commandLine.appendSwitch('enable-features', all.join(','));
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);

app.on('web-contents-created', (_event, contents) => confine(contents));
// Left alone, Electron would hand any server the first client certificate it finds.
app.on('select-client-certificate', (event, ...details) => {
  event.preventDefault();
  const [, , , choose] = details;
  choose();
});
// Without a listener the app would end with its window.
app.on('window-all-closed', () => undefined);

let show: (() => void) | null = null;
let isWindowWanted = false;
app.on('second-instance', showWindow);
app.on('activate', showWindow);

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start, fail);
} else {
  app.exit(0);
}

async function start(): Promise<void> {
  try {
    const { boot } = await import('./boot.ts');
    show = boot();
    if (isWindowWanted) showWindow();
  } catch {
    fail();
  }
}

/** A second launch may come before there is a window to show. */
function showWindow(): void {
  isWindowWanted = show === null;
  show?.();
}

function fail(): void {
  dialog.showErrorBox(
    'Drivebell cannot start',
    'Its own files cannot be read. Please install it again.',
  );
  app.exit(1);
}
