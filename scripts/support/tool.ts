import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

const tools = {
  'electron-builder': 'electron-builder/cli.js',
  playwright: '@playwright/test/cli.js',
  vitest: 'vitest/vitest.mjs',
} as const;
type Tool = keyof typeof tools;

export function toolPath(tool: Tool): string {
  return join(root, 'node_modules', tools[tool]);
}

/** Its exit code. By this Node: Windows starts what is in `.bin` only through a shell, which ends a path at its first blank. */
export function runTool(tool: Tool, args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [toolPath(tool), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return status ?? 1;
}
