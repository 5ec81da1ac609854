import { join } from 'node:path';
import type { SessionBus } from '../linux/session-bus.ts';
import type { Translate } from '../../shared/texts/translate.ts';
import { DbusToasts } from './dbus-toasts.ts';
import { ElectronToasts } from './electron-toasts.ts';
import type { ToastEvents, ToastSink } from './toast.ts';

export interface SystemToastsParts {
  readonly t: Translate;
  /** Where the app's own files are. */
  readonly root: string;
  readonly platform: NodeJS.Platform;
  /** Of Linux alone. */
  readonly bus: SessionBus | null;
  readonly events: ToastEvents;
}

/** What shows toasts on this system. `start` it once its events can be answered. */
export function systemToasts(parts: SystemToastsParts): ToastSink & { start(): void } {
  const { t, root, platform, bus, events } = parts;
  if (bus === null) return new ElectronToasts(events, platform);
  const looks = {
    appName: t('app.name'),
    desktopEntry: 'drivebell',
    icon: iconPath(root),
    // Another language may have been chosen since.
    get openLabel() {
      return t('toast.action.open');
    },
  };
  return new DbusToasts({ bus, events, looks });
}

/** The service is another program: it cannot look into our archive. */
export function iconPath(root: string): string {
  const unpacked = root.endsWith('.asar') ? `${root}.unpacked` : root;
  return join(unpacked, 'build', 'icons', '256x256.png');
}
