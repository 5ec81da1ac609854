import { existsSync } from 'node:fs';

/** Where the session bus listens. Null: there is none. */
export function busAddress(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const given = environment['DBUS_SESSION_BUS_ADDRESS'];
  if (given !== undefined && given !== '') return given;
  // Where systemd puts it, as libdbus looks for it too.
  const dir = environment['XDG_RUNTIME_DIR'];
  const path = dir === undefined || dir === '' ? null : `${dir}/bus`;
  return path !== null && exists(path) ? `unix:path=${path}` : null;
}
