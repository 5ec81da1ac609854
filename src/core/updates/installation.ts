import type { Installation } from '../../shared/updates.ts';

export interface InstallationSigns {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** What the package says it is, in a file beside the app; null: it says nothing. */
  readonly packageType: string | null;
  /** The file of the AppImage that this is run from. */
  readonly appImage: string | null;
}

/** Whether this Drivebell updates itself, and if not, who does. */
export function installationOf(signs: InstallationSigns): Installation {
  const { platform, isPackaged, packageType, appImage } = signs;
  if (!isPackaged) return 'development';
  if (platform === 'win32' || platform === 'darwin') return 'self';
  const type = packageType?.trim() ?? '';
  if (type === 'deb' || type === 'rpm') return type;
  if (type !== '') return 'other-package';
  return appImage === null ? 'archive' : 'self';
}
