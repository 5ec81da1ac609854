import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that Microsoft brings with each notification of one subscription. */
export function newClientState(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes as long whatever it is given. */
export function isSameState(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
