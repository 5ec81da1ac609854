import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinFrames, parsePacket } from '../../../src/core/wake/packets.ts';

const usual = { intervalMs: 25_000, timeoutMs: 60_000 };

describe('the open packet', () => {
  it('says how often the service pings', () => {
    const frame = '0{"sid":"e1","upgrades":[],"pingInterval":20000,"pingTimeout":5000}';
    const pings = { intervalMs: 20_000, timeoutMs: 5000 };
    expect(parsePacket(frame)).toEqual({ kind: 'open', sid: 'e1', pings });
  });

  it.each([
    ['none of it', '0'],
    ['no JSON', '0{"sid":'],
    ['no object', '0null'],
    ['an empty one', '0{}'],
    ['texts', '0{"pingInterval":"20000","pingTimeout":"5000"}'],
    ['too little', '0{"pingInterval":19,"pingTimeout":19}'],
    ['nothing', '0{"pingInterval":0,"pingTimeout":0}'],
    ['less than nothing', '0{"pingInterval":-1,"pingTimeout":-1}'],
    ['no numbers', '0{"pingInterval":null,"pingTimeout":1e999}'],
    ['days', '0{"pingInterval":86400000,"pingTimeout":3600001}'],
  ])('with %s stands for the usual', (_what, frame) => {
    expect(parsePacket(frame)).toEqual({ kind: 'open', sid: '', pings: usual });
  });

  it('is believed in the part that makes sense', () => {
    const pings = { intervalMs: 25_000, timeoutMs: 20_000 };
    expect(parsePacket('0{"pingTimeout":20000}')).toMatchObject({ pings });
  });
});

describe('an answer to a join', () => {
  it.each([
    ['40', '/', false],
    ['40{"sid":"s"}', '/', true],
    ['40,{"sid":"s"}', '/', true],
    ['40{"sid":""}', '/', false],
    ['40/notifications', '/notifications', false],
    ['40/notifications,', '/notifications', false],
    ['40/notifications,{}', '/notifications', false],
    ['40/notifications,{"sid":"s"}', '/notifications', true],
    ['40/notifications{"sid":"s"}', '/notifications', true],
    ['40/notifications?token=t&applicationId=a', '/notifications', false],
    ['40/notifications?token=t&applicationId=a,', '/notifications', false],
    ['40/notifications?token=t,{"sid":"s"}', '/notifications', true],
    ['40/zbaehwg/callback,{"sid":"s","pid":"p"}', '/zbaehwg/callback', true],
  ])('%s', (frame, namespace, hasSid) => {
    expect(parsePacket(frame)).toEqual({ kind: 'joined', namespace, hasSid });
  });

  it.each([
    ['44/notifications,{"message":"Invalid namespace"}', '/notifications', 'Invalid namespace'],
    ['44/notifications,"Invalid namespace"', '/notifications', 'Invalid namespace'],
    ['44{"message":"No"}', '/', 'No'],
    ['44/notifications', '/notifications', ''],
    ['44/notifications,{"message":7}', '/notifications', ''],
  ])('%s', (frame, namespace, message) => {
    expect(parsePacket(frame)).toEqual({ kind: 'refused', namespace, message });
  });

  it.each([
    ['41', '/'],
    ['41/notifications', '/notifications'],
    ['41/notifications,', '/notifications'],
  ])('%s', (frame, namespace) => {
    expect(parsePacket(frame)).toEqual({ kind: 'left', namespace });
  });
});

