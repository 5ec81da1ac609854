import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/shared/texts/en.ts';
import { enLater } from '../../src/shared/texts/en-later.ts';
import { anchorsOf, brokenLinks, italicsOf, linksOf } from '../support/links.ts';
import { root } from '../../scripts/support/root.ts';

const pages = globSync(['*.md', 'docs/*.md', 'test/*/README.md'], { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
);
const docs = pages.filter((page) => page.startsWith('docs/'));

it.each(pages)('every link in %s leads to a file and a heading that exist', (page) => {
  expect(brokenLinks(root, page)).toEqual([]);
});

it('links lead from README to every page', () => {
  const met = new Set(['README.md']);
  for (const page of met) for (const next of pagesBehind(page)) met.add(next);
  expect(docs.filter((page) => !met.has(page))).toEqual([]);
});

function pagesBehind(page: string): readonly string[] {
  return linksOf(readFileSync(join(root, page), 'utf8'))
    .map((link) => posix.join(posix.dirname(page), link.replace(/#.*/, '')))
    .filter((name) => pages.includes(name));
}

/** What the window says, and the beginnings of it that are clauses; slots stand for anything. */
const said = Object.values({ ...en, ...enLater })
  .flatMap((words) => [words, ...beginningsOf(words)])
  // What is nearly all slot would stand for anything.
  .filter((words) => /\p{L}{3}/u.test(words.replaceAll(/\{\{.*?\}\}/g, '')))
  .map(
    (words) =>
      new RegExp(
        `^${words
          .split(/\{\{.*?\}\}/)
          .map(escape)
          .join('.+')}$`,
        'u',
      ),
  );

function beginningsOf(words: string): readonly string[] {
  return [...words.matchAll(/([;,:]|\.)(?= )/g)].flatMap(({ index, 0: mark }) => [
    words.slice(0, index),
    ...(mark === '.' ? [words.slice(0, index + 1)] : []),
  ]);
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

it.each(['docs/user-guide.md', 'docs/troubleshooting.md', 'docs/privacy.md'])(
  '%s writes in italics what the window says, word for word',
  (page) => {
    const words = italicsOf(readFileSync(join(root, page), 'utf8'));
    expect(words.filter((one) => !said.some((pattern) => pattern.test(one)))).toEqual([]);
    expect(words.length).toBeGreaterThan(0);
  },
);

describe('a link that leads nowhere', () => {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-docs-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each([
    '[gone](gone.md)',
    '[gone](other.md#no-such-heading)',
    '[gone](#no-such-heading)',
    '[gone](<gone.md>)',
    '[gone](gone.md "A title")',
    '![gone](pictures/gone.png)',
    '<img src="gone.png">',
    '[out](../other.md)',
    '[by name]\n\n[by name]: gone.md',
    '```sh\na\n```\n\n[gone](gone.md)\n\n```sh\nb\n```',
  ])('is found: %j', (text) => {
    expect(brokenOf(text)).toHaveLength(1);
  });

  it.each([
    '[there](other.md)',
    '[there](other.md#a-heading-of-its-own)',
    '[again](other.md#a-heading-of-its-own-1)',
    '[here](#page)',
    '[folder](pictures)',
    '[away](https://example.com/gone.md)',
    '`[code](gone.md)`',
    '```md\n[code](gone.md)\n```',
    '```sh\na\n```\n\n[there](other.md)\n\n```sh\nb\n```',
  ])('is not made of what leads somewhere: %j', (text) => {
    expect(brokenOf(text)).toEqual([]);
  });

  function brokenOf(text: string): readonly string[] {
    mkdirSync(join(dir, 'pictures'), { recursive: true });
    writeFileSync(
      join(dir, 'other.md'),
      '# Other\n\n## A heading, of its _own_\n\n## A heading of its own\n',
    );
    writeFileSync(join(dir, 'page.md'), `# Page\n\n${text}\n`);
    return brokenLinks(dir, 'page.md');
  }
});

it.each(pages)('%s runs our scripts on the Node they are written for', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  // An older Node, as README allows, does not know TypeScript.
  expect(text.match(/(?<!npx\s|--project\s)\bnode\s[\w/.-]+\.ts\b/g)).toBeNull();
});

it('headings are named in addresses as GitHub names them', () => {
  const text =
    '# What `it` does\n\n## “Checking”, not “Live”\n\n```sh\n# no heading\n```\n\n## Linux: no tray_icon\n';
  expect([...anchorsOf(text)]).toEqual(['what-it-does', 'checking-not-live', 'linux-no-tray_icon']);
});

it('words in italics are found over the end of a line, and in no code, address or name', () => {
  const text = 'Press _Show a\nreport…_ (`_not_`), [x](a_b_c.md), snake_case_name and _Copy_.';
  expect(italicsOf(text)).toEqual(['Show a report…', 'Copy']);
});
