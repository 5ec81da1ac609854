import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { Drivebell } from '../../src/core/drivebell.ts';
import { globalCloud } from '../../src/core/hosts.ts';
import type { Notice } from '../../src/core/notices.ts';
import type { Log, Net, Ports, SecretFile } from '../../src/core/ports.ts';
import type { Outcome } from '../../src/shared/ipc.ts';
import { chooseAccount } from '../simulator/browser.ts';
import type { DriveKey, Simulator } from '../simulator/simulator.ts';

/** What of the simulator a client needs to know: it may run in another process. */
export interface Cloud {
  readonly origin: string;
  readonly clientId: string;
  readonly accounts: { readonly work: Pick<Simulator['accounts']['work'], 'username'> };
  readonly drives: Readonly<Record<DriveKey, { readonly id: string }>>;
}

/** A running product in plain Node, on real sockets; Microsoft is the cloud. */
export interface Harness extends Disposable {
  readonly drivebell: Drivebell;
  readonly notices: Notice[];
  readonly logged: string[];
  readonly opened: string[];
  resume(): void;
  /** Ends this one and starts another on the same files, as after a crash. */
  restart(): Harness;
}

const stateLimitMs = 20_000;

interface Disk {
  readonly dir: string;
  config: unknown;
  secret: string | null;
}

export interface HarnessOptions {
  /** Who signs in in the browser, one after the other; `nobody`: it stays open. */
  readonly accounts?: readonly string[];
  readonly clientId?: string;
  readonly net?: Partial<Net>;
  readonly onNotice?: () => void;
}

export function startDrivebell(cloud: Cloud, options: HarnessOptions = {}): Harness {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-'));
  return start(cloud, options, { dir, config: undefined, secret: null });
}

function start(cloud: Cloud, options: HarnessOptions, disk: Disk): Harness {
  const notices: Notice[] = [];
  const logged: string[] = [];
  const opened: string[] = [];
  let signIns = 0;
  const resumes = new Set<() => void>();
  const ports: Ports = {
    net: { ...nodeNet(cloud), ...options.net },
    configFile: {
      load: () => structuredClone(disk.config),
      save: (value) => {
        disk.config = structuredClone(value);
      },
      setAside: () => {
        disk.config = undefined;
      },
    },
    secretFile: memoryFile(disk),
    notifier: {
      show: (notice) => {
        notices.push(notice);
        options.onNotice?.();
      },
      close: () => undefined,
    },
    browser: {
      open: async (url) => {
        opened.push(url);
        if (!url.startsWith(globalCloud.login)) return true;
        const { accounts = [cloud.accounts.work.username] } = options;
        const account = accounts[signIns] ?? accounts.at(-1) ?? 'nobody';
        signIns += 1;
        if (account === 'nobody') return true;
        const asked = new URL(url.replace(globalCloud.login, cloud.origin));
        // The person is free to answer with any account, whoever was hinted at.
        asked.searchParams.delete('login_hint');
        void chooseAccount(asked.href, account);
        return true;
      },
    },
    power: {
      onResume: (listener) => {
        resumes.add(listener);
        return () => resumes.delete(listener);
      },
    },
    clock: { now: () => Date.now() },
    log: memoryLog(logged, 'app'),
  };
  const drivebell = new Drivebell({
    ports,
    hosts: {
      ...globalCloud,
      graphLinks: [globalCloud.graph, cloud.origin],
      loopbackPush: true,
    },
    clientId: options.clientId ?? cloud.clientId,
    pages: { signedIn: '<p>signed in</p>', notSignedIn: '<p>not signed in</p>' },
    databasePath: join(disk.dir, 'drivebell.db'),
    version: '0.0.0',
  });
  drivebell.start();
  return {
    drivebell,
    notices,
    logged,
    opened,
    resume: () => {
      for (const listener of resumes) listener();
    },
    restart: () => {
      drivebell.stop();
      return start(cloud, options, disk);
    },
    [Symbol.dispose]: () => {
      drivebell.stop();
      rmSync(disk.dir, { recursive: true, force: true });
    },
  };
}

function nodeNet(cloud: Cloud): Net {
  const mapped = (url: string): string =>
    url.replace(globalCloud.login, cloud.origin).replace(globalCloud.graph, cloud.origin);
  return {
    fetch: (url, init) => fetch(mapped(url), { ...init, redirect: 'error' }),
    connect: (url) => new WebSocket(url),
  };
}

function memoryFile(disk: Disk): SecretFile {
  return {
    load: async () =>
      disk.secret === null ? { ok: false, code: 'absent' } : { ok: true, text: disk.secret },
    save: async (text) => {
      disk.secret = text;
      return 'saved';
    },
  };
}

function memoryLog(lines: string[], part: string): Log {
  const write: Log['info'] = (event, details) => {
    lines.push(`${part} ${event} ${JSON.stringify(details ?? {})}`);
  };
  return { info: write, warn: write, child: (name) => memoryLog(lines, `${part}/${name}`) };
}

/** Through the first run: signs in, watches these drives, waits until all are live. */
export async function signInAndWatch(
  { drivebell }: Harness,
  cloud: Cloud,
  keys: readonly DriveKey[],
): Promise<void> {
  await signIn(drivebell);
  const choices = must(await drivebell.listDrives());
  const ids = new Set(keys.map((key) => cloud.drives[key].id));
  must(await drivebell.watchDrives(choices.filter((choice) => ids.has(choice.driveId))));
  await untilState(drivebell, 'live');
}

export async function signIn(drivebell: Drivebell): Promise<void> {
  must(drivebell.signIn(null));
  await until(() => drivebell.snapshot().signIn.state !== 'waiting');
}

export async function untilState(
  drivebell: Drivebell,
  state: ReturnType<Drivebell['snapshot']>['liveness']['state'],
): Promise<void> {
  await until(
    () => drivebell.snapshot().drives.length > 0 && drivebell.snapshot().liveness.state === state,
    () => JSON.stringify(drivebell.snapshot().drives.map((drive) => drive.liveness)),
  );
}

/** Waits for a state; never for a time. */
export async function until(isSo: () => boolean, describe: () => string = () => ''): Promise<void> {
  const limit = performance.now() + stateLimitMs;
  while (!isSo()) {
    if (performance.now() > limit) throw new Error(`Not reached: ${isSo.toString()} ${describe()}`);
    await delay(3);
  }
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.value;
}
