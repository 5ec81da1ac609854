import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HookDesk } from '../../../src/core/hooks/hook-desk.ts';
import { KeptConfig } from '../../../src/core/settings/kept-config.ts';
import type { RowDecision } from '../../../src/core/notices/decide.ts';
import { usualWishes } from '../../../src/core/notices/wishes.ts';
import { Preferences } from '../../../src/core/settings/preferences.ts';
import { Decisions } from '../../../src/core/store/decisions.ts';
import { config as someConfig } from '../support/config.ts';
import { type HeardLog, handClock, heardLog, openStore } from '../support/doubles.ts';
import { nothingToRun } from '../support/hooks.ts';
import { rule, tellable } from '../support/notices.ts';

let held: unknown;
let config: KeptConfig;
let chosen: () => Promise<string | null>;
let given: string[];
let log: HeardLog;
let desk: HookDesk;
let preferences: Preferences;
const runnable = '/usr/local/bin/tell';

beforeEach(() => {
  const rules = [rule({ ruleId: 'r-1' }), rule({ ruleId: 'r-2' })];
  held = { ...someConfig, wishes: { ...usualWishes, rules } };
  const file = {
    load: () => held,
    save: (value: object) => {
      held = value;
    },
    keepCopy: () => undefined,
    setAside: () => undefined,
  };
  log = heardLog();
  config = new KeptConfig(file, log);
  const store = openStore();
  const clock = handClock();
  chosen = async () => runnable;
  given = [];
  const configure = (patch: Parameters<KeptConfig['change']>[0]) => config.change(patch);
  desk = new HookDesk({
    ...nothingToRun,
    commands: {
      canRun: async (program) => program === runnable,
      run: async (program, input) => {
        given.push(`${program} ${input}`);
        return { how: 'exit', exitCode: 0, output: '' };
      },
    },
    programChoice: { choose: () => chosen() },
    clock,
    log,
    config,
    configure,
    activity: {
      itemPage: (id) => {
        if (id === 13) throw new Error('database is locked');
        return { webUrl: 'https://contoso.sharepoint.com/a', accountId: 'a-1' };
      },
    },
    opener: { safeLink: (link) => link },
  });
  preferences = new Preferences({
    config,
    configure,
    decisions: new Decisions(store.database),
    watches: () => ({ wayUp: () => new Set() }),
    clock,
  });
});

const done = { ok: true, value: undefined };
const refused = (code: string) => ({ ok: false, code });

describe('a program', () => {
  it('is the one that the person has shown', async () => {
    expect(await desk.chooseProgram('r-1')).toEqual(done);
    expect(held).toMatchObject({ hooks: { 'r-1': { kind: 'command', program: runnable } } });
  });

  it('stays when none is shown', async () => {
    await desk.chooseProgram('r-1');
    chosen = async () => null;
    expect(await desk.chooseProgram('r-1')).toEqual(done);
    expect(Object.keys(config.value.hooks)).toEqual(['r-1']);
  });

  it.each(['/usr/share/plain.txt', 'tell', ''])(
    'that cannot be run is refused: %s',
    async (path) => {
      chosen = async () => path;
      expect(await desk.chooseProgram('r-1')).toEqual(refused('program-not-runnable'));
      expect(config.value.hooks).toEqual({});
    },
  );

  it('is asked for by one dialog at a time', async () => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    chosen = () => promise;
    const first = desk.chooseProgram('r-1');
    expect(await desk.chooseProgram('r-2')).toEqual(refused('busy'));
    resolve(runnable);
    expect(await first).toEqual(done);
    chosen = async () => null;
    expect(await desk.chooseProgram('r-2')).toEqual(done);
  });

  it('may be asked for again after a dialog that broke', async () => {
    chosen = () => Promise.reject(new Error('no portal'));
    await expect(desk.chooseProgram('r-1')).rejects.toThrow('no portal');
    chosen = async () => runnable;
    expect(await desk.chooseProgram('r-1')).toEqual(done);
  });
});