describe('an event', () => {
  const own = { kind: 'event', namespace: '/notifications', name: 'notification' };

  it.each([
    ['42/notifications,["notification","{\\"value\\":[]}"]', '{"value":[]}'],
    ['42/notifications,["notification",{"clientState":null}]', { clientState: null }],
    ['42/notifications,["notification",{"a":1},2]', { a: 1 }],
    ['42/notifications,["notification"]', undefined],
    ['42/notifications,17["notification",1]', 1],
    ['42/notifications["notification",1]', 1],
  ])('%s', (frame, argument) => {
    expect(parsePacket(frame)).toEqual({ ...own, argument, isBinary: false });
  });

  it('on the default namespace', () => {
    const packet = { ...own, namespace: '/', argument: {}, isBinary: false };
    expect(parsePacket('42["notification",{}]')).toEqual(packet);
    expect(parsePacket('423["notification",{}]')).toEqual(packet);
  });

  it('with parts in binary frames', () => {
    const frame = '451-/notifications,["notification",{"_placeholder":true,"num":0}]';
    expect(parsePacket(frame)).toMatchObject({ ...own, isBinary: true });
  });

  it('cut short is known by its name', () => {
    const argument = '["notification","{\\"value';
    const packet = { ...own, argument, isBinary: false };
    expect(parsePacket(`42/notifications,${argument}`)).toEqual(packet);
  });

  it.each(['42/notifications,', '42', '42[]', '42[7]', '42{}', '42["notif'])(
    'without a name: %s',
    (frame) => {
      expect(parsePacket(frame)).toMatchObject({ kind: 'event', name: null });
    },
  );
});

it.each([
  ['1', 'close'],
  ['2', 'ping'],
  ['2probe', 'ping'],
  ['3', 'pong'],
  ['', 'other'],
  ['4', 'other'],
  ['43/notifications,1[]', 'other'],
  ['47', 'other'],
  ['5', 'other'],
  ['6', 'other'],
  ['bAAAA', 'other'],
  ['<html>', 'other'],
])('%j is %s', (frame, kind) => {
  expect(parsePacket(frame)).toEqual({ kind });
});

describe('whatever a server says', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parsePacket(text).kind).toBeTypeOf('string');
      }),
    );
  });

  it('never throws at what looks like a packet, nor forgets a namespace', () => {
    const part = fc.constantFrom('/n', ',', '?', '{', '"', '[', ']', '}', '0', '1-', '"sid":', ':');
    const rest = fc.array(fc.oneof(part, fc.string(), fc.json())).map((parts) => parts.join(''));
    const head = fc.constantFrom('0', '1', '2', '40', '41', '42', '43', '44', '45', '451-', '46');
    fc.assert(
      fc.property(head, rest, (head, rest) => {
        const packet = parsePacket(head + rest);
        if ('namespace' in packet) expect(packet.namespace).toMatch(/^\/[^,?]*$/);
        if (packet.kind === 'open') {
          expect(packet.pings.intervalMs + packet.pings.timeoutMs).toBeGreaterThanOrEqual(40);
        }
      }),
    );
  });

  it('is an event of its name, with any argument in any namespace', () => {
    const namespace = fc.stringMatching(/^\/[\w/-]*$/);
    fc.assert(
      fc.property(namespace, fc.string(), fc.jsonValue(), (namespace, name, argument) => {
        const frame = `42${namespace},${JSON.stringify([name, argument])}`;
        const read = JSON.parse(JSON.stringify(argument)) as unknown;
        const packet = { kind: 'event', namespace, name, argument: read, isBinary: false };
        expect(parsePacket(frame)).toEqual(packet);
      }),
    );
  });
});

describe('what asks to be let in', () => {
  it('is the namespace alone', () => {
    expect(joinFrames('/notifications', 4, 'token=t')).toEqual(['40', '40/notifications']);
  });

  it('carries the query for old servers', () => {
    expect(joinFrames('/notifications', 3, 'token=t,u&applicationId=a')).toEqual([
      '40',
      '40/notifications?token=t%2Cu&applicationId=a,',
    ]);
    expect(joinFrames('/notifications', 3, '')).toEqual(['40', '40/notifications,']);
  });

  it('is but one where the default namespace is meant', () => {
    expect(joinFrames('/', 4, 'token=t')).toEqual(['40']);
  });
});
