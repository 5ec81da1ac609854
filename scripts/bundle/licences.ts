import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Licence } from '../../src/shared/licences.ts';
import { licenceAt, packageDirOf } from './package-licence.ts';

// Bundled with its configuration, this file does not know where it is.
const root = process.cwd();

/** What a package of ours may be under: all let others use it in a program of theirs, if they are told its words. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
]);

/** Code that the bundler adds itself. */
const ownCode = [
  [/^\0rolldown\//u, 'rolldown'],
  [/^\0vite\//u, 'vite'],
] as const;

interface Part {
  /** The file's name, for each part of the app is bundled by itself. */
  readonly name: string;
  /** What is not bundled, but shipped with it. */
  readonly beside?: readonly string[];
  readonly dir?: string;
}

/** Writes down whose code is in the bundle, and under which licence; refuses to bundle what may not be. */
export function licences({ name, beside = [], dir = join(root, 'out/licences') }: Part): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((one) =>
        one.type === 'chunk' ? Object.keys(one.modules) : [],
      );
      const dirs = [...ids.map(dirOfModule), ...beside.map(dirOfPackage)];
      const found = licencesIn(dirs.filter((one) => one !== null));
      for (const problem of licenceProblems(found)) this.error(problem);
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, `${name}.json`), JSON.stringify(found));
    },
  };
}

const dirOfPackage = (name: string): string => join(root, 'node_modules', name);

function dirOfModule(id: string): string | null {
  const own = ownCode.find(([pattern]) => pattern.test(id));
  return own ? dirOfPackage(own[1]) : packageDirOf(id);
}

function licencesIn(dirs: readonly string[]): readonly Licence[] {
  return [...new Set(dirs)].toSorted().map((dir) => licenceAt(dir));
}

/** In words; empty: each may be in the app, and its words are known. */
export function licenceProblems(found: readonly Licence[]): readonly string[] {
  return found.flatMap(({ name, version, licence, text }) => [
    ...(allowed.has(licence)
      ? []
      : [`${name} ${version} is under "${licence}", which is not allowed.`]),
    ...(text.trim() === '' ? [`${name} ${version} comes without the words of its licence.`] : []),
  ]);
}
