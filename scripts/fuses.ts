import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuseProblems, readFuseWires } from './packaging/fuse-wire.ts';
import { parseOptions } from './support/options.ts';
import { root } from './support/root.ts';

/** Reads the fuses back from what was packed into `dist`: exit 1 unless every binary has them as wanted. */
const { dist = join(root, 'dist') } = parseOptions({ dist: 'text' });

/** Where electron-builder puts the binary that carries the wire, within a folder of `dist`. */
const inFolder = [
  'drivebell',
  'Drivebell.exe',
  'Drivebell.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
];

const folders = existsSync(dist) ? readdirSync(dist) : [];
const binaries = folders
  .flatMap((folder) => inFolder.map((path) => join(dist, folder, path)))
  .filter((path) => existsSync(path));

if (binaries.length === 0) {
  console.error(`Nothing is packed in ${dist}: run "npm run package -- --dir" first.`);
  process.exitCode = 1;
}
for (const path of binaries) {
  const problems = fuseProblems(readFuseWires(readFileSync(path)));
  if (problems.length > 0) process.exitCode = 1;
  console.log(
    [`${path}: ${problems.length === 0 ? 'fuses as wanted' : ''}`, ...problems].join('\n  '),
  );
}
