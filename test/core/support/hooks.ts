import type { Ports } from '../../../src/core/ports.ts';

/** A computer on which nothing can be run or chosen. */
export const nothingToRun: Pick<
  Ports,
  'commands' | 'localPost' | 'programChoice' | 'settingsFile' | 'shortcut'
> = {
  commands: { canRun: async () => false, run: async () => ({ how: 'not-started' }) },
  localPost: { post: async () => ({ how: 'not-started' }) },
  programChoice: { choose: async () => null },
  settingsFile: { write: async () => 'cancelled', read: async () => ({ how: 'cancelled' }) },
  shortcut: { set: () => true },
};
