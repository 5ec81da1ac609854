import { expect, it } from 'vitest';
import { busAddress } from '../../../src/main/linux/bus-address.ts';

it.each([
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a' }, 'unix:path=/a'],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a', XDG_RUNTIME_DIR: '/run/user/1' }, 'unix:path=/a'],
  [{ DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/run/user/1' }, 'unix:path=/run/user/1/bus'],
  [{ XDG_RUNTIME_DIR: '/run/user/2' }, null],
  [{ XDG_RUNTIME_DIR: '' }, null],
  [{}, null],
])('of %j is %s', (environment, address) => {
  expect(busAddress(environment, (path) => path === '/run/user/1/bus')).toBe(address);
});
