const knownFields = ['errorCode', 'subError', 'errorNo', 'code', 'correlationId'] as const;

/** The name and codes of anything thrown; never its message, which may carry URLs, names or tokens. */
export function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const fields = thrown as Error & Partial<Record<(typeof knownFields)[number], unknown>>;
  const codes = knownFields.map((field) => fields[field]).filter((value) => isCode(value));
  // Entra's number says more than its code, and is all of its message that may be kept.
  const [number] = /\bAADSTS\d{3,8}\b/.exec(thrown.message) ?? [];
  if (number !== undefined) codes.push(number);
  const cause = thrown.cause instanceof Error ? `<${describe(thrown.cause)}` : '';
  return [thrown.name, ...codes].join(' ') + cause;
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);
}
