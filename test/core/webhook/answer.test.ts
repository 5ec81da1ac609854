import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, notFound } from '../../../src/core/webhook/answer.ts';

const path = '/drivebell';

describe('Microsoft’s question whether it is us', () => {
  it.each([
    ['plain+words%3a+1%2f2', 'plain words: 1/2'],
    ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', '<script>alert(1)</script>'],
    ['a&other=b', 'a'],
  ])('is answered with the decoded token and nothing else: %s', (token, text) => {
    const target = `${path}?validationToken=${token}`;
    expect(answerTo('POST', target, path)).toEqual({ status: 200, text });
  });

  it.each([
    ['empty', 'validationToken='],
    ['asked twice', 'validationToken=a&validationToken=b'],
    ['too long', `validationToken=${'a'.repeat(2049)}`],
  ])('is not answered where it is %s', (_how, query) => {
    expect(answerTo('POST', `${path}?${query}`, path)).toEqual(notFound);
  });
});

it('a notification is taken', () => {
  expect(answerTo('POST', path, path)).toBe('take');
  expect(answerTo('POST', `${path}?key=1`, path)).toBe('take');
});

it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'post', ''])('%s finds nothing', (method) => {
  expect(answerTo(method, `${path}?validationToken=a`, path)).toEqual(notFound);
});

it.each([
  '/',
  '',
  '*',
  '/drivebell/',
  '/drivebellX',
  '/drivebell;a',
  '/drivebell%3Fa',
  '/drivebell/..',
  '//drivebell',
  '/DRIVEBELL',
  '/drivebel%6c',
  'http://127.0.0.1/drivebell',
  `/drivebell?${'x'.repeat(9000)}`,
])('nothing is at %s', (target) => {
  expect(answerTo('POST', target, path)).toEqual(notFound);
});

const before = fc.oneof(
  { weight: 3, arbitrary: fc.constant(path) },
  fc.mixedCase(fc.constant(path)),
  fc.string({ unit: 'binary' }).map((more) => path + more),
  fc.string({ unit: 'binary' }).map((more) => more + path),
  fc.webPath(),
  fc.string({ unit: 'binary' }),
);
const query = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webQueryParameters(),
  fc.string({ unit: 'binary' }).map((token) => `validationToken=${token}`),
);
const method = fc.oneof({ weight: 4, arbitrary: fc.constant('POST') }, fc.string());

it('whatever is asked, only what comes to the path by POST is taken, or has its token said back', () => {
  const met = new Set<unknown>();
  fc.assert(
    fc.property(method, before, query, (by, start, end) => {
      const target = `${start}?${end}`;
      const answer = answerTo(by, target, path);
      met.add(answer === 'take' ? answer : answer.status);
      if (answer !== 'take' && answer.status === 404) {
        expect(answer).toEqual(notFound);
        return;
      }
      const [place = ''] = target.split('?', 1);
      expect([by, place]).toEqual(['POST', path]);
      const token = new URLSearchParams(target.slice(place.length)).get('validationToken');
      expect(answer).toEqual(token === null ? 'take' : { status: 200, text: token });
    }),
    { numRuns: 500 },
  );
  expect(met).toEqual(new Set(['take', 200, 404]));
});

it('says back any token as it was meant', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (token) => {
      const query = new URLSearchParams({ validationToken: token });
      expect(answerTo('POST', `${path}?${query.toString()}`, path)).toEqual({
        status: 200,
        text: token,
      });
    }),
  );
});
