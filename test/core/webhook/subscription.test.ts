import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../src/core/graph/graph.ts';
import { aborted } from '../../../src/core/time/timing.ts';
import type { Delivery } from '../../../src/core/webhook/notification.ts';
import { answerOf } from '../support/scripted-graph.ts';
import { hour, minute, SubscriptionBench } from '../support/subscription-bench.ts';

let bench: SubscriptionBench;

beforeEach(() => {
  bench = new SubscriptionBench();
});

afterEach(() => bench.end());

const begin = async (): Promise<void> => {
  bench.subscription.start();
  await bench.pass(0);
};

const say = (what: Delivery['what'], clientState = bench.secret, subscriptionId = 's-1'): boolean =>
  bench.subscription.deliver({ subscriptionId, clientState, what });

describe('made', () => {
  it('for a day at most, with a fresh secret that is kept', async () => {
    await begin();
    const [made] = bench.graph.changes;
    expect(made).toMatchObject({ method: 'POST', path: '/subscriptions' });
    expect(made?.body).toEqual({
      changeType: 'updated',
      notificationUrl: 'https://bell.example.com/hook',
      lifecycleNotificationUrl: 'https://bell.example.com/hook',
      resource: '/drives/b!drive/root',
      expirationDateTime: new Date(Date.now() + 24 * hour).toISOString(),
      clientState: bench.secret,
      latestSupportedTlsVersion: 'v1_2',
    });
    expect(bench.kept?.id).toBe('s-1');
    expect(bench.heard).toEqual(['wake joined', 'live']);
    expect(bench.log.text()).not.toContain(bench.secret);
  });

  it('only once there is a way in', async () => {
    bench.door = { ok: false, reason: 'webhook-port-taken' };
    await begin();
    expect([bench.heard, bench.asked]).toEqual([['down webhook-port-taken'], []]);
    bench.door = { ok: true, url: 'https://bell.example.com/hook' };
    bench.subscription.again();
    await bench.pass(0);
    expect(bench.heard.at(-1)).toBe('live');
  });

  it('only once nothing is left of before, though that is known to be under way at once', async () => {
    bench.unready = failure('no-network');
    await begin();
    expect(bench.askings).toBe(1);
    expect([bench.asked, bench.reached]).toEqual([[], ['no-network']]);
    bench.unready = null;
    await bench.pass(2000);
    expect(bench.heard.at(-1)).toBe('live');
  });

  it.each([
    ['without an id', { expirationDateTime: '2026-11-22T12:00:00Z' }, []],
    ['without an end', { id: 's-9' }, []],
    ['that has ended', { id: 's-9', expirationDateTime: '2020-01-01T00:00:00Z' }, ['s-9']],
    [
      'with an id that leads elsewhere',
      { id: '../me', expirationDateTime: '2027-01-01T00:00:00Z' },
      [],
    ],
  ])('%s it is none', async (_how, answer, deleted) => {
    bench.graph.answerChange = ({ method }) => answerOf(method === 'POST' ? answer : null);
    await begin();
    expect(bench.asked.slice(1)).toEqual(deleted.map((id) => `DELETE /subscriptions/${id}`));
    expect(bench.heard).toEqual(['down webhook-refused']);
  });

  it('leading elsewhere, or with another secret, it is deleted at once', async () => {
    for (const odd of [{ notificationUrl: 'https://elsewhere' }, { clientState: 'other' }]) {
      bench.graph.answerChange = (change) => {
        const usual = bench.usual(change);
        return change.method === 'POST' && usual.ok
          ? answerOf({ ...(usual.value as object), ...odd })
          : usual;
      };
      bench.graph.changes.length = 0;
      bench.subscription.again();
      if (bench.heard.length === 1) bench.subscription.start();
      await bench.pass(0);
      expect(bench.asked).toEqual(['POST /subscriptions', expect.stringMatching(/^DELETE .*s-/)]);
    }
  });
});

it('is ours where Microsoft spells the address in another way', async () => {
  bench.graph.answerChange = (change) => {
    const usual = bench.usual(change);
    const notificationUrl = 'https://BELL.example.com:443/hook';
    return usual.ok ? answerOf({ ...(usual.value as object), notificationUrl }) : usual;
  };
  await begin();
  expect([bench.asked, bench.heard.at(-1)]).toEqual([['POST /subscriptions'], 'live']);
});

