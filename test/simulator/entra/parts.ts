import type { Knobs } from '../knobs.ts';
import type { Claims } from './claims.ts';
import type { Clients } from './clients.ts';
import type { Consents } from './consents.ts';
import type { Demands } from './demands.ts';
import type { Grants } from './grants.ts';

/** A `claims` parameter that a client sent. */
export interface AskedClaims {
  readonly endpoint: 'authorize' | 'token';
  readonly clientId: string;
  readonly claims: Claims;
}

/** What Entra's endpoints share. */
export interface Parts {
  readonly knobs: Knobs;
  readonly clients: Clients;
  readonly grants: Grants;
  readonly consents: Consents;
  readonly demands: Demands;
  readonly askedClaims: AskedClaims[];
}
