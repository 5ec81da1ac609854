import { join } from 'node:path';
import type { Simulator } from '../../test/simulator/simulator.ts';
import { root } from './root.ts';

/** The environment of an app whose Microsoft is the simulator, and whose browser is played by observe.cjs. */
export function simulatedEnvironment(simulator: Simulator): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE');
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    DRIVEBELL_CLIENT_ID: simulator.clientId,
    DRIVEBELL_AUTHORITY_URL: simulator.origin,
    DRIVEBELL_GRAPH_URL: simulator.origin,
    DRIVEBELL_OBSERVE_SIGN_IN: `${simulator.origin}/_control/sign-in`,
    DRIVEBELL_OBSERVE_ACCOUNT: simulator.accounts.work.username,
  };
}

/** The app's command line, with the file that observes it loaded first. */
export function observedArguments(
  dir: string,
  switches: readonly string[],
  app: string = root,
): string[] {
  const observer = join(root, 'scripts/support/observe.cjs');
  return ['-r', observer, ...switches, `--user-data-dir=${dir}`, app];
}
