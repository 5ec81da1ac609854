import { parseArgs } from 'node:util';
import { Simulator } from './simulator.ts';

const usage =
  'usage: npx node test/simulator/cli.ts [--port N] [--push-port N] [--seed N] [--client-id ID] [--libraries N]';

function readArguments() {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      port: string,
      'push-port': string,
      seed: string,
      'client-id': string,
      libraries: string,
    },
  });
  const number = (name: 'port' | 'push-port' | 'seed' | 'libraries', most: number) => {
    const text = values[name];
    if (text === undefined) return undefined;
    if (!/^\d+$/.test(text) || Number(text) > most) throw new Error(`--${name} takes a number`);
    return Number(text);
  };
  return {
    port: number('port', 65_535),
    pushPort: number('push-port', 65_535),
    seed: number('seed', 4_294_967_295),
    clientId: values['client-id'],
    moreLibraries: number('libraries', 2_000),
  };
}

async function main(): Promise<void> {
  let options;
  try {
    options = readArguments();
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    console.error(`${line} (${usage})`);
    process.exitCode = 2;
    return;
  }
  const simulator = await Simulator.start(options);
  const { origin, pushOrigin, clientId } = simulator;
  const accounts = Object.values(simulator.accounts).map(({ username }) => username);
  const drives = Object.values(simulator.drives).map(({ key, id, name }) => ({ key, id, name }));
  console.log(JSON.stringify({ origin, pushOrigin, clientId, accounts, drives }));
  const end = () => void simulator.stop();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

await main();
