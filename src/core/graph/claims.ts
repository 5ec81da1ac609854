import { z } from 'zod';

const longestHeader = 16_384;
const asText = z.record(z.string(), z.unknown());

/** The claims that a 401 demands of the next token, as JSON text; null where it demands none. */
export function claimsOf(header: string | null): string | null {
  if (header === null || header.length > longestHeader) return null;
  // Fields come in any order, and a base64 value ends in "=".
  const [, encoded] = /(?:^|[\s,])claims="([\w+/=-]{4,12000})"/i.exec(header) ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    return asText.safeParse(JSON.parse(text)).success ? text : null;
  } catch {
    return null;
  }
}
