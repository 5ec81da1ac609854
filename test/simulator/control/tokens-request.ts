import { z } from 'zod';
import type { Entra } from '../entra/entra.ts';

/** A method of `Entra` about tokens, as JSON. */
export const tokensRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('revokeRefresh'),
    account: z.string().optional(),
    reason: z.enum(['revoked', 'expired', 'bad_token', 'interaction_required']).optional(),
  }),
  z.strictObject({ do: z.literal('revokeAccess'), account: z.string().optional() }),
  z.strictObject({ do: z.literal('changePassword'), account: z.string() }),
  z.strictObject({
    do: z.literal('demandClaims'),
    account: z.string(),
    claims: z.record(z.string(), z.unknown()).optional(),
  }),
  z.strictObject({
    do: z.literal('issue'),
    account: z.string(),
    scopes: z.array(z.string()).optional(),
    understandsClaims: z.boolean().optional(),
  }),
]);

export function controlTokens(entra: Entra, request: z.output<typeof tokensRequestSchema>) {
  switch (request.do) {
    case 'revokeRefresh':
      return entra.revokeRefreshTokens(request.account, request.reason);
    case 'revokeAccess':
      return entra.revokeAccessTokens(request.account);
    case 'changePassword':
      return entra.changePassword(request.account);
    case 'demandClaims':
      return entra.demandClaims(request.account, request.claims);
    case 'issue':
    default:
      return { accessToken: entra.accessToken(request.account, request) };
  }
}
