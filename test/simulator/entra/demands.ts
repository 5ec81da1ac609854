import { type Claims, includesClaims } from './claims.ts';

/** What Entra wants of a person before it gives tokens without asking them (sheet 6.3, 6.6). */
export class Demands {
  readonly #open = new Map<string, Claims>();
  readonly #met = new Map<string, Claims[]>();

  make(username: string, claims: Claims): void {
    this.#open.set(username, claims);
  }

  /** The person signed in with those claims. */
  meet(username: string, claims: Claims | null): void {
    if (claims === null) return;
    this.#met.set(username, [...(this.#met.get(username) ?? []), claims]);
    const wanted = this.#open.get(username);
    if (wanted && includesClaims(claims, wanted)) this.#open.delete(username);
  }

  /** Null: nothing is wanted. */
  of(username: string): Claims | null {
    return this.#open.get(username) ?? null;
  }

  wasMet(username: string, wanted: Claims): boolean {
    return (this.#met.get(username) ?? []).some((claims) => includesClaims(claims, wanted));
  }
}
