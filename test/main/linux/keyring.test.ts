import { expect, it } from 'vitest';
import { keyringDaemon, startBusWithKeyring } from '../../support/keyring.ts';
import { joinBus } from '../../support/test-bus.ts';

const service = 'org.freedesktop.secrets';
const path = '/org/freedesktop/secrets';

it('says which package is missing', async () => {
  await expect(startBusWithKeyring(null)).rejects.toThrow('gnome-keyring');
});

it.each(keyringDaemon === null ? [] : [keyringDaemon])('starts %s, open', async (program) => {
  await using bus = await startBusWithKeyring(program);
  const client = await joinBus(bus.address);
  const { promise, resolve } = Promise.withResolvers<unknown>();
  client.invoke(
    {
      destination: service,
      path: `${path}/aliases/default`,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: ['org.freedesktop.Secret.Collection', 'Locked'],
    },
    (error: unknown, isLocked: unknown) => resolve(error ?? isLocked),
  );
  expect(await promise).toBe(false);
  await client.close();
});
