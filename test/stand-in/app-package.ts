import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface AppPackage {
  readonly root: string;
  readonly entry: string;
  readonly name: string | null;
  readonly version: string | null;
  readonly desktopName: string | null;
}

interface PackageFile {
  name?: string;
  productName?: string;
  version?: string;
  desktopName?: string;
}

/** Finds the app as Electron's default app does: a folder with a package.json, or a script. */
export function readAppPackage(argument: string): AppPackage {
  const folder = path.resolve(argument);
  const file = path.join(folder, 'package.json');
  const settings = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as PackageFile)
    : undefined;
  const entry = createRequire(path.join(folder, 'resolve')).resolve(folder);
  return {
    root: settings ? folder : path.dirname(entry),
    entry,
    name: settings?.productName ?? settings?.name ?? null,
    version: settings?.version ?? null,
    desktopName: settings?.desktopName ?? null,
  };
}
