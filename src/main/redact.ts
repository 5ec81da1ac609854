const rules: readonly (readonly [RegExp, string])[] = [
  [/Bearer\s+[^\s"]+/gi, 'Bearer …'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b((?:https?|wss?):\/\/[^\s/?#"]+)[^\s"]*/gi, '$1/…'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[address]'],
  [
    /"(refresh_token|access_token|id_token|code|client_info|state|secret)":\s*"[^"]*"/gi,
    '"$1":"…"',
  ],
  [
    /\b(refresh_token|access_token|id_token|code|client_info|state|snthgk|token)=[^&\s"]+/gi,
    '$1=…',
  ],
];

/** The last line of defence for the log: what must never be read there, even by mistake. */
export function redact(line: string): string {
  let safe = line;
  for (const [pattern, replacement] of rules) safe = safe.replaceAll(pattern, replacement);
  return safe;
}
