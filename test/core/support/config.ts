import { usualWishes } from '../../../src/core/notices/wishes.ts';
import type { Account, Config } from '../../../src/core/settings/settings.ts';

export const account: Account = {
  accountId: 'a-1',
  homeAccountId: 'home',
  cloud: 'global',
  username: 'me@contoso.com',
  name: 'Me',
  kind: 'work',
  userId: 'me-id',
  emails: ['me@contoso.com'],
};

/** A config with one account and one drive. */
export const config: Config = {
  version: 2,
  clientIds: {},
  allowsWeakStorage: false,
  pushClient: null,
  mostSockets: 500,
  tellsOwn: false,
  wishes: usualWishes,
  hooks: {},
  accounts: [account],
  drives: [
    {
      watchId: 'w-1',
      accountId: 'a-1',
      driveId: 'b!1',
      name: 'Finance',
      kind: 'library',
      webUrl: null,
      scope: null,
    },
  ],
  pausedUntil: null,
};
