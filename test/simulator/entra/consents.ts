import type { Account } from '../cloud/people.ts';
import { administratorScopes, hasScope, shortName } from './scopes.ts';

/** Who consented to which scopes of which app: people for themselves, administrators for a tenant. */
export class Consents {
  readonly #scopes = new Map<string, Set<string>>();
  readonly #peopleMayConsent: () => boolean;

  constructor(peopleMayConsent: () => boolean) {
    this.#peopleMayConsent = peopleMayConsent;
  }

  give(clientId: string, { username }: Account, scopes: readonly string[]): void {
    this.#add(`${clientId} ${username}`, scopes);
  }

  /** As administrators do for everybody of their tenant. */
  giveForTenant(clientId: string, tenantId: string, scopes: readonly string[]): void {
    this.#add(`${clientId} ${tenantId}`, scopes);
  }

  covers(clientId: string, account: Account, scope: string): boolean {
    const own = this.#scopes.get(`${clientId} ${account.username}`);
    return (
      own?.has(shortName(scope).toLowerCase()) === true ||
      this.#tenantCovers(clientId, account, scope)
    );
  }

  /** Whether signing in ends at “Need admin approval” (sheet 4). */
  needsAdministrator(clientId: string, account: Account, scopes: readonly string[]): boolean {
    if (account.kind === 'personal' || this.#peopleMayConsent()) return false;
    return scopes.some(
      (scope) =>
        hasScope([scope], ...administratorScopes) && !this.#tenantCovers(clientId, account, scope),
    );
  }

  /** `.default` is all that the app's registration lists, which nobody here keeps. */
  #tenantCovers(clientId: string, { tenantId }: Account, scope: string): boolean {
    const given = this.#scopes.get(`${clientId} ${tenantId}`);
    return given?.has(shortName(scope).toLowerCase()) === true || given?.has('.default') === true;
  }

  #add(key: string, scopes: readonly string[]): void {
    const known = this.#scopes.get(key) ?? new Set();
    for (const scope of scopes) known.add(shortName(scope).toLowerCase());
    this.#scopes.set(key, known);
  }
}
