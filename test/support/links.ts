import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** The links of a page that lead to no file of ours, or to no heading in it, each as it is written. */
export function brokenLinks(root: string, page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8');
  return linksOf(text).filter(
    (link) => !/^[a-z][a-z\d+.-]*:/i.test(link) && !leads(root, page, link),
  );
}

function leads(root: string, page: string, link: string): boolean {
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (target.split(sep).includes('..') || !existsSync(join(root, target))) return false;
  if (anchor === undefined) return true;
  const isPage = target.endsWith('.md') && statSync(join(root, target)).isFile();
  return isPage && anchorsOf(readFileSync(join(root, target), 'utf8')).has(anchor);
}

/** Where links lead to, those of pictures and of HTML as well. */
export function linksOf(markdown: string): readonly string[] {
  const text = withoutCode(markdown);
  const found = [
    ...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g),
    ...text.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/gm),
    ...text.matchAll(/\b(?:src|srcset|href)="([^"\s]+)/g),
  ];
  return found.map(([, link = '']) => link);
}

/** Headings as GitHub names them in addresses: the second of a name has a number. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = heading
      .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    let anchor = plain;
    for (let n = 1; anchors.has(anchor); n += 1) anchor = `${plain}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** What is written in italics, by underscores. */
export function italicsOf(markdown: string): readonly string[] {
  const text = withoutCode(markdown).replaceAll(/\]\([^)]*\)/g, ']');
  const found = text.matchAll(/(?<![\p{L}\d_])_([^_]+)_(?![\p{L}\d_])/gu);
  return [...found].map(([, words = '']) => words.replaceAll(/\s+/g, ' '));
}

function withoutFences(markdown: string): string {
  return markdown.replaceAll(/^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1.*$/gm, '');
}

function withoutCode(markdown: string): string {
  return withoutFences(markdown).replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
}
