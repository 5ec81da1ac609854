import { beforeEach, expect, it } from 'vitest';
import { ShortcutDesk } from '../../../src/core/desktop/shortcut-desk.ts';
import { config } from '../support/config.ts';

const done = { ok: true, value: undefined } as const;
const notSaved = { ok: false, code: 'storage-failed' } as const;

let kept: { value: typeof config };
/** What the system watches for. */
let watched: string | null;
let othersHave: readonly string[];
let saves: typeof done | typeof notSaved;
let isTaken: boolean | null;
let desk: ShortcutDesk;

beforeEach(() => {
  kept = { value: { ...config, shortcut: null } };
  watched = null;
  othersHave = ['Control+Alt+T'];
  saves = done;
  isTaken = null;
  desk = new ShortcutDesk({
    shortcut: {
      set: (keys) => {
        if (keys !== null && othersHave.includes(keys)) return false;
        watched = keys;
        return true;
      },
    },
    config: kept,
    configure: (patch) => {
      if (saves.ok) kept.value = { ...kept.value, ...patch };
      return saves;
    },
    onTaken: (is) => (isTaken = is),
  });
});

it('is taken and kept, and given up', () => {
  expect(desk.set('Control+Alt+D')).toEqual(done);
  expect([watched, kept.value.shortcut]).toEqual(['Control+Alt+D', 'Control+Alt+D']);
  expect(desk.set(null)).toEqual(done);
  expect([watched, kept.value.shortcut]).toEqual([null, null]);
});

it('stays as it was where another program has the new one', () => {
  desk.set('Control+Alt+D');
  expect(desk.set('Control+Alt+T')).toEqual({ ok: false, code: 'shortcut-taken' });
  expect([watched, kept.value.shortcut]).toEqual(['Control+Alt+D', 'Control+Alt+D']);
});

it('stays as it was where the new one is no shortcut', () => {
  desk.set('Control+Alt+D');
  expect(desk.set('D')).toEqual({ ok: false, code: 'shortcut-unusable' });
  expect(watched).toBe('Control+Alt+D');
});

it('stays as it was where the new one cannot be kept', () => {
  desk.set('Control+Alt+D');
  saves = notSaved;
  expect(desk.set('Control+Alt+E')).toEqual(notSaved);
  expect([watched, kept.value.shortcut]).toEqual(['Control+Alt+D', 'Control+Alt+D']);
});

it('is taken at the start, and told where another program has it by now', () => {
  kept.value = { ...config, shortcut: 'Control+Alt+D' };
  desk.start();
  expect([watched, isTaken]).toEqual(['Control+Alt+D', false]);
  kept.value = { ...config, shortcut: 'Control+Alt+T' };
  desk.start();
  expect(isTaken).toBe(true);
  desk.set(null);
  expect(isTaken).toBe(false);
});
