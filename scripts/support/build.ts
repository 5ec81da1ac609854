import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

/** Builds the app into `out`; what the bundler says is shown only when it fails. */
export function buildApp(): void {
  const bundler = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [bundler, 'build'], { cwd: root, encoding: 'utf8' });
  if (result.status === 0) return;
  console.error(result.stdout + result.stderr);
  process.exit(1);
}
