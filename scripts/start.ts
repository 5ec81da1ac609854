import { spawn } from 'node:child_process';
import { buildApp } from './support/build.ts';
import { hostEnvironment, provideHost } from './support/host.ts';
import { parseOptions } from './support/options.ts';
import { root } from './support/root.ts';

/** `npm start`: the app against Microsoft. */
parseOptions({});
if (!process.env['DRIVEBELL_CLIENT_ID'] && !process.env['DRIVEBELL_BUILD_CLIENT_ID']) {
  console.log(
    'DRIVEBELL_CLIENT_ID is not set: the first page asks for a client ID (docs/register-app.md).',
  );
}
buildApp();
const host = await provideHost();
const app = spawn(host.executablePath, [...host.switches, root], {
  stdio: 'inherit',
  env: { ...process.env, ...hostEnvironment(host), ELECTRON_RUN_AS_NODE: undefined },
});
process.on('SIGINT', () => app.kill('SIGINT'));
process.on('SIGTERM', () => app.kill('SIGTERM'));
app.on('exit', (code) => process.exit(code ?? 1));
