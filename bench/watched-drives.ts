import { setTimeout as delay } from 'node:timers/promises';
import { idsOf, isOf, must, signIn, startDrivebell } from '../test/support/harness.ts';
import type { Client, LiveDrives, Parts } from './drives-client.ts';

/** The core, signed in and told to watch these drives for the first time. */
export async function startWatchedDrives({ cloud, driveIds }: Parts): Promise<Client> {
  const { drivebell } = startDrivebell(cloud);
  await signIn(drivebell);
  const { drives } = must(await drivebell.drives.list());
  const wanted = drives.filter((drive) => driveIds.some((driveId) => isOf(drive, driveId)));
  const watching = drivebell.drives.watch(idsOf(wanted));
  // A wider sign-in may come first, which is no part of it.
  while (drivebell.snapshot().drives.length === 0) await delay(1);
  const begun = performance.now();
  must(await watching);
  const ids = new Map(
    drives.map((drive) => [drive.name, driveIds.find((driveId) => isOf(drive, driveId))]),
  );
  const live = (): LiveDrives => {
    const these = drivebell.snapshot().drives.filter(({ liveness }) => liveness.state === 'live');
    const entries = these.map(({ name, connection }) => [ids.get(name) ?? name, connection?.since]);
    return Object.fromEntries(entries) as LiveDrives;
  };
  return { begun, live };
}
