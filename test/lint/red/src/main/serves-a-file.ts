// typescript(no-deprecated) registerFileProtocol
import type { Session } from 'electron';

export const serve = (page: Session): boolean =>
  page.protocol.registerFileProtocol('app', (_request, answer) => answer('/index.html'));
