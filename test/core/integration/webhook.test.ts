import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Subscription } from '../../simulator/webhooks/subscription.ts';
import { Simulator } from '../../simulator/simulator.ts';
import { freePort } from '../../support/free-port.ts';
import {
  type Harness,
  type HarnessOptions,
  idsOf,
  isOf,
  must,
  signIn,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

const url = 'https://bell.example.com/drivebell';
const adele = { by: 'Adele Vance' };

let simulator: Simulator;
let harness: Harness;
let port: number;
/** How the way from the public address to this computer is. */
let way: 'open' | 'closed' | 502;

/** What a reverse proxy does: passes on what comes to the public address. */
const proxied: typeof fetch = async (asked, init) => {
  const text = String(asked instanceof Request ? asked.url : asked);
  if (!text.startsWith('https://bell.example.com')) return fetch(asked, init);
  if (way === 'closed') throw new TypeError('fetch failed');
  if (way === 502) return new Response('<h1>Bad gateway</h1>', { status: 502 });
  return fetch(text.replace('https://bell.example.com', `http://127.0.0.1:${port}`), init);
};

const asked: string[] = [];

function options(): HarnessOptions {
  return { onAsk: (target) => void asked.push(target), elsewhere: proxied };
}

beforeEach(async () => {
  way = 'open';
  asked.length = 0;
  port = await freePort();
  simulator = await Simulator.start({ fetch: proxied });
  harness = startDrivebell(simulator, options());
});

afterEach(async () => {
  const { drivebell } = harness;
  await drivebell.leave();
  harness[Symbol.dispose]();
  await simulator.stop();
});

async function watchFinance(): Promise<void> {
  const { drivebell } = harness;
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  const chosen = drives.filter((choice) => isOf(choice, simulator.drives.finance.id));
  must(await drivebell.drives.watch(idsOf(chosen)));
}

const wish = (use: 'fallback' | 'all' = 'fallback'): void =>
  must(harness.drivebell.webhook.set({ url, port, use }));

const drive = () => harness.drivebell.snapshot().drives[0];
const report = () => must(harness.drivebell.webhook.report());
const vitals = () => Object.values(must(harness.drivebell.diagnostics.vitals()))[0];
const made = (): Subscription[] => simulator.webhooks.all('finance');
const only = (): Subscription => {
  const [one] = made();
  if (!one) throw new Error('There is no subscription.');
  return one;
};

/** How often a subscription was to be made, changed or deleted. */
const changesAsked = () => asked.filter((one) => one.includes('/v1.0/subscriptions')).length;

async function untilByWebhook(): Promise<void> {
  await until(
    () => drive()?.connection?.via === 'webhook' && drive()?.liveness.state === 'live',
    () => JSON.stringify([drive(), report(), harness.logged.slice(-20)]),
  );
}

async function untilTold(): Promise<void> {
  const before = harness.notices.length;
  const [path = ''] = simulator.drives.finance.paths('file');
  simulator.drives.finance.edit(path, adele);
  await until(
    () => harness.notices.length > before,
    () => JSON.stringify([report(), vitals(), simulator.webhooks.deliveries.all()]),
  );
}

test('where push is refused, a change still becomes a notice', async () => {
  simulator.drives.finance.offersPush = false;
  await watchFinance();
  await untilState(harness.drivebell, 'polling');
  expect(drive()?.liveness.reason).toBe('push-not-offered');
  wish();
  await untilByWebhook();
  expect(only()).toMatchObject({ notificationUrl: url, lifecycleNotificationUrl: url });
  expect(only().expiresAt).toBeLessThanOrEqual(Date.now() + 24 * 60 * 60_000);
  await untilTold();
  // A reading on the way may have told it a moment before.
  await until(() => typeof vitals()?.webhook?.lastDelivery === 'number');
  expect(vitals()).toMatchObject({ webhook: { ignored: 0 } });
  expect(report()).toMatchObject({ state: 'listening', subscriptions: 1, ignored: 0 });
  expect(report().lastDelivery).toEqual(vitals()?.webhook?.lastDelivery);
  expect(must(harness.drivebell.diagnostics.report())).toMatch(
    /^ {2}webhook: last delivery: \d.*, ignored: 0$/m,
  );
});

test('its secret reaches no log, no snapshot, no report and no config, but the key store', async () => {
  simulator.drives.finance.offersPush = false;
  wish();
  await watchFinance();
  await untilByWebhook();
  await untilTold();
  const { clientState, id } = only();
  const seen = [
    ...harness.logged,
    JSON.stringify(harness.drivebell.snapshot()),
    must(harness.drivebell.diagnostics.report()),
    JSON.stringify(harness.disk.config),
    JSON.stringify(vitals()),
  ].join('\n');
  expect(seen).not.toContain(String(clientState));
  expect(seen).not.toContain(id);
  await until(() => harness.disk.secret?.includes(String(clientState)) ?? false);
});

test('nothing is listened to, and nothing asked, until there is an address', async () => {
  simulator.drives.finance.offersPush = false;
  await watchFinance();
  await untilState(harness.drivebell, 'polling');
  expect(report()).toEqual({ state: 'off', subscriptions: 0, lastDelivery: null, ignored: 0 });
  await expect(fetch(`http://127.0.0.1:${port}/drivebell`)).rejects.toThrow('fetch failed');
  expect(asked.filter((one) => one.endsWith('/subscriptions'))).toEqual([]);
});

test('a drive for which it was chosen holds no socket', async () => {
  await watchFinance();
  await untilState(harness.drivebell, 'live');
  expect(drive()?.connection?.via).toBe('library');
  wish();
  must(harness.drivebell.webhook.wakeBy(drive()?.watchId ?? '', 'webhook'));
  await untilByWebhook();
  expect(drive()?.wakeBy).toBe('webhook');
  await until(() => simulator.push.sockets('finance') === 0);
  await untilTold();
  must(harness.drivebell.webhook.wakeBy(drive()?.watchId ?? '', 'push'));
  await until(() => drive()?.connection?.via === 'library');
  await simulator.webhooks.untilSubscriptions('finance', 0);
});

describe('what is not from Microsoft', () => {
  beforeEach(async () => {
    simulator.drives.finance.offersPush = false;
    wish();
    await watchFinance();
    await untilByWebhook();
  });

  test.for([
    ['another secret', { clientState: 'guess' }],
    ['no secret', { clientState: null }],
    ['another subscription', { subscriptionId: crypto.randomUUID() }],
    ['no JSON', { body: '<script>alert(1)</script>' }],
    ['another secret in a lifecycle event', { kind: 'lifecycle', clientState: 'guess' }],
  ] as const)('is taken, counted and believed in nothing: %s', async ([, forgery]) => {
    const before = changesAsked();
    expect(await simulator.webhooks.forge(only().id, forgery)).toBe(202);
    await until(() => report().ignored === 1);
    expect(report().lastDelivery).toBeNull();
    // A reading of before may still be on its way.
    expect(vitals()?.lastWake?.cause).not.toBe('webhook');
    expect(changesAsked()).toBe(before);
  });

  test('true ones among others are heard', async () => {
    const { id, clientState } = only();
    const value = [
      { subscriptionId: 'other', clientState },
      { subscriptionId: id, clientState },
      7,
    ];
    await simulator.webhooks.forge(id, { body: JSON.stringify({ value }) });
    await until(() => report().lastDelivery !== null);
    expect(report().ignored).toBe(2);
  });
});

describe('its life', () => {
  beforeEach(async () => {
    simulator.drives.finance.offersPush = false;
    wish();
    await watchFinance();
    await untilByWebhook();
  });

  test('when Microsoft wants it authorized again, it is', async () => {
    const { id } = only();
    simulator.webhooks.endAuthorization(id);
    simulator.webhooks.remind(id);
    await until(() => only().authorizedUntil > Date.now());
    await untilTold();
    expect(only().id).toBe(id);
  });

  test('gone at Microsoft, it is made anew when it is looked after', async () => {
    const { id } = only();
    simulator.webhooks.expire(id);
    harness.resume();
    await until(() => made().length === 1 && only().id !== id);
    await untilTold();
  });

  test('it is deleted when its drive is not watched any more', async () => {
    must(await harness.drivebell.drives.stop(drive()?.watchId ?? '', 'keep'));
    await simulator.webhooks.untilSubscriptions('finance', 0);
    expect(report().subscriptions).toBe(0);
  });

  test('it is deleted when the account is removed, before its tokens go', async () => {
    const [account] = harness.drivebell.snapshot().accounts;
    must(await harness.drivebell.accounts.remove(account?.accountId ?? '', 'keep'));
    expect(made()).toEqual([]);
    expect(harness.disk.secret ?? '').not.toContain('bell.example.com');
  });

  test('it is deleted before the end', async () => {
    await harness.drivebell.leave();
    expect(made()).toEqual([]);
    expect(harness.drivebell.leave()).toBeNull();
  });

  test('it goes with the address, and comes with another', async () => {
    must(harness.drivebell.webhook.set({ url: null, port, use: 'fallback' }));
    await simulator.webhooks.untilSubscriptions('finance', 0);
    await until(() => report().state === 'off' && drive()?.liveness.state === 'polling');
    must(harness.drivebell.webhook.set({ url: `${url}/2`, port, use: 'all' }));
    await untilByWebhook();
    expect(only().notificationUrl).toBe(`${url}/2`);
    await untilTold();
  });

  /** As if killed: what the end would do does not reach Microsoft. */
  async function killed(): Promise<void> {
    await until(() => harness.disk.secret?.includes(only().id) ?? false);
    const down = { status: 503 } as const;
    const fault = simulator.faults.next('DELETE /v1.0/subscriptions/*', down, { times: 'always' });
    await harness.drivebell.leave();
    harness.drivebell.stop();
    fault.remove();
  }

  test.each([false, true])(
    'after a crash another takes its place, its secret lost: %s',
    async (isLost) => {
      wish('all');
      const { id } = only();
      await killed();
      expect(made().map((one) => one.id)).toEqual([id]);
      const { webhooks: _lost, ...others } = JSON.parse(harness.disk.secret ?? '{}') as object & {
        webhooks?: unknown;
      };
      if (isLost) harness.disk.secret = JSON.stringify(others);
      harness = harness.restart();
      await untilByWebhook();
      expect(made().some((one) => one.id === id)).toBe(false);
      expect(made()).toHaveLength(1);
      await untilTold();
    },
  );

  test('what a crash has left is deleted, though the address is given up meanwhile', async () => {
    await killed();
    harness.disk.config = { ...(harness.disk.config as object), webhook: undefined };
    harness = harness.restart();
    await simulator.webhooks.untilSubscriptions('finance', 0);
    expect(report().state).toBe('off');
  });
});

describe('the way in', () => {
  beforeEach(async () => {
    simulator.drives.finance.offersPush = false;
    await watchFinance();
    await untilState(harness.drivebell, 'polling');
  });

  const why = () => drive()?.liveness.reason;
  const check = async () => must(await harness.drivebell.webhook.check());

  test('is checked from here, and what came back is said', async () => {
    expect(await harness.drivebell.webhook.check()).toMatchObject({ code: 'not-found' });
    way = 502;
    wish();
    await until(() => why() === 'webhook-unreached');
    expect(await check()).toEqual({ how: 'answer', status: 502 });
    way = 'closed';
    expect(await check()).toEqual({ how: 'silent' });
    way = 'open';
    // It also makes what has failed be tried again at once.
    expect(await check()).toEqual({ how: 'ours' });
    await untilByWebhook();
    await untilTold();
  });

  test('may close while it is live: a check finds that out, and push takes its place', async () => {
    simulator.drives.finance.offersPush = true;
    wish('all');
    await untilByWebhook();
    way = 502;
    expect(await check()).toEqual({ how: 'answer', status: 502 });
    await until(
      () => drive()?.connection?.via === 'library',
      () => JSON.stringify([drive(), report()]),
    );
    await untilTold();
  });

  test('may be taken by another program: said in words, and tried again', async () => {
    const other = createServer((_request, response) => response.end('hello'));
    other.listen(port, '127.0.0.1');
    await once(other, 'listening');
    wish();
    await until(() => why() === 'webhook-port-taken');
    expect(await check()).toEqual({ how: 'port-taken' });
    other.close();
    await once(other, 'close');
    await untilByWebhook();
  });

  test('may not be allowed', async () => {
    simulator.knobs.webhooksNeedWrite = true;
    wish();
    await until(() => why() === 'webhook-not-allowed');
    simulator.knobs.webhooksNeedWrite = false;
    expect(await check()).toEqual({ how: 'ours' });
    await untilByWebhook();
  });

  test.for([
    ['a renewal that is sent elsewhere, nowhere', { status: 308, empty: true }],
    ['a server that is down', { status: 503 }],
  ] as const)('is held through %s', async ([, answer]) => {
    wish();
    await untilByWebhook();
    const fault = simulator.faults.next('PATCH /v1.0/subscriptions/*', answer);
    simulator.webhooks.remind(only().id);
    await until(() => fault.hits === 1);
    await untilByWebhook();
    await untilTold();
  });
});

test.for(['http://bell.example.com/', 'https://localhost/', 'https://me@bell.example.com/', 'x'])(
  'an address that Microsoft cannot reach is refused: %s',
  ([text = '']) => {
    const { drivebell } = harness;
    const refused = drivebell.webhook.set({ url: text, port, use: 'all' });
    expect(refused).toEqual({ ok: false, code: 'address-not-public' });
    expect(drivebell.snapshot().webhook.url).toBeNull();
  },
);
