import { z } from 'zod';

/** A `claims` parameter, read (sheet 6.6). */
export type Claims = Readonly<Record<string, unknown>>;

const schema = z.record(z.string(), z.unknown());
const capabilities = z.object({
  access_token: z.object({ xms_cc: z.object({ values: z.array(z.string()) }) }),
});
const isEssential = z.object({ essential: z.literal(true) });

/** Null where none were sent. */
export function parseClaims(text: string | null): Claims | null | 'malformed' {
  if (text === null || text === '') return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return 'malformed';
  }
}

/** Whether the client says that it handles claims challenges; the letter case is free. */
export function declaresCapability(claims: Claims | null): boolean {
  const { data } = capabilities.safeParse(claims);
  return data?.access_token.xms_cc.values.some((one) => one.toLowerCase() === 'cp1') ?? false;
}

/** What a challenge asked for: essential claims of the access token. Null where there are none. */
export function demandedClaims(claims: Claims | null): Claims | null {
  const all = schema.safeParse(claims?.['access_token']).data ?? {};
  const essential = Object.entries(all).filter(([, claim]) => isEssential.safeParse(claim).success);
  return essential.length === 0 ? null : { access_token: Object.fromEntries(essential) };
}

/** Whether all that is wanted was also sent; a client may send more. */
export function includesClaims(sent: unknown, wanted: unknown): boolean {
  const parts = z.object({}).loose().safeParse(wanted).data;
  if (!parts) return JSON.stringify(sent) === JSON.stringify(wanted);
  const given = schema.safeParse(sent).data;
  return (
    given !== undefined &&
    Object.entries(parts).every(([name, part]) => includesClaims(given[name], part))
  );
}
