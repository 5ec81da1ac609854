import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildApp } from './build.ts';
import { provideHost } from './host.ts';
import { parseOptions } from './options.ts';

/** `npm start`: the app against Microsoft. */
parseOptions({});
buildApp();
const host = await provideHost();
const root = join(import.meta.dirname, '..');
const app = spawn(host.executablePath, [...host.switches, root], {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
});
process.on('SIGINT', () => app.kill('SIGINT'));
process.on('SIGTERM', () => app.kill('SIGTERM'));
app.on('exit', (code) => process.exit(code ?? 1));