describe('not made', () => {
  it('once it is stopped, however long something is left of before', async () => {
    bench.stayUnready();
    await begin();
    await bench.subscription.stop();
    expect(bench.asked).toEqual([]);
  });

  it.each([
    ['nobody asked whether it is us', failure('refused'), 0, 'webhook-unreached'],
    ['something else is wrong', failure('refused'), 1, 'webhook-refused'],
    ['it is not allowed', failure('no-access'), 0, 'webhook-not-allowed'],
    ['there is no network', failure('no-network'), 0, 'no-network'],
    ['Microsoft is down', failure('microsoft-down'), 0, 'microsoft-down'],
    ['it is too much', failure('throttled', 30_000), 0, 'throttled'],
    ['nobody is signed in', failure('signed-out'), 0, 'signed-out'],
    ['it is sent elsewhere, nowhere', failure('unexpected-answer'), 0, 'webhook-refused'],
  ])('because %s', async (_why, failed, validations, reason) => {
    bench.graph.answerChange = () => {
      bench.validations += validations;
      return failed;
    };
    await begin();
    expect(bench.heard).toEqual([`down ${reason}`]);
  });

  it('is tried again soon where it passes, and ever more rarely where somebody has to act', async () => {
    const times: number[] = [];
    const began = Date.now();
    bench.graph.answerChange = () => {
      times.push((Date.now() - began) / minute);
      return failure('no-access');
    };
    await begin();
    await bench.pass(24 * hour);
    expect(times.slice(0, 5)).toEqual([0, 1, 3, 7, 15]);
    expect((times.at(-1) ?? 0) - (times.at(-2) ?? 0)).toBe(60);
    bench.failOnce('POST', 'microsoft-down');
    bench.subscription.again();
    await bench.pass(2000);
    expect(bench.heard.at(-1)).toBe('live');
  });
});

it.each([
  ['it passes', failure('microsoft-down'), 2000],
  ['somebody has to act', failure('no-access'), minute],
])(
  'asked for again, it is soon tried again, whatever was before: %s',
  async (_why, failed, wait) => {
    bench.graph.answerChange = () => failed;
    await begin();
    await bench.pass(2 * hour);
    bench.subscription.again();
    await bench.pass(0);
    bench.graph.changes.length = 0;
    await bench.pass(wait - 1);
    expect(bench.asked).toEqual([]);
    await bench.pass(1);
    expect(bench.asked).toEqual(['POST /subscriptions']);
  },
);

