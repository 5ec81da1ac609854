import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  autostartEntry,
  autostartPath,
  entryStarts,
  startableProgram,
} from '../../../src/core/desktop/autostart.ts';

const plain = '/opt/Drivebell/drivebell';

const hostile = [
  '/opt/My Programs/drivebell',
  '/opt/"quoted"/drivebell',
  "/opt/it's/drivebell",
  '/opt/100%/%f %U/drivebell',
  '/opt/$HOME/`id`/$(id)/drivebell',
  String.raw`/opt/back\slash\\twice\n\s\$/drivebell`,
  '/opt/a;b&c|d<e>f#g~h*i?j(k)/drivebell',
  '/opt/tab\tnew\nline\rreturn/drivebell',
  '/opt/Größe 家/drivebell',
];

const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

/** As the Desktop Entry specification reads a string. */
function valueOf(entry: string, key: 'Exec' | 'TryExec'): string {
  const text = new RegExp(`^${key}=(.*)$`, 'm').exec(entry)?.[1] ?? '';
  return text.replaceAll(/\\(.)/g, (_all, char: string) => escapes[char] ?? `bad ${char}`);
}

/** What a desktop starts, as the Desktop Entry specification reads `Exec`. */
function started(entry: string): readonly string[] {
  const expanded = valueOf(entry, 'Exec').replaceAll(/%(.)/g, (_all, code: string) =>
    code === '%' ? '%' : 'CODE',
  );
  const words = [...expanded.matchAll(/"((?:[^"\\$`]|\\["`$\\])*)"|(\S+)/gs)];
  const argv = words.map(
    ([, quoted, bare]) => quoted?.replaceAll(/\\(["`$\\])/g, '$1') ?? bare ?? '',
  );
  return argv[0] === 'env' ? argv.slice(1) : argv;
}

describe('the entry', () => {
  it('starts the program without a window', () => {
    expect(autostartEntry(plain)).toBe(`[Desktop Entry]
Type=Application
Name=Drivebell
TryExec=/opt/Drivebell/drivebell
Exec="/opt/Drivebell/drivebell" --hidden
Icon=drivebell
Terminal=false
X-GNOME-Autostart-enabled=true
`);
  });

  it.each([
    [String.raw`/a\b`, String.raw`"/a\\\\b" --hidden`],
    ['/a$b', String.raw`"/a\\$b" --hidden`],
    ['/a"b', String.raw`"/a\\"b" --hidden`],
    ['/a%b', 'env "/a%%b" --hidden'],
  ])('of %s has Exec=%s', (program, exec) => {
    expect(autostartEntry(program)).toContain(`\nExec=${exec}\n`);
  });

  it.each([plain, ...hostile])('is passed over once there is no %j', (program) => {
    expect(valueOf(autostartEntry(program), 'TryExec')).toBe(program);
  });

  it.each([plain, ...hostile])('starts exactly %j', (program) => {
    const entry = autostartEntry(program);
    expect(started(entry)).toEqual([program, '--hidden']);
    expect(entry.split('\n')).toHaveLength(9);
    expect(entryStarts(entry, program)).toBe(true);
  });
});

describe('what counts as switched on', () => {
  const entry = autostartEntry(plain);

  it.each<[string, string, boolean]>([
    ['as written', entry, true],
    ['with keys of another tool', `${entry}Comment=Bell\n\n[Desktop Action x]\nExec=other\n`, true],
    ['with spaces and a comment', entry.replace('Exec=', '# Exec=other\nExec = '), true],
    ['with line ends of Windows', entry.replaceAll('\n', '\r\n'), true],
    ['hidden by another tool', `${entry}Hidden=true\n`, false],
    ['switched off by GNOME', entry.replace('enabled=true', 'enabled=false'), false],
    ['of a program that has moved', autostartEntry('/home/me/Old.AppImage'), false],
    ['with a window', entry.replace(' --hidden', ''), false],
    ['in another group', entry.replace('[Desktop Entry]', '[Other]'), false],
    ['empty', '', false],
  ])('%s: %#', (_what, text, expected) => {
    expect(entryStarts(text, plain)).toBe(expected);
  });
});

it.each([
  [{}, '/home/ada/.config/autostart/drivebell.desktop'],
  [{ XDG_CONFIG_HOME: '' }, '/home/ada/.config/autostart/drivebell.desktop'],
  [{ XDG_CONFIG_HOME: 'relative' }, '/home/ada/.config/autostart/drivebell.desktop'],
  [{ XDG_CONFIG_HOME: '/srv/ada' }, '/srv/ada/autostart/drivebell.desktop'],
])('lies, with %j, in %s', (environment, path) => {
  expect(autostartPath(environment, '/home/ada', 'drivebell.desktop')).toBe(join(path));
});

it.each([
  ['a package', {}, plain, plain],
  [
    'an AppImage',
    { APPIMAGE: '/a/D.AppImage', APPDIR: '/tmp/.m' },
    '/tmp/.m/drivebell',
    '/a/D.AppImage',
  ],
])('of %s the right file is started again', (_what, environment, execPath, program) => {
  expect(startableProgram(environment, execPath)).toBe(program);
});
