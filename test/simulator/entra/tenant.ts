import { type Account, accounts, consumerTenantId, contosoDomain } from '../cloud/people.ts';

/** Who may sign in under `/{tenant}/` (sheet 6.1); null where there is no such tenant. */
export function accountsOf(tenant: string): readonly Account[] | null {
  const wanted = tenant.toLowerCase();
  if (wanted === 'common') return accounts;
  if (wanted === 'organizations') return accounts.filter(({ kind }) => kind === 'work');
  if (wanted === 'consumers') return accounts.filter(({ kind }) => kind === 'personal');
  const id =
    wanted === contosoDomain ? accounts.find(({ kind }) => kind === 'work')?.tenantId : wanted;
  const members = accounts.filter(({ tenantId }) => tenantId === id);
  return members.length === 0 && id !== consumerTenantId ? null : members;
}
