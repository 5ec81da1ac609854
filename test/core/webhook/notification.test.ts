import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveriesIn } from '../../../src/core/webhook/notification.ts';

const read = (value: unknown): ReturnType<typeof deliveriesIn> =>
  deliveriesIn(Buffer.from(JSON.stringify(value)));

const entry = { subscriptionId: 's-1', clientState: 'secret' };

describe('a body', () => {
  it('with several values is several deliveries', () => {
    const life = { ...entry, subscriptionId: 's-2', lifecycleEvent: 'reauthorizationRequired' };
    expect(
      read({ value: [{ ...entry, changeType: 'updated', resourceData: null }, life] }),
    ).toEqual({
      deliveries: [
        { ...entry, what: 'changed' },
        { subscriptionId: 's-2', clientState: 'secret', what: 'reauthorizationRequired' },
      ],
      strange: 0,
    });
  });

  it('in OneDrive’s older form is understood', () => {
    const older = { ...entry, expirationDateTime: '2026-01-01', userId: 'u', resource: 'r' };
    expect(read({ value: [older] }).deliveries).toEqual([{ ...entry, what: 'changed' }]);
  });

  it.each(['missed', 'subscriptionRemoved'])('says %s', (lifecycleEvent) => {
    const { deliveries } = read({ value: [{ ...entry, lifecycleEvent }] });
    expect(deliveries).toEqual([{ ...entry, what: lifecycleEvent }]);
  });

  it.each([
    ['without a secret', { subscriptionId: 's-1' }],
    ['with no secret', { ...entry, clientState: null }],
    ['with an endless secret', { ...entry, clientState: 'x'.repeat(301) }],
    ['of an unknown event', { ...entry, lifecycleEvent: 'somethingNew' }],
    ['that is no object', 7],
  ])('%s is strange, and leaves the others', (_how, strange) => {
    const read1 = read({ value: [strange, entry] });
    expect(read1).toEqual({ deliveries: [{ ...entry, what: 'changed' }], strange: 1 });
  });

  it('may say very much at once', () => {
    expect(read({ value: Array.from({ length: 2400 }, () => entry) }).deliveries).toHaveLength(
      2400,
    );
  });

  it.each([[null], [[]], [{}], [{ value: {} }]])('that is none is strange', (value) => {
    expect(read(value)).toEqual({ deliveries: [], strange: 1 });
  });
});

it('no body breaks it, and none is believed without id and secret', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        for (const one of deliveriesIn(bytes).deliveries)
          expect([one.subscriptionId.length > 0, one.clientState.length > 0]).toEqual([true, true]);
      },
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constant(entry))), (value) => {
      const { deliveries, strange } = read({ value });
      expect(deliveries.length + strange).toBe(value.length);
    }),
  );
});
