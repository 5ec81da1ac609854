import { expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import { signInAndWatch, startDrivebell, until } from '../../support/harness.ts';

test('a toast leads to its item, after a restart too', async () => {
  await using simulator = await Simulator.start();
  using first = startDrivebell(simulator);
  await signInAndWatch(first, simulator, ['finance']);
  const [path = ''] = simulator.drives.finance.paths('file');
  const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
  await until(() => first.notices.length === 1);
  const id = first.notices[0]?.noticeId ?? '';
  first.opened.length = 0;
  expect(await first.drivebell.answers.answer(id, 'open')).toBe('done');
  expect(first.opened).toHaveLength(1);

  using second = first.restart();
  expect(await second.drivebell.answers.answer(id, 'open')).toBe('done');
  expect(second.opened.at(-1)).toContain(encodeURIComponent(changed.name));
  for (const unknown of ['n-99999', 'n-', 'n-1 OR 1', 's-1', 'l-1', '']) {
    expect(await second.drivebell.answers.answer(unknown, 'open')).toBe('show-window');
  }
});

test('a toast of a file saved again leads to it, and mutes its folder, after a restart too', async () => {
  await using simulator = await Simulator.start();
  using first = startDrivebell(simulator);
  await signInAndWatch(first, simulator, ['finance']);
  const path = '/Budget/Budget.xlsx';
  for (let times = 1; times <= 3; times += 1) {
    simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await until(() => first.notices.at(-1)?.changes[0]?.times === times);
  }
  const [notice] = first.notices;
  const id = notice?.noticeId ?? '';
  using second = first.restart();
  expect(await second.drivebell.answers.answer(id, 'open')).toBe('done');
  expect(second.opened.at(-1)).toContain(encodeURIComponent(notice?.changes[0]?.name ?? '?'));
  expect(await second.drivebell.answers.answer(id, 'mute')).toBe('done');
  expect(second.drivebell.snapshot().rules[0]).toMatchObject({
    origin: 'mute',
    within: 'Budget',
  });
});

test('a toast of several changes leads to the list', async () => {
  await using simulator = await Simulator.start();
  using harness = startDrivebell(simulator);
  await signInAndWatch(harness, simulator, ['finance']);
  const [one = '', other = ''] = simulator.drives.finance.paths('file');
  simulator.drives.finance.edit(one, { by: 'Adele Vance' });
  await until(() => harness.notices.length === 1);
  simulator.drives.finance.edit(other, { by: 'Adele Vance' });
  await until(() => harness.notices.length === 2);
  const id = harness.notices[1]?.noticeId ?? '';
  expect(await harness.drivebell.answers.answer(id, 'open')).toBe('show-window');
  using again = harness.restart();
  expect(await again.drivebell.answers.answer(id, 'open')).toBe('show-window');
});
