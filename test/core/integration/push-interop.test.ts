import { describe, expect, test } from 'vitest';
import { until } from '../../support/harness.ts';
import { RealLine } from '../support/push-real.ts';
import { SocketIoServer } from '../support/push-servers.ts';

describe('a real socket.io server', () => {
  test.for([
    [4, 'library', 4],
    [3, 'library', 4],
    [4, 'loop', 4],
    [3, 'loop', 4],
    [2, 'loop', 3],
  ] as const)(
    'of version %i takes the %s in, wakes it and keeps it',
    async ([version, via, protocol]) => {
      await using server = await SocketIoServer.start(version);
      using line = new RealLine();
      expect(await line.join(server.url(), via)).toBe(`joined ${via} ${protocol}`);
      await line.untilWoken(() => server.notify());
      const { heartbeats } = server;
      await until(() => server.heartbeats >= heartbeats + 5);
      await line.untilWoken(() => server.notify());
      expect([line.lost, line.wakes]).toEqual([null, 2]);
      expect(line.log.text()).not.toContain('secret');
    },
  );

  test.for([
    [4, 'library', 4],
    [3, 'library', 4],
    [2, 'loop', 3],
  ] as const)(
    'of version %i is met by the %s, and at once the second time',
    async ([version, via, protocol]) => {
      await using server = await SocketIoServer.start(version);
      using line = new RealLine();
      expect(await line.join(server.url())).toBe(`joined ${via} ${protocol}`);
      expect(line.choice.preferred).toEqual({ via, protocol });
      await line.untilWoken(() => server.notify());
      line.close();
      const { connections } = server;
      expect(await line.join(server.url())).toBe(`joined ${via} ${protocol}`);
      expect(server.connections).toBe(connections + 1);
      await line.untilWoken(() => server.notify());
    },
  );

  test.for([
    [4, 'library'],
    [3, 'library'],
    [4, 'loop'],
    [3, 'loop'],
    [2, 'loop'],
  ] as const)(
    'of version %i is known to the %s by the shorter path of a /callback',
    async ([version, via]) => {
      await using server = await SocketIoServer.start(version);
      using line = new RealLine();
      if (via === 'loop') line.choice.preferred = { via, protocol: 4 };
      const joined = await line.join(server.url('/notifications/callback'));
      expect(joined).toMatch(`joined ${via}`);
      await line.untilWoken(() => server.notify());
    },
  );

  test.for(['library', 'loop'] as const)('that stops is lost to the %s', async (via) => {
    using line = new RealLine();
    {
      await using server = await SocketIoServer.start(4);
      expect(await line.join(server.url(), via)).toBe(`joined ${via} 4`);
    }
    expect(await line.untilLost()).toBe('push-lost');
  });

  test.for(['library', 'loop'] as const)(
    'that says 1 is lost to the %s, though it pings on',
    async (via) => {
      await using server = await SocketIoServer.start(4);
      using line = new RealLine();
      await line.join(server.url(), via);
      server.say('1');
      expect(await line.untilLost()).toBe('push-lost');
    },
  );
});
