import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigNewer, KeptConfig } from '../../../src/core/settings/kept-config.ts';
import type { ConfigFile } from '../../../src/core/ports.ts';
import { emptyConfig } from '../../../src/core/settings/settings.ts';
import { config } from '../support/config.ts';
import { heardLog, type HeardLog } from '../support/doubles.ts';

let held: unknown;
/** What the copy before holds. */
let previous: unknown;
let isFull: boolean;
let setAside: unknown[];
let copied: unknown[];
let log: HeardLog;

const file: ConfigFile = {
  load: () => held,
  save: (value) => {
    if (isFull) throw new Error('No space left, says /home/ada.');
    held = value;
  },
  keepCopy: () => {
    if (isFull) throw new Error('No space left, says /home/ada.');
    copied.push(held);
  },
  setAside: () => {
    setAside.push(held);
    held = undefined;
    return previous;
  },
};

beforeEach(() => {
  held = undefined;
  previous = undefined;
  isFull = false;
  setAside = [];
  copied = [];
  log = heardLog();
});

it('begins empty, and sets nothing aside for that', () => {
  const kept = new KeptConfig(file, log);
  expect([kept.value, kept.wasSetAside, setAside]).toEqual([emptyConfig, false, []]);
  expect(kept.wasRead).toBe(false);
});

it('holds what the file holds', () => {
  held = config;
  const kept = new KeptConfig(file, log);
  expect([kept.value, kept.wasRead, setAside]).toEqual([config, true, []]);
});

const unusable: readonly [unknown][] = [
  [{ version: 2 }],
  [{ version: 1, accounts: 7 }],
  ['text'],
  [null],
];

it.each(unusable)('sets aside what it cannot use: %j', (value) => {
  held = value;
  const kept = new KeptConfig(file, log);
  expect([kept.value, kept.wasSetAside, setAside]).toEqual([emptyConfig, true, [value]]);
});

it.each(unusable)('goes on with the copy before: %j', (value) => {
  held = value;
  previous = config;
  const kept = new KeptConfig(file, log);
  expect([kept.value, kept.wasSetAside, setAside]).toEqual([config, true, [value]]);
  expect([kept.wasRead, held]).toEqual([false, config]);
  expect(kept.change({ pausedUntil: 'until-resumed' })).toMatchObject({ ok: true });
  expect(held).toEqual({ ...config, pausedUntil: 'until-resumed' });
});

it.each(unusable)('begins empty where the copy before cannot be used either: %j', (value) => {
  held = null;
  previous = value;
  const kept = new KeptConfig(file, log);
  expect([kept.value, kept.wasSetAside, setAside]).toEqual([emptyConfig, true, [null]]);
});

describe('of a later Drivebell', () => {
  const later = { version: 3, settings: { of: 'tomorrow' } };

  it('is neither read, written nor put aside', () => {
    held = later;
    previous = config;
    expect(() => new KeptConfig(file, log)).toThrow(ConfigNewer);
    expect([held, setAside, copied]).toEqual([later, [], []]);
  });

  it('is left as it is where only the copy of the last save is whole', () => {
    held = null;
    previous = later;
    expect(() => new KeptConfig(file, log)).toThrow(ConfigNewer);
    expect([held, setAside]).toEqual([undefined, [null]]);
  });
});

it('of version 1 is read, and written in the form of today with the next change', () => {
  held = { version: 1, accounts: [], drives: [], pausedUntil: 7 };
  const kept = new KeptConfig(file, log);
  expect([kept.wasRead, kept.wasSetAside]).toEqual([true, false]);
  kept.change({ pausedUntil: null });
  expect([held, setAside]).toEqual([emptyConfig, []]);
});

it('is read at the next start, once the copy before has been written back', () => {
  held = null;
  previous = config;
  expect(new KeptConfig(file, log).wasSetAside).toBe(true);
  const next = new KeptConfig(file, log);
  expect([next.value, next.wasSetAside, next.wasRead]).toEqual([config, false, true]);
});

it('says nothing of what is watched at the start after it was lost', () => {
  held = null;
  expect(new KeptConfig(file, log).wasRead).toBe(false);
  const next = new KeptConfig(file, log);
  expect([next.value, next.wasSetAside, next.wasRead]).toEqual([emptyConfig, false, false]);
});

it('that cannot be read for another reason than its content stays where it is', () => {
  const unread: ConfigFile = {
    ...file,
    load: () => {
      throw new Error('EACCES');
    },
  };
  expect(() => new KeptConfig(unread, log)).toThrow('EACCES');
  expect(setAside).toEqual([]);
});

it('writes every change through', () => {
  const kept = new KeptConfig(file, log);
  expect(kept.change({ pausedUntil: 'until-resumed' })).toEqual({ ok: true, value: undefined });
  expect(kept.change({ drives: config.drives })).toMatchObject({ ok: true });
  expect(held).toEqual({ ...emptyConfig, pausedUntil: 'until-resumed', drives: config.drives });
  expect(new KeptConfig(file, log).value).toEqual(kept.value);
});

it('changes nothing when the file cannot be written, and says so without naming it', () => {
  held = config;
  const kept = new KeptConfig(file, log);
  isFull = true;
  expect(kept.change({ drives: [] })).toEqual({ ok: false, code: 'storage-failed' });
  expect(kept.value).toEqual(config);
  expect(log.events).toEqual(['config-not-saved']);
  expect(log.text()).not.toContain('ada');
});

describe('a file of which some entries cannot be meant', () => {
  const odd = { ...config, drives: [7, ...config.drives] };

  beforeEach(() => {
    held = odd;
  });

  it('is kept as it was, and gone on with without them', () => {
    const kept = new KeptConfig(file, log);
    expect([kept.value, kept.isPart, kept.wasSetAside, kept.isLost]).toEqual([
      config,
      true,
      false,
      false,
    ]);
    expect([copied, held, setAside]).toEqual([[odd], config, []]);
  });

  it('is said once', () => {
    expect(new KeptConfig(file, log).isPart).toBe(true);
    expect(new KeptConfig(file, log).isPart).toBe(false);
    expect(copied).toHaveLength(1);
  });

  it('does not say all of what is watched', () => {
    expect(new KeptConfig(file, log).wasRead).toBe(false);
  });

  it('is written over by nothing before it is kept', () => {
    isFull = true;
    const kept = new KeptConfig(file, log);
    expect([kept.value, held]).toEqual([config, odd]);
    expect(kept.change({ pausedUntil: 7 })).toEqual({ ok: false, code: 'storage-failed' });
    isFull = false;
    expect(kept.change({ pausedUntil: 7 })).toMatchObject({ ok: true });
    expect([copied, held]).toEqual([[odd], { ...config, pausedUntil: 7 }]);
  });
});