describe('renewed', () => {
  it('half a day ahead, as often as it takes', async () => {
    await bench.started();
    await bench.pass(12 * hour - 1);
    expect(bench.asked).toEqual([]);
    await bench.pass(1);
    expect(bench.asked).toEqual(['PATCH /subscriptions/s-1']);
    expect(bench.graph.changes[0]?.body).toEqual({
      expirationDateTime: new Date(Date.now() + 24 * hour).toISOString(),
    });
    await bench.pass(36 * hour);
    expect(bench.asked).toHaveLength(4);
    expect(new Set(bench.heard)).toEqual(new Set(['live']));
  });

  it('earlier where Microsoft gives less', async () => {
    bench.lifeMs = hour;
    await bench.started();
    await bench.pass(30 * minute);
    expect(bench.asked).toEqual(['PATCH /subscriptions/s-1']);
  });

  it('again and again where it fails, and is made anew once it has ended', async () => {
    await bench.started();
    bench.graph.answerChange = (change) =>
      change.method === 'PATCH' ? failure('microsoft-down') : bench.usual(change);
    await bench.pass(24 * hour - 1);
    expect(bench.asked.every((one) => one.startsWith('PATCH'))).toBe(true);
    expect(bench.asked.length).toBeGreaterThan(10);
    await bench.pass(minute);
    expect(bench.asked.filter((one) => one.startsWith('POST'))).toHaveLength(1);
    expect(bench.kept?.id).toBe('s-2');
  });

  it('is made anew at once where it is gone, with another secret', async () => {
    await bench.started();
    const { secret } = bench;
    bench.failOnce('PATCH', 'not-found');
    await bench.pass(12 * hour);
    expect(bench.asked).toEqual(['PATCH /subscriptions/s-1', 'POST /subscriptions']);
    expect(bench.heard).toEqual(['wake joined', 'live']);
    expect(bench.secret).not.toBe(secret);
  });

  it('soon again where Microsoft has asked for it in vain, and the drive is read once it is', async () => {
    await bench.started();
    bench.failOnce('PATCH', 'microsoft-down');
    say('reauthorizationRequired');
    await bench.pass(5000);
    expect(bench.asked).toEqual(['PATCH /subscriptions/s-1', 'PATCH /subscriptions/s-1']);
    expect(bench.heard.filter((one) => one === 'wake joined')).toHaveLength(1);
  });

  it('when Microsoft asks for it, and looked after at once as after sleep', async () => {
    await bench.started();
    expect(say('reauthorizationRequired')).toBe(true);
    await bench.pass(0);
    expect(bench.asked).toEqual(['PATCH /subscriptions/s-1']);
    bench.subscription.again();
    await bench.pass(0);
    expect(bench.asked.slice(1)).toEqual(['DELETE /subscriptions/s-1', 'POST /subscriptions']);
    expect(bench.heard).toEqual(['wake joined', 'live', 'connecting', 'wake joined', 'live']);
  });

  it('or else Microsoft may tell nothing, and that is said until it is', async () => {
    await bench.started();
    bench.graph.answerChange = (change) =>
      change.method === 'PATCH' ? failure('microsoft-down') : bench.usual(change);
    say('reauthorizationRequired');
    await bench.pass(4 * minute);
    expect(new Set(bench.heard)).toEqual(new Set(['live']));
    await bench.pass(4 * minute);
    expect(bench.heard.at(-1)).toBe('down microsoft-down');
    bench.graph.answerChange = (change) => bench.usual(change);
    await bench.pass(5 * minute);
    expect(bench.heard.slice(-2)).toEqual(['wake joined', 'live']);
  });

  it.each(['no-access', 'refused'] as const)(
    'or else, where Microsoft will not (%s), another is made',
    async (code) => {
      await bench.started();
      bench.failOnce('PATCH', code);
      say('reauthorizationRequired');
      await bench.pass(2000);
      expect(bench.asked).toEqual([
        'PATCH /subscriptions/s-1',
        'DELETE /subscriptions/s-1',
        'POST /subscriptions',
      ]);
      expect(bench.heard.at(-1)).toBe('live');
    },
  );

  it('and where it is gone as soon as it is there, that is said', async () => {
    await bench.started();
    bench.failOnce('PATCH', 'not-found');
    say('reauthorizationRequired');
    await bench.pass(0);
    expect(bench.heard.at(-1)).toBe('down webhook-refused');
    await bench.pass(2000);
    expect(bench.heard.at(-1)).toBe('live');
  });
});

describe('what is said of it', () => {
  it('wakes, and is remembered', async () => {
    await bench.started();
    await bench.pass(1000);
    expect([say('changed'), say('missed')]).toEqual([true, true]);
    expect(bench.heard).toEqual(['wake webhook', 'wake webhook']);
    expect(bench.subscription.deliveries).toEqual({ last: Date.now(), ignored: 0 });
  });

  it.each(['changed', 'missed', 'reauthorizationRequired', 'subscriptionRemoved'] as const)(
    'with another secret is ignored: %s',
    async (what) => {
      await bench.started();
      expect([say(what, 'guess'), say(what, '')]).toEqual([false, false]);
      await bench.pass(0);
      expect([bench.heard, bench.asked]).toEqual([[], []]);
      expect(bench.subscription.deliveries).toEqual({ last: null, ignored: 2 });
    },
  );

  it('that it was removed makes another', async () => {
    await bench.started();
    bench.failOnce('PATCH', 'not-found');
    say('subscriptionRemoved');
    await bench.pass(2000);
    expect(bench.asked).toEqual(['PATCH /subscriptions/s-1', 'POST /subscriptions']);
  });
});

