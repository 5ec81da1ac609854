// eslint(no-restricted-properties) Links go through src/main/shell.ts
import type { Shell } from 'electron';

export const open = (shell: Shell, path: string): Promise<string> => shell.openPath(path);
