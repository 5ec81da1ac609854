import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../../src/shared/ipc.ts';
import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';
import { logged, secretsIn } from './support/secrets.ts';

test('check 14: nothing secret is written down or said', async ({ app, simulator }) => {
  await app.launch({ DRIVEBELL_OBSERVE_MESSAGES: '1' });
  const window = await app.window();
  await goThroughFirstRun(window, [simulator.drives.finance.name]);
  const [path = ''] = simulator.drives.finance.paths('file');
  const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
  await expect(window.getByText(changed.name).first()).toBeVisible();
  const pushed = await window.evaluate(async () => {
    const { drivebell } = globalThis as unknown as { drivebell: Api };
    return JSON.stringify([
      await drivebell.getSnapshot(),
      await drivebell.getActivity({
        before: null,
        limit: 50,
        text: '',
        kinds: [],
        drives: [],
        person: null,
        unreadOnly: false,
        between: null,
      }),
    ]);
  });
  const told = await app.told();
  expect(told.length).toBeGreaterThan(5);
  await app.close();

  const log = logged(app.dir);
  expect(log).toContain('started');
  for (const name of [changed.name, 'Adele', simulator.accounts.work.username]) {
    expect(log).not.toContain(name);
  }
  const kept = readdirSync(app.dir)
    .filter((name) => /^(config|tokens|drivebell)/.test(name))
    .map((name) => readFileSync(join(app.dir, name), 'latin1'));
  expect(kept.length).toBeGreaterThanOrEqual(3);
  expect(kept.find((text) => text.includes('"backend"'))).toMatch(
    /^\{"v":1,"backend":"\w+","data":"[\w+/=]+","check":"[\w+/=]+"\}$/,
  );
  expect(simulator.entra.secrets.length).toBeGreaterThan(2);
  for (const text of [app.said, log, pushed, ...told, ...kept]) {
    expect(secretsIn(text, simulator)).toEqual([]);
  }
});
