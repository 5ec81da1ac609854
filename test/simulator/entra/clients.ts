import { z } from 'zod';
import { type Account, consumerTenantId } from '../cloud/people.ts';
import { type EntraError, entraErrors } from './error.ts';

/** An app registration: who may use it (`signInAudience`), and whether it needs no secret (sheet 6.1, 6.4). */
export const clientSchema = z.strictObject({
  clientId: z.string().min(1),
  audience: z.enum(['both', 'single-tenant', 'organizations', 'consumers']).default('both'),
  publicClient: z.boolean().default(true),
});

export type Client = z.output<typeof clientSchema>;
export type ClientOptions = z.input<typeof clientSchema>;

/** Every app that is known. */
export class Clients {
  readonly #byId = new Map<string, Client>();

  /** Again with the same id: changes the registration. */
  register(options: ClientOptions): void {
    const client = clientSchema.parse(options);
    this.#byId.set(client.clientId.toLowerCase(), client);
  }

  find(clientId: string): Client | undefined {
    return this.#byId.get(clientId.toLowerCase());
  }
}

/** Null where the app may be used under that `/{tenant}/` (sheet 6.1). */
export function audienceRefusal(
  { audience, clientId }: Client,
  tenant: string,
  endpoint: 'authorize' | 'token',
): EntraError | null {
  const wanted = tenant.toLowerCase();
  const isForConsumers = wanted === 'consumers' || wanted === consumerTenantId;
  if (audience === 'both') return null;
  if (audience === 'consumers') {
    if (isForConsumers) return null;
    const isMixed = wanted === 'common' && endpoint === 'authorize';
    return isMixed ? entraErrors.audienceNotAll() : entraErrors.consumersOnly(clientId);
  }
  if (isForConsumers) {
    return endpoint === 'authorize'
      ? entraErrors.notForConsumers()
      : entraErrors.notForConsumersToken();
  }
  const isShared = wanted === 'common' || wanted === 'organizations';
  return audience === 'single-tenant' && isShared ? entraErrors.singleTenant(clientId) : null;
}

/** Whether that account may choose itself under `common`. */
export function isForAccount({ audience }: Client, { kind }: Account): boolean {
  if (audience === 'both') return true;
  return (audience === 'consumers') === (kind === 'personal');
}
