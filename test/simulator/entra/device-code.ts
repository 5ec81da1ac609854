import { randomBytes, randomInt } from 'node:crypto';
import type { Account } from '../cloud/people.ts';
import { type Answer, html, json } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import { type Client, isForAccount } from './clients.ts';
import { type EntraError, describe, entraErrors, errorAnswer, errorPage } from './error.ts';
import {
  administratorPage,
  codePage,
  escapeHtml,
  otherAccountPage,
  page,
  pickerPage,
} from './page.ts';
import type { Parts } from './parts.ts';
import { parseScopes } from './scopes.ts';

const action = '/devicelogin';
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';
/** Timers are not exact: a poll that is early by less than this is not too fast. */
const tolerance = 0.25;

interface Pending {
  readonly client: Client;
  readonly scopes: readonly string[];
  readonly accounts: readonly Account[];
  readonly userCode: string;
  readonly expiresAt: number;
  readonly intervalMs: number;
  polledAt: number;
  outcome: Account | 'pending' | 'declined' | 'blocked';
}

interface Signed {
  readonly account: Account;
  readonly scopes: readonly string[];
}

const refusals = {
  unknown: {
    error: 'bad_verification_code',
    code: 70_020,
    message: 'The device code is not known.',
  },
  expired: { error: 'expired_token', code: 70_019, message: 'Verification code expired.' },
  declined: {
    error: 'authorization_declined',
    code: 70_018,
    message: 'The user declined the request for authorization.',
  },
  pending: {
    error: 'authorization_pending',
    code: 70_016,
    message: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  // RFC 8628 3.5; no AADSTS number is known for it (sheet 6.4).
  slowDown: { error: 'slow_down', code: null, message: 'Polled too often.' },
  // The sheet (6.4) knows only that tenants block the flow; this is what azure-cli#32809 was told.
  blocked: {
    error: 'invalid_grant',
    code: 53_003,
    message:
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
} as const satisfies Record<string, EntraError>;

/** Signing in on another device (sheet 6.4). */
export class DeviceCodes {
  readonly #parts: Parts;
  readonly #pending = new Map<string, Pending>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(request: Request, client: Client, accounts: readonly Account[]): Answer {
    const scopes = parseScopes(formOf(request).get('scope'));
    if (scopes.length === 0) return errorAnswer(entraErrors.missing('scope'));
    const { deviceCodeSeconds, deviceCodeIntervalSeconds } = this.#parts.knobs;
    const deviceCode = randomBytes(48).toString('base64url');
    const characters = Array.from({ length: 9 }, () => letters.charAt(randomInt(letters.length)));
    const userCode = characters.join('');
    this.#pending.set(deviceCode, {
      client,
      scopes,
      accounts,
      userCode,
      expiresAt: Date.now() + deviceCodeSeconds * 1_000,
      intervalMs: deviceCodeIntervalSeconds * 1_000,
      polledAt: -Infinity,
      outcome: 'pending',
    });
    const uri = `${request.origin}${action}`;
    return json(200, {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: uri,
      expires_in: deviceCodeSeconds,
      interval: deviceCodeIntervalSeconds,
      message: `To sign in, use a web browser to open the page ${uri} and enter the code ${userCode} to authenticate.`,
    });
  }

  /** Who signed in, and for what; otherwise what to tell the app. */
  redeem(deviceCode: string, clientId: string): Signed | EntraError {
    const pending = this.#pending.get(deviceCode);
    if (!pending || pending.client.clientId !== clientId) return refusals.unknown;
    if (Date.now() >= pending.expiresAt) return refusals.expired;
    const isTooFast = this.#isTooFast(pending);
    pending.polledAt = Date.now();
    const { outcome, scopes } = pending;
    if (outcome === 'pending') return isTooFast ? refusals.slowDown : refusals.pending;
    if (typeof outcome === 'string') return refusals[outcome];
    this.#pending.delete(deviceCode);
    return { account: outcome, scopes };
  }

  #isTooFast({ polledAt, intervalMs }: Pending): boolean {
    const { deviceCodeSlowDown } = this.#parts.knobs;
    if (deviceCodeSlowDown !== 'fast') return deviceCodeSlowDown === 'always';
    return Date.now() - polledAt < intervalMs * (1 - tolerance);
  }

  /** The page where the code is typed in, then the picker, then the end. */
  visit(request: Request): Answer {
    const form = formOf(request);
    const chosen = form.get('account');
    if (chosen !== null) return this.#choose(form, chosen);
    const typed = form.get('otc') ?? request.query.get('otc') ?? '';
    if (typed === '') return html(200, codePage(action, 'Type the code shown by your app.'));
    const pending = this.#byUserCode(typed);
    if (!pending) {
      return html(200, codePage(action, 'That code didn’t work. Check it and try again.'));
    }
    const { accounts, userCode: flow } = pending;
    return html(200, pickerPage({ action, flow, accounts }));
  }

  #choose(form: URLSearchParams, username: string): Answer {
    const pending = this.#byUserCode(form.get('flow') ?? '');
    if (!pending) return errorPage(refusals.expired);
    const { accounts, client, scopes, userCode: flow } = pending;
    const account = accounts.find((one) => one.username === username);
    if (!account || form.get('without-consent') === '1') {
      return end(pending, 'declined', 'Sign-in was cancelled.');
    }
    if (!isForAccount(client, account)) {
      return html(200, otherAccountPage({ action, flow, accounts }, account));
    }
    if (account.kind === 'work' && this.#parts.knobs.deviceCodeBlocked) {
      return end(pending, 'blocked', describe(refusals.blocked));
    }
    if (this.#parts.consents.needsAdministrator(client.clientId, account, scopes)) {
      return html(200, administratorPage({ action, flow }, account));
    }
    return end(pending, account, 'You have signed in. You may now close this window.');
  }

  #byUserCode(typed: string): Pending | undefined {
    const wanted = typed.trim().toUpperCase();
    return [...this.#pending.values()].find(
      ({ userCode, expiresAt, outcome }) =>
        userCode === wanted && Date.now() < expiresAt && outcome === 'pending',
    );
  }
}

function end(pending: Pending, outcome: Pending['outcome'], words: string): Answer {
  pending.outcome = outcome;
  return html(200, page('Done', `<h1 id="done">${escapeHtml(words)}</h1>`));
}
