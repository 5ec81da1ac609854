import { randomBytes, randomInt } from 'node:crypto';
import type { Account } from '../cloud/people.ts';
import { type Answer, html, json } from '../http/answer.ts';
import { type Request, formOf } from '../http/request.ts';
import { type EntraError, entraErrors, errorAnswer, errorPage } from './error.ts';
import { codePage, page, pickerPage } from './page.ts';
import { parseScopes } from './scopes.ts';

const lifeSeconds = 900;
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789';

interface Pending {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly accounts: readonly Account[];
  readonly userCode: string;
  readonly expiresAt: number;
  outcome: Account | 'pending' | 'declined';
}

/** A grant once somebody signed in; otherwise what to tell the app. */
export type DeviceOutcome = { readonly pending: Pending; readonly account: Account } | EntraError;

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
} as const satisfies Record<string, EntraError>;

/** Signing in on another device (sheet 6.4). */
export class DeviceCodes {
  readonly #pending = new Map<string, Pending>();

  start(request: Request, accounts: readonly Account[], intervalSeconds: number): Answer {
    const form = formOf(request);
    const scopes = parseScopes(form.get('scope'));
    if (scopes.length === 0) return errorAnswer(entraErrors.missing('scope'));
    const deviceCode = randomBytes(48).toString('base64url');
    const characters = Array.from({ length: 9 }, () => letters.charAt(randomInt(letters.length)));
    const userCode = characters.join('');
    const expiresAt = Date.now() + lifeSeconds * 1_000;
    const clientId = form.get('client_id') ?? '';
    const outcome = 'pending' as const;
    this.#pending.set(deviceCode, { clientId, scopes, accounts, userCode, expiresAt, outcome });
    const uri = `${request.origin}/devicelogin`;
    return json(200, {
      user_code: userCode,
      device_code: deviceCode,
      verification_uri: uri,
      expires_in: lifeSeconds,
      interval: intervalSeconds,
      message: `To sign in, use a web browser to open the page ${uri} and enter the code ${userCode} to authenticate.`,
    });
  }

  redeem(deviceCode: string, clientId: string): DeviceOutcome {
    const pending = this.#pending.get(deviceCode);
    if (!pending || pending.clientId !== clientId) return refusals.unknown;
    if (Date.now() >= pending.expiresAt) return refusals.expired;
    const { outcome } = pending;
    if (outcome === 'pending' || outcome === 'declined') return refusals[outcome];
    this.#pending.delete(deviceCode);
    return { pending, account: outcome };
  }

  /** The page where the code is typed in, then the picker, then the end. */
  visit(request: Request): Answer {
    const form = formOf(request);
    const chosen = form.get('account');
    if (chosen !== null) return this.#choose(form.get('flow') ?? '', chosen);
    const typed = form.get('otc') ?? request.query.get('otc') ?? '';
    if (typed === '')
      return html(200, codePage('/devicelogin', 'Type the code shown by your app.'));
    const pending = this.#byUserCode(typed);
    if (!pending)
      return html(200, codePage('/devicelogin', 'That code didn’t work. Check it and try again.'));
    const { accounts, userCode: flow } = pending;
    return html(
      200,
      pickerPage({ title: 'Pick an account', action: '/devicelogin', flow, accounts }),
    );
  }

  #choose(userCode: string, username: string): Answer {
    const pending = this.#byUserCode(userCode);
    if (!pending) return errorPage(refusals.expired);
    const account = pending.accounts.find((one) => one.username === username);
    pending.outcome = account ?? 'declined';
    const words = account
      ? 'You have signed in. You may now close this window.'
      : 'Sign-in was cancelled.';
    return html(200, page('Done', `<h1 id="done">${words}</h1>`));
  }

  #byUserCode(typed: string): Pending | undefined {
    const wanted = typed.trim().toUpperCase();
    return [...this.#pending.values()].find(
      ({ userCode, expiresAt, outcome }) =>
        userCode === wanted && Date.now() < expiresAt && outcome === 'pending',
    );
  }
}
