/** Names of secrets alone. */
const secrets =
  'refresh_?token|access_?token|id_?token|client_?info|client_?secret|client_?assertion|code_?verifier|device_?code|user_?code|password|tempauth|authkey|snthgk';
/** Names of other things too, so only in JSON, forms and queries. */
const parameters = `${secrets}|code|state|secret|sig|token`;

// In JSON that is a text of JSON, each quote comes with the same backslashes, and one within the
// value with more of them.
const inJson = String.raw`(\\*)"(${parameters}|(?:proxy-)?authorization)\1"\s*:\s*\1"(?:(?!(?<!\\)\1").)*`;
// A form encoded once more has %3D for "=", and before a name %26; encoded twice, %253D.
const inForm = String.raw`(?:\b|(?<=%(?:25)*[\da-f]{2}))(${parameters})(\s*(?:=|%(?:25)*3d)\s*)`;
const inWords = String.raw`\b(${secrets})(:\s*)`;
const value = String.raw`(?:\\*"(?:\\.|[^"\\])*|[^&\s"]+)`;

const rules: readonly (readonly [RegExp, string])[] = [
  [new RegExp(inJson, 'gi'), '$1"$2$1":$1"…'],
  [/\b(authorization\s*[:=]\s*)[^\r\n]+/gi, '$1…'],
  [/Bearer\s+[^\s"]+/gi, 'Bearer …'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)+/g, '[token]'],
  // As Microsoft makes refresh tokens and authorization codes: for work accounts, for personal ones.
  [/\b[01]\.A[\w-]{20,}[\w.-]*/g, '[token]'],
  [/\bM\.[CR]\d{1,4}_[A-Z\d]+\.[^\s"&]{8,}/g, '[token]'],
  [/\b((?:https?|wss?):\/\/[^\s/?#"]+)[^\s"]*/gi, '$1/…'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[address]'],
  [/(\/home\/|\/Users\/|[A-Z]:\\+Users\\+)[^/\\\r\n"]+/g, '$1…'],
  [new RegExp(inForm + value, 'gi'), '$1$2…'],
  [new RegExp(inWords + value, 'gi'), '$1$2…'],
];

/** The last line of defence for the log: what must never be read there, even by mistake. */
export function redact(line: string): string {
  let safe = line;
  for (const [pattern, replacement] of rules) safe = safe.replaceAll(pattern, replacement);
  return safe;
}