describe('one that there is already', () => {
  const inUse = { ...failure('microsoft-down', null, 'ObjectIdentifierInUse'), inUse: 'old' };
  const first = (): void => {
    let isFirst = true;
    bench.graph.answerChange = (change) => {
      if (change.method !== 'POST' || !isFirst) return bench.usual(change);
      isFirst = false;
      return inUse;
    };
  };

  it('and was kept gives way to another', async () => {
    bench.kept = { id: 's-0', clientState: 'kept' };
    await begin();
    expect(bench.asked).toEqual(['DELETE /subscriptions/s-0', 'POST /subscriptions']);
  });

  it('is believed until it is deleted, which Microsoft is asked for until it has heard it', async () => {
    bench.kept = { id: 's-0', clientState: 'kept' };
    bench.failOnce('DELETE', 'no-network');
    await begin();
    expect([bench.asked, bench.kept.id]).toEqual([['DELETE /subscriptions/s-0'], 's-0']);
    expect([say('changed', 'kept', 's-0'), bench.heard.at(-1)]).toEqual([true, 'wake webhook']);
    await bench.pass(2000);
    expect(bench.asked.slice(1)).toEqual(['DELETE /subscriptions/s-0', 'POST /subscriptions']);
  });

  it('and whose secret nobody knows gives way to another', async () => {
    bench.listed = [{ id: 'old', notificationUrl: 'https://Bell.example.com:443/hook' }];
    first();
    await begin();
    expect(bench.asked).toEqual([
      'POST /subscriptions',
      'DELETE /subscriptions/old',
      'POST /subscriptions',
    ]);
    expect(bench.heard.at(-1)).toBe('live');
  });

  it('that Microsoft was told to delete a moment ago gives way soon', async () => {
    await bench.started();
    const again = { ...inUse, inUse: 's-1' };
    let isFirst = true;
    bench.graph.answerChange = (change) => {
      if (change.method !== 'POST' || !isFirst) return bench.usual(change);
      isFirst = false;
      return again;
    };
    bench.subscription.again();
    await bench.pass(0);
    expect(bench.heard.at(-1)).toBe('down microsoft-down');
    await bench.pass(2000);
    expect(bench.heard.at(-1)).toBe('live');
  });

  it('is not forgotten where somebody else answers in Microsoft’s place', async () => {
    await bench.started();
    bench.graph.answerChange = () => failure('not-json');
    bench.subscription.again();
    await bench.pass(0);
    expect([bench.heard.at(-1), bench.kept?.id]).toEqual(['down not-json', 's-1']);
    expect(say('changed')).toBe(true);
  });

  it('of another computer is left alone', async () => {
    bench.listed = [{ id: 'old', notificationUrl: 'https://other.example.com/hook' }];
    first();
    await begin();
    expect(bench.asked).toEqual(['POST /subscriptions']);
    expect(bench.heard).toEqual(['down webhook-refused']);
  });
});

describe('stopped', () => {
  it('is deleted and forgotten', async () => {
    await bench.started();
    await bench.subscription.stop();
    expect([bench.asked, bench.kept]).toEqual([['DELETE /subscriptions/s-1'], null]);
  });

  it('while it is being made, it is deleted as soon as it is', async () => {
    const made = Promise.withResolvers<void>();
    bench.graph.answerChange = async (change) => {
      if (change.method === 'POST') await made.promise;
      return bench.usual(change);
    };
    await begin();
    const stopped = bench.subscription.stop();
    made.resolve();
    await stopped;
    expect(bench.asked).toEqual(['POST /subscriptions', 'DELETE /subscriptions/s-1']);
  });

  it('is done after five seconds though Microsoft does not answer', async () => {
    await bench.started();
    bench.graph.answerChange = async (_change, signal) => {
      await aborted(signal);
      return failure('no-network');
    };
    const stopped = bench.subscription.stop().then(() => true);
    await bench.pass(4999);
    expect(bench.left).toEqual([]);
    await bench.pass(1);
    expect([await stopped, bench.left]).toEqual([true, ['s-1']]);
  });

  it('remembers what could not be deleted', async () => {
    await bench.started();
    bench.graph.answerChange = () => failure('no-network');
    await bench.subscription.stop();
    expect([bench.kept?.id, bench.left]).toEqual(['s-1', ['s-1']]);
  });

  it('moves with the address', async () => {
    await bench.started();
    bench.door = { ok: true, url: 'https://new.example.com/hook' };
    bench.subscription.again();
    await bench.pass(0);
    expect(bench.asked).toEqual(['DELETE /subscriptions/s-1', 'POST /subscriptions']);
    expect(bench.graph.changes.at(-1)?.body['notificationUrl']).toBe(
      'https://new.example.com/hook',
    );
  });
});
