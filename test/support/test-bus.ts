import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBroker, createClient, type MessageBus } from 'dbus-native';

/** A session bus of a test's own. */
export interface TestBus extends AsyncDisposable {
  readonly address: string;
  /** As when a session ends, or the bus crashes. */
  stop(): Promise<void>;
}

const dbusDaemon = '/usr/bin/dbus-daemon';
export const hasDbusDaemon = existsSync(dbusDaemon);

export interface Startable {
  readonly name: string;
  readonly command: string;
}

/** A real `dbus-daemon`, and with it names that it can start. */
export async function startDbusDaemon(
  startables: readonly Startable[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<TestBus> {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-bus-'));
  for (const { name, command } of startables) {
    const text = `[D-BUS Service]\nName=${name}\nExec=${command}\n`;
    writeFileSync(join(dir, `${name}.service`), text);
  }
  const config = join(dir, 'bus.conf');
  writeFileSync(config, configuration(dir));
  const daemon = spawn(dbusDaemon, ['--nofork', '--print-address', `--config-file=${config}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...environment },
  });
  const ended = once(daemon, 'exit');
  const [line] = (await once(daemon.stdout, 'data')) as [Buffer];
  const stop = async (): Promise<void> => {
    daemon.kill('SIGKILL');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  return { address: line.toString().trim(), stop, [Symbol.asyncDispose]: stop };
}

function configuration(dir: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${dir}/socket</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${dir}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>`;
}

/** A bus within this process, for computers without `dbus-daemon`. It starts nobody. */
export async function startBroker(): Promise<TestBus> {
  const broker = createBroker();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  broker.listen((error, address) => (error ? reject(error) : resolve(address)));
  const address = await promise;
  const stop = (): Promise<void> => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    broker.close(() => close());
    return closed;
  };
  return { address, stop, [Symbol.asyncDispose]: stop };
}

/** Somebody else on the bus. */
export async function joinBus(address: string): Promise<MessageBus> {
  const client = createClient({ busAddress: address, authMethods: ['EXTERNAL'] });
  client.connection.on('error', () => undefined);
  await client.getId();
  return client;
}
