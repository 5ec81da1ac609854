const byCode: Record<string, string> = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_RESET',
  EPIPE: 'CONNECTION_RESET',
  ENOTFOUND: 'NAME_NOT_RESOLVED',
  EAI_AGAIN: 'NAME_NOT_RESOLVED',
  ENETUNREACH: 'INTERNET_DISCONNECTED',
  EHOSTUNREACH: 'ADDRESS_UNREACHABLE',
  ETIMEDOUT: 'CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'CONNECTION_TIMED_OUT',
  UND_ERR_SOCKET: 'EMPTY_RESPONSE',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'CONTENT_LENGTH_MISMATCH',
  CERT_HAS_EXPIRED: 'CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'CERT_COMMON_NAME_INVALID',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'CERT_AUTHORITY_INVALID',
  ENOENT: 'FILE_NOT_FOUND',
};

interface Failure {
  code?: string;
  message?: string;
  cause?: unknown;
  errors?: unknown[];
}

/** What Chromium's network stack calls a failure that Node's reported. */
export function chromiumError(error: unknown): string {
  const failure = error as Failure;
  if (failure.message === 'bad port') return 'net::ERR_UNSAFE_PORT';
  const known = failure.code === undefined ? undefined : byCode[failure.code];
  if (known) return `net::ERR_${known}`;
  const inner = failure.cause ?? failure.errors?.[0];
  return inner === undefined ? 'net::ERR_FAILED' : chromiumError(inner);
}
