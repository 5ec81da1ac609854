import { noFilter } from '../../../src/core/search/activity-filter.ts';
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
  theme: 'system',
  language: 'system',
  shortcut: null,
  windowSize: null,
  zoomLevel: 0,
  updates: { isAutomatic: true, restartedAt: null },
  wishes: usualWishes,
  filter: noFilter,
  groupBy: null,
  hooks: {},
  webhook: { url: null, port: 8765, use: 'fallback' },
  accounts: [account],
  drives: [
    {
      watchId: 'w-1',
      accountId: 'a-1',
      driveId: 'b!1',
      name: 'Finance',
      label: null,
      kind: 'library',
      webUrl: null,
      scope: null,
      isOthers: false,
      wakeBy: 'push',
    },
  ],
  pausedUntil: null,
};
