import { describe, expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import { freePort } from '../../support/free-port.ts';
import {
  idsOf,
  isOf,
  must,
  signIn,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';
import { startNginx } from '../../support/nginx.ts';

const url = 'https://bell.example.com/drivebell';

describe('behind nginx, as its page configures it', () => {
  test('a change becomes a notice, and nothing but the path is passed on', async () => {
    const [front, port] = [await freePort(), await freePort()];
    await using nginx = await startNginx('bell.example.com', { public: front, local: port });
    await using simulator = await Simulator.start({ fetch: nginx.fetch });
    using harness = startDrivebell(simulator, { elsewhere: nginx.fetch });
    const { drivebell } = harness;
    simulator.drives.finance.offersPush = false;
    await signIn(drivebell);
    const { drives } = must(await drivebell.drives.list());
    const { finance } = simulator.drives;
    const chosen = drives.filter((choice) => isOf(choice, finance.id));
    must(await drivebell.drives.watch(idsOf(chosen)));
    await untilState(drivebell, 'polling');

    must(drivebell.webhook.set({ url, port, use: 'fallback' }));
    await until(() => drivebell.snapshot().drives[0]?.connection?.via === 'webhook');
    expect(must(await drivebell.webhook.check())).toEqual({ how: 'ours' });
    const [path = ''] = finance.paths('file');
    finance.edit(path, { by: 'Adele Vance' });
    await until(() => harness.notices.length === 1);
    expect(must(drivebell.webhook.report())).toMatchObject({ subscriptions: 1, ignored: 0 });

    const ask = async (asked: string, init?: RequestInit): Promise<number> =>
      (await nginx.fetch(asked, init)).status;
    expect(await ask(url)).toBe(403);
    expect(await ask(`${url}/more`, { method: 'POST' })).toBe(404);
    expect(await ask(url, { method: 'POST', body: 'x'.repeat(256 * 1024 + 1) })).toBe(413);
    const html = await nginx.fetch(`${url}?validationToken=%3Cb%3E`, { method: 'POST' });
    expect(await html.text()).toBe('<b>');
    expect(html.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(html.headers.get('x-content-type-options')).toBe('nosniff');

    await drivebell.leave();
    expect(simulator.webhooks.all('finance')).toEqual([]);
    expect(must(await drivebell.webhook.check())).toEqual({ how: 'answer', status: 502 });
  });
});
