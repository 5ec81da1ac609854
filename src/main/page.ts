import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { languageOf } from '../shared/texts/languages.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Serves the window's files: those that are there, by exact name, and nothing else. */
export function pageHandler(dir: string, locale: () => string): (request: Request) => Response {
  const files = listFiles(dir);
  return (request) => {
    const url = new URL(request.url);
    const path = url.pathname === '/' ? '/index.html' : url.pathname;
    const file = request.method === 'GET' && url.host === 'bundle' ? files.get(path) : undefined;
    return file === undefined ? notFound() : serve(file, locale());
  };
}

function listFiles(dir: string): ReadonlyMap<string, string> {
  const found = readdirSync(dir, { recursive: true, withFileTypes: true });
  return new Map(
    found
      .filter((entry) => entry.isFile() && extname(entry.name) in types)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(dir, path).split(sep).join('/')}`, path]),
  );
}

function serve(file: string, locale: string): Response {
  const extension = extname(file);
  const nonce = randomBytes(16).toString('base64');
  const body =
    extension === '.html'
      ? readFileSync(file, 'utf8')
          .replaceAll('__STYLE_NONCE__', nonce)
          .replaceAll('__LOCALE__', locale)
          .replaceAll('__LANGUAGE__', languageOf(locale))
      : readFileSync(file);
  return new Response(body, { headers: headersFor(types[extension] ?? '', nonce) });
}

function notFound(): Response {
  const headers = headersFor('text/plain; charset=utf-8', 'none');
  return new Response('Not found', { status: 404, headers });
}

function headersFor(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

function policy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `worker-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
}
