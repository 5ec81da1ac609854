import { describe, expect, test } from 'vitest';
import { type Knobs, Simulator } from '../../simulator/simulator.ts';
import { endpointUrl } from '../../simulator/support/listening.ts';
import { until } from '../../support/harness.ts';
import { RealLine } from '../support/push-real.ts';

/** The pings come fast; what is waited for is long enough for a busy computer. */
const pings = { pingIntervalMs: 100, pingTimeoutMs: 2000 };

async function started(
  knobs: Partial<Knobs> = {},
): Promise<AsyncDisposable & { simulator: Simulator; line: RealLine; url: URL }> {
  const simulator = await Simulator.start({ knobs: { ...pings, ...knobs } });
  const line = new RealLine();
  return {
    simulator,
    line,
    url: new URL(await endpointUrl(simulator, 'finance')),
    [Symbol.asyncDispose]: async () => {
      line[Symbol.dispose]();
      await simulator.stop();
    },
  };
}

describe.each(['library', 'loop'] as const)('the %s', (via) => {
  const joined = `joined ${via} 4`;

  test.for([
    { eventArgument: 'string' },
    { eventArgument: 'object' },
    { eventArgument: 'none' },
    { eventArgument: 'flat' },
    { eventArgument: 'broken' },
    { eventNamespace: 'default' },
    { eventNamespace: 'default', eventArgument: 'none' },
  ] as const)('is woken by events with %o', async (knobs) => {
    await using bench = await started(knobs);
    expect(await bench.line.join(bench.url, via)).toBe(joined);
    await bench.line.untilWoken(() => bench.simulator.drives.finance.edit('/Budget/Budget.xlsx'));
    expect([bench.line.wakes, bench.line.lost]).toEqual([1, null]);
  });

  test('is woken by each of two events', async () => {
    await using bench = await started({ doubleEvents: 1 });
    await bench.line.join(bench.url, via);
    bench.simulator.push.wake('finance');
    await until(() => bench.line.wakes === 2);
  });

  test('is refused', async () => {
    await using bench = await started({ join: 'refuse' });
    expect(await bench.line.join(bench.url, via)).toBe('push-refused');
    expect(await bench.line.join(bench.url)).toBe('push-refused');
    await bench.simulator.push.untilSockets('finance', 0);
  });

  test.for([400, 401, 403, 429, 503])('is refused with %i', async (status) => {
    await using bench = await started();
    bench.simulator.push.refuse(status);
    const hint = new Map([
      [400, ' foreign'],
      [429, ' full'],
    ]).get(status);
    expect(await bench.line.join(bench.url, via)).toBe(`push-refused${hint ?? ''}`);
    bench.simulator.push.accept();
    expect(await bench.line.join(bench.url, via)).toBe(joined);
  });

  test('is refused with a token that nobody gave', async () => {
    await using bench = await started();
    bench.url.searchParams.set('token', 'other');
    expect(await bench.line.join(bench.url, via)).toBe('push-refused');
  });

  test('meets nobody, then somebody', async () => {
    await using bench = await started();
    await bench.simulator.push.kill();
    expect(await bench.line.join(bench.url, via)).toBe('push-unreachable');
    await bench.simulator.push.revive();
    expect(await bench.line.join(bench.url, via)).toBe(joined);
  });

  test('does not find a host that does not exist', async () => {
    await using bench = await started();
    const nowhere = new URL('http://push.invalid/notifications?token=t');
    expect(await bench.line.join(nowhere, via)).toBe('push-unreachable');
  });

  test.for(['clean', 'going-away', 'reset', 'engine'] as const)('is closed: %s', async (how) => {
    await using bench = await started();
    await bench.line.join(bench.url, via);
    bench.simulator.push.close(how, 'finance');
    expect(await bench.line.untilLost()).toBe('push-lost');
  });

  test('is thrown out', async () => {
    await using bench = await started();
    await bench.line.join(bench.url, via);
    bench.simulator.push.kick('finance');
    expect(await bench.line.untilLost()).toBe('push-lost');
  });

  test('is lost where the service freezes', async () => {
    await using bench = await started();
    await bench.line.join(bench.url, via);
    bench.simulator.push.freeze();
    expect(await bench.line.untilLost()).toBe('push-silent');
  });

  // It has to be joined before it ends.
  test.concurrent.for(['kick', 'close'] as const)(
    'is ended with its endpoint: %s',
    async (onExpiry, { expect }) => {
      await using bench = await started({ onExpiry, endpointLifeSeconds: 4 });
      expect(await bench.line.join(bench.url, via)).toBe(joined);
      expect(await bench.line.untilLost()).toBe('push-lost');
    },
  );

  test.for(['with-callback', 'without-callback'] as const)(
    'joins a /callback URL: %s',
    async (callbackNamespace) => {
      await using bench = await started({ endpointForm: 'callback', callbackNamespace });
      bench.line.choice.preferred = { via, protocol: 4 };
      expect(await bench.line.join(bench.url)).toBe(joined);
      await bench.simulator.push.untilSockets('finance', 1);
      await bench.line.untilWoken(() => bench.simulator.push.wake('finance'));
    },
  );

  test('closed, it leaves nobody behind', async () => {
    await using bench = await started();
    await bench.line.join(bench.url, via);
    await bench.simulator.push.untilSockets('finance', 1);
    bench.line.close();
    await bench.simulator.push.untilSockets('finance', 0);
    expect(bench.line.lost).toBeNull();
  });
});

describe('whichever client works', () => {
  test('is the loop for a service that answers without a sid, and then at once', async () => {
    await using bench = await started({ join: 'without-sid' });
    expect(await bench.line.join(bench.url, 'library')).toBe('push-refused foreign');
    expect(await bench.line.join(bench.url)).toBe('joined loop 4');
    await bench.line.untilWoken(() => bench.simulator.push.wake('finance'));
    bench.line.close();
    expect(await bench.line.join(bench.url)).toBe('joined loop 4');
  });

  test.concurrent.for([
    ['library', { join: 'silent' }, 'push-silent unanswered'],
    ['loop', { join: 'silent' }, 'push-silent unanswered'],
    ['library', 'frozen', 'push-unreachable'],
    ['loop', 'frozen', 'push-unreachable'],
  ] as const)(
    'is not the %s where it waits in vain: %o',
    async ([via, how, outcome], { expect }) => {
      await using bench = await started(how === 'frozen' ? {} : how);
      if (how === 'frozen') bench.simulator.push.freeze();
      expect(await bench.line.join(bench.url, via)).toBe(outcome);
    },
  );
});
