import { type Session, session } from 'electron';

export const pageOrigin = 'app://bundle';

/** The window's session: in memory, and able to load our own page and nothing else. */
export function pageSession(): Session {
  const ours = own('drivebell-page');
  ours.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = details.url.startsWith(`${pageOrigin}/`) || details.url.startsWith('devtools:');
    answer({ cancel: !isOurs });
  });
  return ours;
}

/** The session of all our own traffic: in memory, with the system's proxy and certificates. */
export function networkSession(): Session {
  return own('drivebell-network');
}

function own(partition: string): Session {
  const ours = session.fromPartition(partition, { cache: false });
  deny(ours);
  // Nobody uses it, and whatever would be open in it by mistake is to be able to do nothing.
  deny(session.defaultSession);
  return ours;
}

const denied = new WeakSet<Session>();

// Electron grants most permissions unless it is told otherwise.
function deny(ours: Session): void {
  if (denied.has(ours)) return;
  denied.add(ours);
  ours.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.setSpellCheckerEnabled(false);
  ours.on('will-download', (event) => event.preventDefault());
}
