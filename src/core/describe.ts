const knownFields = ['errorCode', 'subError', 'code'] as const;

/** The name and codes of anything thrown; never its message, which may carry URLs, names or tokens. */
export function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const fields = thrown as Error & Partial<Record<(typeof knownFields)[number], unknown>>;
  const codes = knownFields.map((field) => fields[field]).filter((value) => isCode(value));
  const cause = thrown.cause instanceof Error ? `<${describe(thrown.cause)}` : '';
  return [thrown.name, ...codes].join(' ') + cause;
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,64}$/.test(value);
}
