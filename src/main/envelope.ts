import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A ciphertext, and the key store that has its key. */
export interface Sealed {
  readonly backend: string;
  readonly data: Buffer;
}

const form = z.object({
  v: z.literal(1),
  // It becomes part of a file's name.
  backend: z.string().regex(/^\w{1,40}$/),
  data: z.base64(),
  check: z.string(),
});

/** Key stores whose key everyone knows, and `v10` in base64: what Chromium encrypts with that key. */
const weakMarks = /"backend":"(?:basic_text|unknown)"|"data":"djEw/;

export function formatEnvelope({ backend, data }: Sealed): string {
  const base64 = data.toString('base64');
  return JSON.stringify({ v: 1, backend, data: base64, check: checkOf(backend, base64) });
}

/** Null when anything of it is damaged: decrypting alone would not always notice. */
export function parseEnvelope(text: string): Sealed | null {
  const parsed = form.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { backend, data, check } = parsed.data;
  return check === checkOf(backend, data) ? { backend, data: Buffer.from(data, 'base64') } : null;
}

/** Whether, on Linux, anyone who has this text can decrypt it. Damaged ones can be asked of as well. */
export function isWeakEnvelope(text: string): boolean {
  return weakMarks.test(text);
}

function checkOf(backend: string, base64: string): string {
  return createHash('sha256').update(`${backend} ${base64}`).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
