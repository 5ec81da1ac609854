import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LineBench } from '../support/push-lines.ts';
import { answering, type PushSocket, welcome } from '../support/push-net.ts';

type Meet = (socket: PushSocket) => void;

let bench: LineBench;

beforeEach(() => {
  bench = new LineBench();
});

afterEach(() => bench.end());

/** One connection after the other. */
function inTurn(...meets: readonly Meet[]): Meet {
  let met = 0;
  return (socket) => meets[met++]?.(socket);
}

const silent: Meet = (socket) => socket.open();
const withoutSid = answering((namespace) => [
  namespace === '/' ? '40{"sid":"d"}' : `40${namespace}`,
]);
const no = answering((namespace) => [`44${namespace},{"message":"No"}`]);
const loop3 = { via: 'loop', protocol: 3 } as const;
const loop4 = { via: 'loop', protocol: 4 } as const;
const library4 = { via: 'library', protocol: 4 } as const;

describe('a client', () => {
  it('is the library as long as nothing is known', async () => {
    await bench.beginAny();
    expect([bench.outcome, bench.choice.preferred]).toEqual(['joined library 4', library4]);
    expect(bench.net.sockets).toHaveLength(1);
  });

  it('is the loop where the library meets an older version, and from then on', async () => {
    bench.net.meet = withoutSid;
    await bench.beginAny();
    expect([bench.outcome, bench.choice.preferred]).toEqual(['joined loop 4', loop4]);
    expect([bench.net.sockets.length, bench.net.open.length]).toEqual([2, 1]);
    await bench.beginAny();
    expect([bench.outcome, bench.net.sockets.length]).toEqual(['joined loop 4', 3]);
  });

  it('is the loop at once where the library is not answered', async () => {
    bench.net.meet = inTurn(silent, welcome);
    await bench.beginAny();
    await bench.pass(9999);
    expect(bench.outcome).toBeNull();
    await bench.pass(1);
    expect([bench.outcome, bench.choice.preferred]).toEqual(['joined loop 4', loop4]);
    expect([bench.net.sockets.length, bench.net.open.length]).toEqual([2, 1]);
  });

  it('is the loop where an old server refuses in words that the library cannot read', async () => {
    const refused = answering((namespace) => [`44${namespace},"Not now"`]);
    bench.net.meet = inTurn(refused, welcome);
    await bench.beginAny();
    expect(bench.outcome).toBe('joined loop 4');
  });

  it('is the loop, in protocol 3, where 4 is refused', async () => {
    bench.net.meet = (socket) => {
      if (socket.url.searchParams.get('EIO') === '4') socket.refuse(400);
      else answering((namespace) => [`40${namespace},`])(socket);
    };
    await bench.beginAny();
    expect([bench.outcome, bench.choice.preferred]).toEqual(['joined loop 3', loop3]);
    await bench.beginAny();
    expect([bench.outcome, bench.net.sockets.length]).toEqual(['joined loop 3', 4]);
  });

  it('is the library again where the loop, remembered, is not answered any more', async () => {
    bench.choice.preferred = loop4;
    bench.net.meet = inTurn(silent, welcome);
    await bench.beginAny();
    await bench.pass(10_000);
    expect([bench.outcome, bench.choice.preferred]).toEqual(['joined library 4', library4]);
  });

  it('is remembered through failures', async () => {
    bench.choice.preferred = loop4;
    bench.net.meet = (socket) => socket.open();
    await bench.beginAny();
    await bench.pass(20_000);
    expect([bench.outcome, bench.choice.preferred]).toEqual(['push-silent', loop4]);
    expect([bench.net.sockets.length, vi.getTimerCount()]).toEqual([2, 0]);
  });

  it('is written down only when it has changed, and told to the log without the URL', async () => {
    const written: unknown[] = [];
    let preferred: typeof bench.choice.preferred = null;
    Object.defineProperty(bench.choice, 'preferred', {
      get: () => preferred,
      set: (kind: typeof preferred) => {
        preferred = kind;
        written.push(kind);
      },
    });
    bench.net.meet = withoutSid;
    await bench.beginAny();
    await bench.beginAny();
    expect(written).toEqual([loop4]);
    expect(bench.log.events).toEqual(['push-not-understood', 'push-client']);
    expect(bench.log.text()).not.toMatch(/secret|svc\.ms/);
  });
});

