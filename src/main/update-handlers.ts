import { z } from 'zod';
import type { Drivebell } from '../core/drivebell.ts';
import type { Handlers } from './ipc.ts';

const nothing = z.tuple([]);

export function updateHandlers(updates: Drivebell['updates']) {
  return {
    lookForUpdate: { check: nothing, run: () => updates.look() },
    downloadUpdate: { check: nothing, run: () => updates.download() },
    restartToUpdate: { check: nothing, run: () => updates.restart() },
    updateByItself: {
      check: z.tuple([z.boolean()]),
      run: (wanted: boolean) => updates.setAutomatic(wanted),
    },
    openReleases: { check: nothing, run: () => updates.openReleases() },
  } satisfies Partial<Handlers>;
}
