import { expect, it } from 'vitest';
import { clouds } from '../../../src/core/clouds.ts';
import { adminConsentLink } from '../../../src/core/sign-in/admin-consent.ts';

const clientId = '12345678-1234-1234-1234-123456789abc';

it('asks an administrator of the tenant of the account', () => {
  const link = adminConsentLink({
    hosts: clouds.global,
    clientId,
    reach: 'shared',
    homeAccountId: 'object-id.tenant-id',
  });
  expect(link).toBe(
    'https://login.microsoftonline.com/tenant-id/v2.0/adminconsent' +
      `?client_id=${clientId}` +
      '&scope=https%3A%2F%2Fgraph.microsoft.com%2FUser.Read' +
      '+https%3A%2F%2Fgraph.microsoft.com%2FFiles.Read' +
      '+https%3A%2F%2Fgraph.microsoft.com%2FFiles.Read.All' +
      '&redirect_uri=http%3A%2F%2Flocalhost',
  );
});

it.each([null, '', 'without-a-tenant'])(
  'asks an administrator of whatever organization where it is not known: %j',
  (homeAccountId) => {
    const link = adminConsentLink({
      hosts: clouds['us-gov'],
      clientId,
      reach: 'own',
      homeAccountId,
    });
    expect(link).toBe(
      'https://login.microsoftonline.us/organizations/v2.0/adminconsent' +
        `?client_id=${clientId}` +
        '&scope=https%3A%2F%2Fgraph.microsoft.us%2FUser.Read' +
        '+https%3A%2F%2Fgraph.microsoft.us%2FFiles.Read' +
        '&redirect_uri=http%3A%2F%2Flocalhost',
    );
  },
);
