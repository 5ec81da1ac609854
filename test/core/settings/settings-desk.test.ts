import { beforeEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/core/notices/rules.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import type { Config } from '../../../src/core/settings/settings.ts';
import { SettingsDesk } from '../../../src/core/settings/settings-desk.ts';
import { config } from '../support/config.ts';

const rule: Rule = {
  ruleId: 'r-1',
  origin: 'person',
  isOn: true,
  watchId: 'w-1',
  within: { itemId: 'i-1', name: 'Plans' },
  pattern: '*.xlsx',
  person: null,
  kinds: ['edited'],
  isMineOnly: false,
  action: 'list',
  until: null,
};
const hook = { kind: 'command', program: '/usr/bin/tell' } as const;
const mine: Config = {
  ...config,
  theme: 'dark',
  language: 'de',
  tellsOwn: true,
  shortcut: 'Control+Alt+D',
  clientIds: { global: 'my-client-id' },
  wishes: { ...usualWishes, rules: [rule], isPrivate: true },
  hooks: { 'r-1': hook },
};

let kept: { value: Config };
let file: string | null;
let isBroken: boolean;
let desk: SettingsDesk;

beforeEach(() => {
  kept = { value: mine };
  file = null;
  isBroken = false;
  desk = new SettingsDesk({
    settingsFile: {
      write: async (text) => {
        if (isBroken) return 'failed';
        file = text;
        return 'done';
      },
      read: async () => {
        if (isBroken) return { how: 'failed' };
        return file === null ? { how: 'cancelled' } : { how: 'done', text: file };
      },
    },
    config: kept,
    configure: (patch) => {
      kept.value = { ...kept.value, ...patch };
      return { ok: true, value: undefined };
    },
  });
});

const taken = { ok: true, value: true } as const;

describe('what is exported', () => {
  it('is settings and rules, and neither accounts, drives, programs nor client IDs', async () => {
    expect(await desk.export()).toEqual(taken);
    expect(JSON.parse(file ?? '')).toMatchObject({ theme: 'dark', wishes: { rules: [rule] } });
    for (const secret of ['my-client-id', 'contoso.com', 'b!1', '/usr/bin/tell', 'home']) {
      expect(file).not.toContain(secret);
    }
  });

  it('comes back as it was, on another computer too', async () => {
    await desk.export();
    kept.value = config;
    expect(await desk.import()).toEqual(taken);
    const { theme, language, tellsOwn, wishes, accounts, drives, shortcut } = kept.value;
    expect({ theme, language, tellsOwn }).toEqual({
      theme: 'dark',
      language: 'de',
      tellsOwn: true,
    });
    expect(wishes).toMatchObject({
      isPrivate: true,
      rules: [{ ...rule, ruleId: expect.any(String) }],
    });
    expect({ accounts, drives, shortcut }).toEqual({ ...pick(config) });
  });

  it('leaves nothing behind where it cannot be written', async () => {
    isBroken = true;
    expect(await desk.export()).toEqual({ ok: false, code: 'file-not-written' });
  });
});

const pick = ({ accounts, drives, shortcut }: Config) => ({ accounts, drives, shortcut });

describe('an import', () => {
  it('keeps a hook with the same rule', async () => {
    await desk.export();
    await desk.import();
    expect(kept.value.wishes.rules).toEqual([rule]);
    expect(kept.value.hooks).toEqual({ 'r-1': hook });
  });

  it('takes a file as some editors save it', async () => {
    await desk.export();
    file = `\uFEFF${file}`;
    expect(await desk.import()).toEqual(taken);
  });

  it('leads no program to other changes', async () => {
    await desk.export();
    file = (file ?? '').replace('*.xlsx', '*');
    await desk.import();
    expect(kept.value.wishes.rules).toMatchObject([{ pattern: '*' }]);
    expect(kept.value.hooks).toEqual({});
  });

  it('tells rules with the same id apart', async () => {
    const twice = { ...mine, wishes: { ...mine.wishes, rules: [rule, rule] } };
    kept.value = twice;
    await desk.export();
    await desk.import();
    const ids = kept.value.wishes.rules.map(({ ruleId }) => ruleId);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['something else', '{"name":"x"}'],
    ['a list', '[]'],
    ['a later version', JSON.stringify({ drivebell: 'settings', version: 2 })],
    ['far too much', ' '.repeat(2 * 1024 * 1024)],
  ])('of %s changes nothing', async (_name, text) => {
    file = text;
    expect(await desk.import()).toEqual({ ok: false, code: 'file-not-settings' });
    expect(kept.value).toBe(mine);
  });

  it('of a file with one bad rule changes nothing', async () => {
    await desk.export();
    file = (file ?? '').replace('"list"', '"shout"');
    expect(await desk.import()).toEqual({ ok: false, code: 'file-not-settings' });
    expect(kept.value).toBe(mine);
  });

  it.each([1e300, 8.7e15, -1])('of a rule that ends at %d changes nothing', async (until) => {
    await desk.export();
    file = (file ?? '').replace('"until": null', `"until": ${until}`);
    expect(await desk.import()).toEqual({ ok: false, code: 'file-not-settings' });
    expect(kept.value).toBe(mine);
  });

  it('of a file that cannot be read, or that nobody has shown, changes nothing', async () => {
    expect(await desk.import()).toEqual({ ok: true, value: false });
    isBroken = true;
    expect(await desk.import()).toEqual({ ok: false, code: 'file-not-read' });
    expect(kept.value).toBe(mine);
  });

  it('goes on alone', async () => {
    const first = desk.import();
    expect(await desk.export()).toEqual({ ok: false, code: 'busy' });
    await first;
    expect(await desk.export()).toEqual(taken);
  });
});

it('the size of the window is kept only when it is another', () => {
  const size = { width: 700, height: 500, isMaximized: false };
  desk.keepWindowSize(size);
  expect(desk.windowSize).toEqual(size);
  const before = kept.value;
  desk.keepWindowSize({ ...size });
  expect(kept.value).toBe(before);
});

describe('zooming', () => {
  it('goes in steps, as far as anything can be read, and back', () => {
    expect([desk.zoom('in'), desk.zoom('in'), desk.zoomLevel]).toEqual([0.5, 1, 1]);
    for (let n = 0; n < 20; n += 1) desk.zoom('in');
    expect(desk.zoomLevel).toBe(5);
    for (let n = 0; n < 30; n += 1) desk.zoom('out');
    expect([desk.zoomLevel, desk.zoom('reset')]).toEqual([-3, 0]);
  });
});