describe('a rule that is not there', () => {
  it('gets no hook, and nobody is asked for one', async () => {
    chosen = vi.fn<typeof chosen>();
    expect(await desk.chooseProgram('r-9')).toEqual(refused('not-found'));
    expect(desk.setUrl('r-9', 'http://localhost/')).toEqual(refused('not-found'));
    expect(chosen).not.toHaveBeenCalled();
  });

  it('gets none either when it goes while the person is looking', async () => {
    chosen = async () => {
      preferences.rules.remove('r-1');
      return runnable;
    };
    expect(await desk.chooseProgram('r-1')).toEqual(refused('not-found'));
    expect(config.value.hooks).toEqual({});
  });

  it('takes its hook with it, and no other', () => {
    desk.setUrl('r-1', 'http://localhost:1/');
    desk.setUrl('r-2', 'http://localhost:2/');
    preferences.rules.remove('r-1');
    expect(config.value.hooks).toEqual({ 'r-2': { kind: 'post', url: 'http://localhost:2/' } });
  });
});

describe('an address', () => {
  it('is kept as it will be asked for, in place of a program', async () => {
    await desk.chooseProgram('r-1');
    expect(desk.setUrl('r-1', ' HTTP://Localhost:8080 ')).toEqual(done);
    expect(config.value.hooks).toEqual({ 'r-1': { kind: 'post', url: 'http://localhost:8080/' } });
  });

  it.each(['', 'http://evil.example/', 'http://user@localhost/'])('%j is refused', (url) => {
    expect(desk.setUrl('r-1', url)).toEqual(refused('address-not-local'));
    expect(config.value.hooks).toEqual({});
  });
});

it('is removed alone, once or twice', () => {
  desk.setUrl('r-1', 'http://localhost:1/');
  desk.setUrl('r-2', 'http://localhost:2/');
  expect([desk.remove('r-1'), desk.remove('r-1'), desk.remove('r-9')]).toEqual([done, done, done]);
  expect(Object.keys(config.value.hooks)).toEqual(['r-2']);
});

describe('what a rule has decided', () => {
  const outcomes = ['told', 'listed', 'ignored', 'held'] as const;

  function decision(rowId: number, ruleId: string | null, outcome: RowDecision['outcome']) {
    return { rowId, ruleId, outcome, silence: null };
  }

  it('runs its hook, whatever the rule wants; what others decide does not', async () => {
    await desk.chooseProgram('r-1');
    const rows = [1, 2, 3, 4, 5, 6].map((id) => tellable({ id, name: `${id}.txt` }));
    desk.decided(rows, [
      ...outcomes.map((outcome, index) => decision(index + 1, 'r-1', outcome)),
      decision(5, 'r-2', 'told'),
      decision(6, null, 'told'),
    ]);
    await vi.waitUntil(() => given.length === 4);
    const names = given.map((text) => /"name":"(.*?)"/.exec(text)?.[1]);
    expect(names).toEqual(['1.txt', '2.txt', '3.txt', '4.txt']);
    expect(given[0]).toContain('"webUrl":"https://contoso.sharepoint.com/a"');
    expect(desk.report()).toMatchObject({ ok: true, value: { letGo: 0 } });
    desk.stop();
  });

  it('has no page where there is none', async () => {
    await desk.chooseProgram('r-1');
    desk.decided([tellable({ canOpen: false })], [decision(1, 'r-1', 'told')]);
    await vi.waitUntil(() => given.length === 1);
    expect(given[0]).toContain('"webUrl":null');
    desk.stop();
  });

  it('is told though nothing can be run', async () => {
    await desk.chooseProgram('r-1');
    desk.decided([tellable({ id: 13 })], [decision(13, 'r-1', 'told')]);
    expect(log.events).toEqual(['hooks-not-run']);
  });
});
