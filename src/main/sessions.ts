import { type Session, session } from 'electron';

export const pageOrigin = 'app://bundle';

/** The window's session: in memory, and able to load our own page and nothing else. */
export function pageSession(): Session {
  const ours = session.fromPartition('drivebell-page', { cache: false });
  deny(ours);
  ours.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = details.url.startsWith(`${pageOrigin}/`) || details.url.startsWith('devtools:');
    answer({ cancel: !isOurs });
  });
  return ours;
}

/** The session of all our own traffic: in memory, with the system's proxy and certificates. */
export function networkSession(): Session {
  const ours = session.fromPartition('drivebell-network', { cache: false });
  deny(ours);
  return ours;
}

export function denyDefaultSession(): void {
  deny(session.defaultSession);
}

// Electron grants most permissions unless it is told otherwise.
function deny(ours: Session): void {
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.setSpellCheckerEnabled(false);
  ours.on('will-download', (event) => event.preventDefault());
}
