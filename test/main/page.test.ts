import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageHandler } from '../../src/main/page.ts';

let root: string;
let handle: (request: Request) => Response;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drivebell-page-'));
  const dir = join(root, 'renderer');
  mkdirSync(join(dir, 'assets'), { recursive: true });
  writeFileSync(
    join(dir, 'index.html'),
    '<html lang="__LOCALE__"><meta content="__STYLE_NONCE__"><p>__STYLE_NONCE__<i>__LANGUAGE__',
  );
  writeFileSync(join(dir, 'assets', 'main-a1.js'), 'void "__STYLE_NONCE__";');
  writeFileSync(join(dir, 'assets', 'main.js.map'), '{}');
  writeFileSync(join(dir, '.env'), 'SECRET=1');
  writeFileSync(join(root, 'secret.js'), 'secret');
  handle = pageHandler(dir, () => 'de-AT');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function get(path: string, init?: RequestInit): Response {
  return handle(new Request(`app://bundle${path}`, init));
}

function nonceOf(response: Response): string {
  const policy = response.headers.get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
}

it('is written in the locale that was chosen', async () => {
  handle = pageHandler(join(root, 'renderer'), () => 'ko-KR');
  expect(await get('/').text()).toContain('<html lang="ko-KR">');
});

it.each([
  ['/', 'text/html; charset=utf-8'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/index.html?theme=dark#drives', 'text/html; charset=utf-8'],
  ['/assets/main-a1.js', 'text/javascript; charset=utf-8'],
])('serves %s', (path, type) => {
  const response = get(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
});

it.each([
  '/none.html',
  '/INDEX.html',
  '/index.html/',
  '//index.html',
  '/assets',
  '/assets/',
  '/../secret.js',
  '/assets/../../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/assets%2fmain-a1.js',
  '/..\\secret.js',
  '/index.html%00',
  '/.env',
  '/assets/main.js.map',
  '/__proto__',
])('does not serve %s', async (path) => {
  const response = get(path);
  expect([response.status, await response.text()]).toEqual([404, 'Not found']);
});

it.each([
  ['another host', new Request('app://other/index.html')],
  ['another method', new Request('app://bundle/index.html', { method: 'POST' })],
])('does not serve %s', (_what, request) => {
  expect(handle(request).status).toBe(404);
});

describe('the policy', () => {
  it('allows our own code and styles and nothing else', () => {
    const response = get('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    // Whole: a directive that is missing allows what another one does, or everything.
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonceOf(response)}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "worker-src 'none'",
      // No text becomes markup or a script, by whichever way.
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('has a fresh nonce for each response, written into the page', async () => {
    const [one, two] = [get('/'), get('/')];
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(nonceOf(one).length).toBeGreaterThanOrEqual(22);
    expect(await one.text()).toBe(
      `<html lang="de-AT"><meta content="${nonceOf(one)}"><p>${nonceOf(one)}<i>de`,
    );
    expect(await get('/assets/main-a1.js').text()).toBe('void "__STYLE_NONCE__";');
  });

  it.each(['/', '/assets/main-a1.js', '/none'])('and its companions go with %s', (path) => {
    expect(Object.fromEntries(get(path).headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
});
