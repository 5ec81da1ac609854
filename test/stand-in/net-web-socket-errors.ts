import { chromiumError } from './net-errors.ts';

/**
 * Chromium swallows the body of a refused upgrade, and of 401 and 407 even the number. Electron
 * puts its sentence, with the network error it belongs to, into the close event's `reason`.
 */
export function refusedUpgrade(status: number): string {
  if (status === 401) {
    return 'HTTP Authentication failed; no valid credentials available (net::OK)';
  }
  if (status === 407) return 'Proxy authentication failed (net::OK)';
  return `Error during WebSocket handshake: Unexpected response code: ${status} (net::ERR_FAILED)`;
}

export function handshakeFailure(error: Error): string {
  if (/handshake has timed out/.test(error.message)) {
    return 'WebSocket opening handshake timed out (net::ERR_TIMED_OUT)';
  }
  if (/^(Invalid|Server sent|Unexpected) /.test(error.message)) {
    return `Error during WebSocket handshake: ${error.message} (net::ERR_FAILED)`;
  }
  const name = chromiumError(error);
  if (/socket hang up/.test(error.message)) {
    return 'Connection closed before receiving a handshake response (net::ERR_EMPTY_RESPONSE)';
  }
  return `Error in connection establishment: ${name}`;
}
