import type { SignInFailure } from '../../shared/snapshot.ts';
import { readJson } from '../graph/body.ts';
import { describe } from '../describe.ts';
import type { Log, Net } from '../ports.ts';
import { signInFailure } from './failures.ts';

const timeoutMs = 15_000;

/**
 * Asks the device-code endpoint, which names an unknown app or a dead network at once. The browser
 * would show either as a page of its own that never comes back to us. Whether the app may use device
 * codes says nothing about the browser: other refusals are not believed.
 */
export async function preflight(
  net: Net,
  authority: string,
  clientId: string,
  log: Log,
): Promise<SignInFailure | null> {
  try {
    const response = await net.fetch(`${authority}/oauth2/v2.0/devicecode`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, scope: 'openid' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await readJson(response, 64 * 1024);
    if (response.ok || !body.ok) return null;
    const { error, error_description } = (body.value ?? {}) as Record<string, unknown>;
    const refusal = Object.assign(new Error(String(error_description)), {
      errorCode: error,
      errorMessage: error_description,
    });
    log.warn('preflight-refused', { why: describe(refusal) });
    const failure = signInFailure(refusal);
    const isUnknown = failure === 'client-id-wrong' && /AADSTS700016\b/.test(refusal.message);
    return isUnknown || failure === 'client-audience-wrong' ? failure : null;
  } catch {
    return 'no-network';
  }
}
