import { randomBytes } from 'node:crypto';
import type { Account } from '../cloud/people.ts';
import type { RefreshRefusal } from './error.ts';

/** What one sign-in gave to one app. */
export interface Grant {
  readonly account: Account;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly nonce: string | null;
  /** The client declared capability cp1 (sheet 6.6). */
  readonly understandsClaims: boolean;
}

export interface AuthorizationCode extends Grant {
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly expiresAt: number;
  redeemed: boolean;
}

export interface RefreshToken extends Grant {
  readonly expiresAt: number;
  refused: RefreshRefusal | null;
}

export interface AccessToken extends Grant {
  readonly expiresAt: number;
  revoked: boolean;
}

const codeLifeMs = 600_000;

/** Everything handed out, by the secret that stands for it. */
export class Grants {
  readonly codes = new Map<string, AuthorizationCode>();
  readonly refreshTokens = new Map<string, RefreshToken>();
  readonly accessTokens = new Map<string, AccessToken>();

  /** Every secret that was ever handed out. */
  get secrets(): string[] {
    return [this.codes, this.refreshTokens, this.accessTokens].flatMap((kind) => [...kind.keys()]);
  }

  issueCode(grant: Grant, redirectUri: string, challenge: string | null): string {
    const code = `1.${randomBytes(48).toString('base64url')}`;
    const expiresAt = Date.now() + codeLifeMs;
    this.codes.set(code, { ...grant, redirectUri, challenge, expiresAt, redeemed: false });
    return code;
  }

  issueRefreshToken(grant: Grant, lifeSeconds: number): string {
    const token = `1.${randomBytes(64).toString('base64url')}`;
    const expiresAt = Date.now() + lifeSeconds * 1_000;
    this.refreshTokens.set(token, { ...grant, expiresAt, refused: null });
    return token;
  }

  /** Opaque to clients; a personal account's is not even shaped like a JWT (sheet 6.3). */
  issueAccessToken(grant: Grant, lifeSeconds: number): string {
    const random = (length: number) => randomBytes(length).toString('base64url');
    const isWork = grant.account.kind === 'work';
    const token = isWork ? `eyJ0${random(24)}.eyJh${random(60)}.${random(32)}` : `EwB${random(90)}`;
    const expiresAt = Date.now() + lifeSeconds * 1_000;
    this.accessTokens.set(token, { ...grant, expiresAt, revoked: false });
    return token;
  }
}
