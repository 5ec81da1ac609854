import { spawn } from 'node:child_process';
import { buildApp } from './build.ts';
import { provideHost } from './host.ts';
import { parseOptions } from './options.ts';
import { root } from './simulated.ts';

/** `npm start`: the app against Microsoft. */
parseOptions({});
buildApp();
const host = await provideHost();
const app = spawn(host.executablePath, [...host.switches, root], {
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
});
process.on('SIGINT', () => app.kill('SIGINT'));
process.on('SIGTERM', () => app.kill('SIGTERM'));
app.on('exit', (code) => process.exit(code ?? 1));
