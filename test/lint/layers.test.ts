import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../scripts/support/root.ts';

const answer = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(
    z.object({
      filename: z.string(),
      code: z.string(),
      message: z.string(),
      help: z.string().default(''),
    }),
  ),
});
type Answer = z.infer<typeof answer>;

function lint(folder: string): Answer {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(
    process.execPath,
    [oxlint, '--type-aware', '--format', 'json', folder],
    { cwd: root, encoding: 'utf8' },
  );
  return answer.parse(JSON.parse(stdout));
}

/** Each red file breaks one rule; its first lines say which, and words of what oxlint answers to each thing wrong. */
function redExamples(): readonly { file: string; code: string; words: string }[] {
  return readdirSync(join(root, 'test/lint/red/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const file = `test/lint/red/src/${name.replaceAll('\\', '/')}`;
      const said = [...readFileSync(join(root, file), 'utf8').matchAll(/^\/\/ (\S+) (.+)$/gm)];
      return said.map(([, code = '', words = '']) => ({ file, code, words }));
    });
}

const red = lint('test/lint/red').diagnostics;

it.each(redExamples())('$file breaks $code: $words', ({ file, code, words }) => {
  const found = red.filter(({ filename }) => filename.replaceAll('\\', '/') === file);
  expect([...new Set(found.map((finding) => finding.code))]).toEqual([code]);
  expect(found.map(({ message, help }) => `${message} ${help}`).join('\n')).toContain(words);
});

it('finds nothing where every rule is kept', () => {
  const { diagnostics, number_of_files } = lint('test/lint/green');
  expect(diagnostics).toEqual([]);
  expect(number_of_files).toBeGreaterThan(10);
}, 120_000);
