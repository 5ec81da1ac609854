import { isAbsolute } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The file of the AppImage that this is run from; null: it is none. The variables may be those of
 * another AppImage, that this one was started from.
 */
export function ownAppImage(environment: Environment, execPath: string): string | null {
  const image = environment['APPIMAGE'] ?? '';
  const mounted = environment['APPDIR'] ?? '';
  const isOurs = mounted === '' || execPath.startsWith(`${mounted}/`);
  return isAbsolute(image) && isOurs ? image : null;
}
