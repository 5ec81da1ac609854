import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Licence } from '../../src/shared/licences.ts';

const kind = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: kind.optional(),
  licenses: z.array(kind).optional(),
});

/** Vite names here what it is made with, and none of that gets into a bundle. */
const notShipped = /^# Licenses of bundled dependencies$/mu;

/** Packages whose texts are in their repository alone, or that only name their licence and author. */
const missingTexts: Readonly<Record<string, string>> = {
  '@fluentui/react-icons': mitOf('Copyright (c) Microsoft Corporation'),
  'lazy-val': mitOf('Copyright (c) Vladimir Krivosheev'),
};

const textFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;

/** The folder of the package that a module is from; null: it is ours. */
export function packageDirOf(moduleId: string): string | null {
  const path = moduleId.replace(/^\0/u, '').replaceAll('\\', '/');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path)?.[0] ?? null;
}

export function licenceAt(dir: string): Licence {
  const {
    name,
    version,
    license,
    licenses = [],
  } = manifest.parse(readJson(join(dir, 'package.json')));
  const texts = readdirSync(dir)
    .filter((file) => textFile.test(file))
    .toSorted()
    .map((file) => readFileSync(join(dir, file), 'utf8').trim());
  const text = texts.join('\n\n').split(notShipped)[0] ?? '';
  return {
    name,
    version,
    licence: license ?? licenses.join(' OR '),
    text: text.trim() || (missingTexts[name] ?? ''),
  };
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function mitOf(copyright: string): string {
  return `MIT License

${copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
}
