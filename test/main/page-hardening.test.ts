import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { pageHandler } from '../../src/main/page.ts';

const root = mkdtempSync(join(tmpdir(), 'drivebell-page-'));
const dir = join(root, 'renderer');
mkdirSync(join(dir, 'assets'), { recursive: true });
writeFileSync(join(dir, 'index.html'), 'ours');
writeFileSync(join(dir, 'assets', 'main.js'), 'ours');
writeFileSync(join(dir, 'notes.txt'), 'not for the page');
writeFileSync(join(root, 'secret.js'), 'secret');
const handle = pageHandler(dir, () => 'en-US');

afterAll(() => rmSync(root, { recursive: true }));

const grave = new Set([Severity.HIGH, Severity.SYNTAX, Severity.MEDIUM, Severity.HIGH_MAYBE]);

function findings(policy: string): readonly string[] {
  const found = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return found
    .filter(({ severity }) => grave.has(severity))
    .map(({ directive, value, description }) => `${directive} ${value ?? ''}: ${description}`);
}

it('has a policy in which an evaluator finds nothing', () => {
  const response = handle(new Request('app://bundle/'));
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(findings(policy)).toEqual([]);
  // And it would find something.
  expect(findings(policy.replace(`script-src 'self'`, `script-src 'unsafe-inline'`))).toHaveLength(
    1,
  );
  expect(
    findings(policy.replace(`object-src 'none'; `, '').replace(`default-src 'none'; `, '')),
  ).not.toEqual([]);
});

const piece = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%2f',
    '%5c',
    '\\',
    '//',
    'assets',
    'index.html',
    'main.js',
    'notes.txt',
  ),
  fc.constantFrom(
    'secret.js',
    '%00',
    '\u202e',
    'C:',
    'renderer',
    '__proto__',
    'constructor',
    '?',
    '#',
  ),
  fc.string({ maxLength: 12 }),
);
const address = fc
  .tuple(
    fc.constantFrom(
      'app://bundle/',
      'app://bundle',
      'app://BUNDLE/',
      'app://bundle@evil/',
      'app://evil/',
      'app:',
    ),
    fc.array(piece, { maxLength: 8 }),
    fc.constantFrom('/', ''),
  )
  .map(([start, pieces, joint]) => start + pieces.join(joint))
  .filter((url) => URL.canParse(url) && new URL(url).username === '');

it('answers any address with our own files or with nothing, and never fails', async () => {
  await fc.assert(
    fc.asyncProperty(address, fc.constantFrom('GET', 'POST', 'PUT'), async (url, method) => {
      const response = handle(new Request(url, { method }));
      const body = await response.text();
      expect([200, 404]).toContain(response.status);
      expect(body).toBe(response.status === 200 ? 'ours' : 'Not found');
      expect(response.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    }),
    { numRuns: 2000 },
  );
});
