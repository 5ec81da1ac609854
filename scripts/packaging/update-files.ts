import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const feed = z.object({
  version: z.string(),
  files: z
    .array(z.object({ url: z.string(), sha512: z.string(), size: z.number().optional() }))
    .min(1),
});

/** What is wrong with the feeds (`latest*.yml`) and the files that they name; empty: all is well. */
export function updateProblems(dir: string, version: string): readonly string[] {
  const feeds = existsSync(dir)
    ? readdirSync(dir).filter((name) => /^latest.*\.yml$/.test(name))
    : [];
  if (feeds.length === 0) return [`There is no latest*.yml in ${dir}: nobody would be told of it.`];
  return feeds.flatMap((name) => problemsOf(dir, name, version));
}

function problemsOf(dir: string, name: string, version: string): readonly string[] {
  const read = feed.safeParse(parse(readFileSync(join(dir, name), 'utf8')));
  if (!read.success) return [`${name} is no feed.`];
  const other =
    read.data.version === version ? [] : [`${name} is of ${read.data.version}, not ${version}.`];
  const files = read.data.files.flatMap(({ url, sha512, size }) => {
    const path = join(dir, url);
    if (/[/\\]/.test(url) || !existsSync(path))
      return [`${name} names ${url}, which is not there.`];
    const bytes = readFileSync(path);
    const isWhole =
      createHash('sha512').update(bytes).digest('base64') === sha512 &&
      (size === undefined || size === bytes.length);
    return isWhole ? [] : [`${url} is another file than ${name} says.`];
  });
  return [...other, ...files];
}
