import inspector from 'node:inspector';
import Module, { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import electronPackage from 'electron/package.json' with { type: 'json' };
import { readAppPackage } from './app-package.ts';
import { chromium } from './chromium.ts';
import { appArgument, electronArgv, executablePath, inspect, preloads } from './command-line.ts';

const versions = { electron: electronPackage.version, chrome: '156.0.8078.79' };

function playElectron(): void {
  process.argv = [...electronArgv];
  process.execPath = executablePath;
  process.execArgv = [];
  Object.assign(process.versions, versions);
  Object.defineProperties(process, {
    type: { value: 'browser', enumerable: true },
    defaultApp: { value: true, enumerable: true },
    resourcesPath: { value: path.join(path.dirname(executablePath), 'resources') },
  });
  const url = pathToFileURL(`${import.meta.dirname}/electron.ts`).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common))?$/.test(specifier)
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });
}

function openInspector(argument: string): void {
  const [, given] = argument.split('=');
  const [host, port] = given?.includes(':') ? given.split(':') : [undefined, given];
  inspector.open(port === undefined ? 9229 : Number(port), host);
  if (argument.startsWith('--inspect-brk')) inspector.waitForDebugger();
}

function reportUncaught(error: unknown): void {
  if (process.listenerCount('uncaughtException') > 1) return;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `A JavaScript error occurred in the main process\nUncaught Exception:\n${detail}\n`,
  );
}

async function run(argument: string): Promise<void> {
  const { app, describeApp, startApp } = await import('./app.ts');
  process.exit = ((code?: number) => {
    if (code !== undefined) process.exitCode = code;
    app.exit(Number(process.exitCode ?? 0));
  }) as typeof process.exit;
  process.on('uncaughtException', reportUncaught);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => app.quit());
  }
  (Module as unknown as { _preloadModules(files: string[]): void })._preloadModules([...preloads]);
  try {
    const found = readAppPackage(argument);
    describeApp(found);
    await import(pathToFileURL(found.entry).href);
  } catch (error) {
    process.stderr.write('App threw an error during load\n');
    process.emit('uncaughtException', error as Error);
  }
  // Electron waits for the whole entry module, its top-level awaits included, before `ready`.
  await startApp(chromium);
}

// Started first and awaited last: Chromium comes up while the app's code is read.
chromium().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
if (inspect !== null) openInspector(inspect);
playElectron();
if (appArgument === null) {
  process.stderr.write('stand-in: name the app to run\n');
  process.exit(1);
}
await run(appArgument);
