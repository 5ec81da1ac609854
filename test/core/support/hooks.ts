import type { Ports } from '../../../src/core/ports.ts';

/** A computer on which nothing can be run. */
export const nothingToRun: Pick<Ports, 'commands' | 'localPost' | 'programChoice'> = {
  commands: { canRun: async () => false, run: async () => ({ how: 'not-started' }) },
  localPost: { post: async () => ({ how: 'not-started' }) },
  programChoice: { choose: async () => null },
};
