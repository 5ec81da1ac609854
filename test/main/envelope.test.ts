import { expect, it } from 'vitest';
import { formatEnvelope, isWeakEnvelope, parseEnvelope } from '../../src/main/envelope.ts';

const sealed = { backend: 'kwallet6', data: Buffer.from('v11 and a ciphertext') };

it('holds a ciphertext and whose key it has', () => {
  expect(parseEnvelope(formatEnvelope(sealed))).toEqual(sealed);
});

it('notices every flipped bit and every missing end', () => {
  const whole = Buffer.from(formatEnvelope(sealed));
  const taken: string[] = [];
  for (const place of whole.keys()) {
    for (let bit = 0; bit < 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped[place] = (whole[place] ?? 0) ^ (1 << bit);
      if (parseEnvelope(flipped.toString())) taken.push(`${place}:${bit}`);
    }
    if (parseEnvelope(whole.toString('utf8', 0, place))) taken.push(`end ${place}`);
  }
  expect(taken).toEqual([]);
});

it.each(['../../etc/passwd', '', 'a/b', 'a\\b', 'a.copy'])(
  'takes no key store whose name is no name: %s',
  (backend) => {
    expect(parseEnvelope(formatEnvelope({ ...sealed, backend }))).toBeNull();
  },
);

it.each([
  ['kwallet6', 'v11', false],
  ['kwallet6', 'v10', true],
  ['basic_text', 'v11', true],
  ['unknown', 'v12', true],
])('%s with %s is weak: %s', (backend, mark, isWeak) => {
  const text = formatEnvelope({ backend, data: Buffer.from(`${mark}…`) });
  expect([isWeakEnvelope(text), isWeakEnvelope(text.slice(0, -9))]).toEqual([isWeak, isWeak]);
});
