import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { life, minute, PushBench } from '../support/push-bench.ts';

const hour = 60 * minute;

let bench: PushBench;

beforeEach(() => {
  bench = new PushBench();
});

afterEach(() => {
  bench.end();
});

/** The computer's clock is set back; Microsoft's is not. */
function setBack(ms: number): void {
  vi.setSystemTime(Date.now() - ms);
  bench.graph.aheadMs += ms;
}

function endpoint(): ReturnType<PushBench['endpoint']> {
  return bench.endpoint('/notifications', life + bench.graph.aheadMs);
}

it('a clock set back while an endpoint is asked for does not put off its renewal', async () => {
  bench.graph.answer = async () => {
    setBack(20 * hour);
    return endpoint();
  };
  await bench.begun();
  bench.graph.answer = endpoint;
  await bench.pass(life);
  expect(bench.net.sockets).toHaveLength(2);
});

it('nor does one set back later, and an endpoint not renewed in time is given up when it ends', async () => {
  await bench.begun();
  setBack(20 * hour);
  bench.graph.answer = () => ({
    ok: false,
    code: 'microsoft-down',
    retryAfterMs: null,
    graphCode: null,
  });
  await bench.pass(life + 1);
  expect(bench.net.open).toHaveLength(0);
  expect(bench.heard).toContain('down push-lost');
});
