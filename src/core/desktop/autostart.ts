import { isAbsolute, join } from 'node:path';
import { hiddenSwitch } from './login-item.ts';
import { ownAppImage } from './own-app-image.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The file by which Linux desktops start the app with the session. */
export function autostartPath(environment: Environment, home: string, fileName: string): string {
  const given = environment['XDG_CONFIG_HOME'] ?? '';
  const configHome = isAbsolute(given) ? given : join(home, '.config');
  return join(configHome, 'autostart', fileName);
}

/** What can be started again: of an AppImage its own file, not what it has mounted for this run. */
export function startableProgram(environment: Environment, execPath: string): string {
  return ownAppImage(environment, execPath) ?? execPath;
}

/** A desktop entry that starts the program without a window. */
export function autostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Drivebell',
    // A program that was uninstalled is not looked for at each login.
    `TryExec=${stringOf(program)}`,
    `Exec=${execOf(program)}`,
    'Icon=drivebell',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Whether this entry starts this program; other tools switch entries off rather than delete them. */
export function entryStarts(entry: string, program: string): boolean {
  const keys = keysOf(entry);
  return (
    keys.get('Exec') === execOf(program) &&
    keys.get('Hidden') !== 'true' &&
    keys.get('X-GNOME-Autostart-enabled') !== 'false'
  );
}

/** Quoted as an argument, its percent signs kept from being field codes, and escaped as a string. */
function execOf(program: string): string {
  // GLib looks for the program before it reads `%%` as `%`, and would not find it.
  const finder = program.includes('%') ? 'env ' : '';
  const argument = `"${program.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`;
  return stringOf(`${finder}${argument} ${hiddenSwitch}`.replaceAll('%', '%%'));
}

/** Escaped as the values of desktop entries are. */
function stringOf(text: string): string {
  return text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\r', String.raw`\r`);
}

function keysOf(entry: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  let isMain = false;
  for (const line of entry.split('\n')) {
    if (line.startsWith('[')) isMain = line.trim() === '[Desktop Entry]';
    const equals = line.indexOf('=');
    if (!isMain || equals < 0 || line.startsWith('#')) continue;
    keys.set(line.slice(0, equals).trim(), line.slice(equals + 1).trim());
  }
  return keys;
}