describe('the other client', () => {
  const ordinary: [string, Meet, string][] = [
    ['401', (socket) => socket.refuse(401), 'push-refused'],
    ['403', (socket) => socket.refuse(403), 'push-refused'],
    ['429', (socket) => socket.refuse(429), 'push-refused'],
    ['503', (socket) => socket.refuse(503), 'push-refused'],
    ['a no', no, 'push-refused'],
    ['a broken connection', (socket) => socket.drop(), 'push-unreachable'],
    [
      'an unknown name',
      (socket) => socket.fail('Error in connection establishment: net::ERR_NAME_NOT_RESOLVED'),
      'push-unreachable',
    ],
    ['an upgrade without an answer', () => undefined, 'push-unreachable'],
  ];

  it.each(
    [null, loop4].flatMap((preferred) =>
      ordinary.map(
        ([what, meet, reason]) =>
          [preferred?.via ?? 'library', what, { preferred, meet, reason }] as const,
      ),
    ),
  )('than the %s is not tried for %s', async (_via, _what, { preferred, meet, reason }) => {
    bench.choice.preferred = preferred;
    bench.net.meet = meet;
    await bench.beginAny();
    await bench.pass(10_000);
    expect([bench.outcome, bench.net.sockets.length]).toEqual([reason, 1]);
    expect(bench.choice.preferred).toBe(preferred);
  });

  it('is not tried once the join is given up', async () => {
    bench.net.meet = (socket) => socket.open();
    await bench.beginAny();
    bench.abort.abort();
    await bench.pass(0);
    expect([bench.outcome, bench.net.sockets.length]).toEqual(['push-silent', 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells why in the end nobody got in', async () => {
    bench.net.meet = inTurn(silent, no);
    await bench.beginAny();
    await bench.pass(10_000);
    expect(bench.outcome).toBe('push-refused');
  });
});

describe.each(['library', 'loop'] as const)('…/callback by the %s', (via) => {
  const knows = (known: string, answer: string): Meet =>
    answering((namespace) => [
      namespace === known
        ? `40${namespace},${answer}`
        : `44${namespace},{"message":"Invalid namespace"}`,
    ]);

  function joins(): readonly (string | undefined)[] {
    return bench.net.sockets.map(({ heard }) => heard.findLast((frame) => frame.startsWith('40/')));
  }

  beforeEach(() => {
    bench.choice.preferred = { via, protocol: 4 };
  });

  it.each([
    ['whole', '/abc/callback', 1],
    ['without its end', '/abc', 2],
  ])('is known %s', async (_what, known, sockets) => {
    bench.net.meet = knows(known, '{"sid":"s"}');
    await bench.beginAny('/abc/callback');
    expect([bench.outcome, bench.net.open.length]).toEqual([`joined ${via} 4`, 1]);
    const asked = ['40/abc/callback', '40/abc'].slice(0, sockets);
    expect(joins().map((frame) => frame?.replace(',', ''))).toEqual(asked);
  });

  it('is known neither way', async () => {
    bench.net.meet = knows('/other', '{"sid":"s"}');
    await bench.beginAny('/abc/callback');
    expect([bench.outcome, bench.net.sockets.length]).toEqual(['push-refused', 2]);
  });
});

it('a /callback that only an old server knows without its end is found all the same', async () => {
  bench.net.meet = answering((namespace) => [
    namespace === '/abc' ? '40/abc,' : `44${namespace},{"message":"Invalid namespace"}`,
  ]);
  await bench.beginAny('/abc/callback');
  expect([bench.outcome, bench.net.open.length]).toEqual(['joined loop 4', 1]);
});
