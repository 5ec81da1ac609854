import { describe, expect, test } from 'vitest';
import { Simulator } from '../../simulator/simulator.ts';
import {
  idsOf,
  must,
  signIn,
  signInAndWatch,
  startDrivebell,
  until,
  untilState,
} from '../../support/harness.ts';

describe('the main job', () => {
  test('from the first sign-in to being told who changed what, where', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['onedrive', 'finance', 'product']);
    expect(harness.notices).toEqual([]);

    const [path = ''] = simulator.drives.finance.paths('file');
    const changed = simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await until(() => harness.notices.length > 0);

    expect(harness.notices[0]).toMatchObject({
      drives: [{ driveName: simulator.drives.finance.name }],
      count: 1,
    });
    expect(harness.notices[0]?.changes[0]).toMatchObject({
      kinds: ['edited'],
      name: changed.name,
      actor: 'Adele Vance',
      own: false,
      place: changed.path.split('/').slice(1, -1),
    });
    expect(harness.drivebell.snapshot().unread).toBe(1);
  });

  test('own changes are recorded and not told', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const [path = ''] = simulator.drives.finance.paths('file');
    simulator.drives.finance.edit(path, { by: simulator.accounts.work.name });
    const rows = () => must(harness.drivebell.history.page(null, 10)).rows;
    await until(() => rows().length > 0);
    expect(rows()[0]).toMatchObject({ own: true, read: true });
    expect(harness.notices).toEqual([]);
  });

  test('a deletion is told with the person, where Microsoft says who', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const [one = '', other = ''] = simulator.drives.finance.paths('file');
    const rows = () => must(harness.drivebell.history.page(null, 10)).rows;
    simulator.drives.finance.delete(one, { by: simulator.accounts.work.name });
    await until(() => rows()[0]?.own === true);
    expect(rows()).toMatchObject([{ kinds: ['deleted'], actor: 'Megan Bowen', read: true }]);
    simulator.drives.finance.delete(other, { by: 'Adele Vance' });
    await until(() => harness.notices.length > 0);
    expect(harness.notices).toMatchObject([
      { count: 1, actors: ['Adele Vance'], changes: [{ kinds: ['deleted'], own: false }] },
    ]);
  });

  test('every kind of change is told by its name', async () => {
    await using simulator = await Simulator.start({ knobs: { duplicates: true, doubleEvents: 1 } });
    using harness = startDrivebell(simulator);
    await signInAndWatch(harness, simulator, ['finance']);
    const { finance } = simulator.drives;
    const rows = () => must(harness.drivebell.history.page(null, 50)).rows;
    const next = async (count: number) => {
      await until(() => rows().length === count);
      return rows()[0];
    };
    const folder = finance.createFolder('/New folder', { by: 'Adele Vance' });
    expect(await next(1)).toMatchObject({ kinds: ['created'], itemKind: 'folder', place: [] });
    const file = finance.createFile('/New folder/Plan.xlsx', { by: 'Adele Vance' });
    expect(await next(2)).toMatchObject({ kinds: ['created'], place: ['New folder'] });
    finance.rename(file.itemId, 'Plan 2.xlsx', { by: 'Diego Siciliani' });
    expect(await next(3)).toMatchObject({ name: 'Plan 2.xlsx', oldName: 'Plan.xlsx' });
    expect(rows()[0]?.kinds).toContain('renamed');
    finance.rename(folder.itemId, 'Old folder', { by: 'Adele Vance' });
    expect(await next(4)).toMatchObject({ kinds: ['renamed'], oldName: 'New folder' });
    finance.edit(file.itemId, { by: 'Adele Vance' });
    expect(await next(5)).toMatchObject({ kinds: ['edited'], place: ['Old folder'] });
    finance.move(file.itemId, '/', { by: 'Adele Vance' });
    expect(await next(6)).toMatchObject({ place: [], oldPlace: ['Old folder'] });
    finance.delete(file.itemId, { by: 'Adele Vance' });
    expect(await next(7)).toMatchObject({ kinds: ['deleted'], name: 'Plan 2.xlsx' });
    await until(() => rows()[0]?.actor === 'Adele Vance');
    finance.touch(folder.itemId, { by: 'Adele Vance' });
    finance.createFile('/Old folder/Last.docx', { by: 'Adele Vance' });
    expect(await next(8)).toMatchObject({ name: 'Last.docx', place: ['Old folder'] });
    finance.delete(folder.itemId, { by: 'Adele Vance' });
    expect(await next(9)).toMatchObject({ kinds: ['deleted'], descendants: 1 });
  });

  test('a restart keeps account and drives, tells what happened meanwhile, and asks nobody', async () => {
    await using simulator = await Simulator.start();
    using first = startDrivebell(simulator);
    await signInAndWatch(first, simulator, ['finance']);
    const signIns = first.opened.length;
    using second = first.restart();
    const [path = ''] = simulator.drives.finance.paths('file');
    simulator.drives.finance.edit(path, { by: 'Adele Vance' });
    await until(() => second.notices.length > 0);
    await untilState(second.drivebell, 'live');
    expect(signIns).toBeGreaterThan(0);
    expect(second.opened).toEqual([]);
    expect(second.notices).toHaveLength(1);
  });

  test('a personal account watches its own drive', async () => {
    await using simulator = await Simulator.start();
    using harness = startDrivebell(simulator, { accounts: [simulator.accounts.personal.username] });
    await signIn(harness.drivebell);
    const { drives: choices } = must(await harness.drivebell.drives.list());
    expect(choices.map((choice) => choice.kind)).toEqual(['personal']);
    must(await harness.drivebell.drives.watch(idsOf(choices)));
    await untilState(harness.drivebell, 'live');
    const [path = ''] = simulator.drives.personal.paths('file');
    simulator.drives.personal.edit(path);
    await until(() => harness.notices.length === 1);
  });
});
