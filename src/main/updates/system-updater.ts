import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownAppImage } from '../../core/desktop/own-app-image.ts';
import { installationOf } from '../../core/updates/installation.ts';
import type { Installation } from '../../shared/updates.ts';
import { chromiumGet } from '../net.ts';
import { networkSession } from '../sessions.ts';
import { type InstallParts, systemInstall } from './install.ts';
import { ElectronUpdater } from './updater.ts';

interface SystemUpdaterParts extends InstallParts {
  readonly version: string;
  readonly homeDir: string;
  readonly resourcesDir: string;
}

export function systemUpdater(parts: SystemUpdaterParts): ElectronUpdater {
  return new ElectronUpdater({
    ...parts,
    cacheDir: cacheDirOf(parts),
    get: chromiumGet(networkSession),
    install: systemInstall(parts),
  });
}

export function systemInstallation({
  platform,
  environment,
  isPackaged,
  execPath,
  resourcesDir,
}: Omit<SystemUpdaterParts, 'version' | 'homeDir'> & {
  readonly isPackaged: boolean;
}): Installation {
  const packageType = isPackaged ? readIfThere(join(resourcesDir, 'package-type')) : null;
  const appImage = ownAppImage(environment, execPath);
  return installationOf({ platform, isPackaged, packageType, appImage });
}

/** electron-builder leaves it in packages of Linux. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Not with the settings: it is large, and need not go with a person from one computer to another. */
export function cacheDirOf({
  platform,
  environment,
  homeDir,
}: Pick<SystemUpdaterParts, 'platform' | 'environment' | 'homeDir'>): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] || join(homeDir, 'AppData', 'Local');
  if (platform === 'darwin') return join(homeDir, 'Library', 'Caches');
  return environment['XDG_CACHE_HOME'] || join(homeDir, '.cache');
}
