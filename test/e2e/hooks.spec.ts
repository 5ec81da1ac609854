import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../../src/shared/ipc.ts';
import { Scripts } from '../support/script.ts';
import { expect, test } from './support/app.ts';
import { goThroughFirstRun } from './support/first-run.ts';

test('a program that the person has chosen is given what its rule decides', async ({
  app,
  simulator,
}) => {
  using scripts = new Scripts();
  const given = join(scripts.dir, 'given');
  const program = scripts.write(
    'note',
    `cat > "${given}.part"; mv "${given}.part" "${given}"; echo noted`,
  );
  await app.launch();
  const window = await app.window();
  await goThroughFirstRun(window, [simulator.drives.finance.name]);
  await app.chooseFile(program);
  const hooks = await window.evaluate(async () => {
    const { drivebell } = globalThis as unknown as { drivebell: Api };
    await drivebell.chooseHookProgram('temporary-files');
    const answer = await drivebell.getSnapshot();
    return answer.ok ? answer.value.hooks : null;
  });
  expect(hooks).toEqual({ 'temporary-files': { kind: 'command', program } });

  simulator.drives.finance.createFile('/Budget/~$Budget.xlsx', { by: 'Adele Vance' });
  await expect.poll(() => existsSync(given)).toBe(true);
  const change: unknown = JSON.parse(readFileSync(given, 'utf8'));
  expect(change).toMatchObject({ kinds: ['created'], name: '~$Budget.xlsx', place: ['Budget'] });
  expect((await app.observed()).toasts).toEqual([]);

  // It may still be running; the window shows what there is when it is asked.
  const runs = () =>
    window.evaluate(async () => {
      const { drivebell } = globalThis as unknown as { drivebell: Api };
      const report = await drivebell.getHookRuns();
      return report.ok ? report.value.runs.length : 0;
    });
  await expect.poll(runs).toBe(1);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByText('Hooks', { exact: true }).click();
  await expect(window.getByText(/· exit code 0/)).toBeVisible();
  await expect(window.getByText('noted')).toBeVisible();
});
