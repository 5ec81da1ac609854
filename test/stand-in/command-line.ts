import path from 'node:path';
import { loud } from './strict.ts';

const args = process.argv.slice(2);

/** What Electron's own default app takes from its arguments; the rest belongs to Chromium or the app. */
function parse(): { app: string | null; preloads: string[]; inspect: string | null } {
  const preloads: string[] = [];
  let inspect: string | null = null;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') preloads.push(args[++index] ?? '');
    else if (/^--inspect(-brk)?(=|$)/.test(arg)) inspect = arg;
    else if (!arg.startsWith('-')) return { app: arg, preloads, inspect };
  }
  return { app: null, preloads, inspect };
}

export const { app: appArgument, preloads, inspect } = parse();

/** As `process.argv` reads in Electron: its own path, then every argument as given. */
export const executablePath = path.resolve(process.env['STAND_IN_LAUNCHER'] ?? process.execPath);
export const originalArgs: readonly string[] = args;
export const electronArgv: readonly string[] = [executablePath, ...args];

const switches = new Map<string, string>();
for (const arg of args) {
  const match = /^--?([^=]+)(?:=(.*))?$/s.exec(arg);
  if (match?.[1]) switches.set(match[1].toLowerCase(), match[2] ?? '');
}

export const commandLine = loud('app.commandLine', {
  hasSwitch: (name: string) => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string) => switches.get(name.toLowerCase()) ?? '',
  appendSwitch: (name: string, value?: string) => {
    switches.set(name.toLowerCase(), value ?? '');
  },
  removeSwitch: (name: string) => {
    switches.delete(name.toLowerCase());
  },
  appendArgument: (_value: string) => {},
});
