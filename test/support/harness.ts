import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { Drivebell } from '../../src/core/drivebell.ts';
import { type Clouds, clouds } from '../../src/core/clouds.ts';
import { watchIdOf } from '../../src/core/ids.ts';
import type { Alarm } from '../../src/core/notices/alarm.ts';
import type { Notice } from '../../src/core/notices/notice.ts';
import type {
  Clock,
  Log,
  Net,
  Ports,
  SecretFile,
  SecretSave,
  Updater,
} from '../../src/core/ports.ts';
import type { Outcome } from '../../src/shared/ipc.ts';
import type { DriveChoice } from '../../src/shared/finding.ts';
import type { SignInAsk } from '../../src/shared/snapshot.ts';
import { systemCommands } from '../../src/main/commands.ts';
import { noUpdater } from '../core/support/updates.ts';
import { loopbackPost } from '../../src/main/local-post.ts';
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
  readonly copied: string[];
  /** Who was asked to sign in again, by a toast. */
  readonly signInToasts: string[];
  readonly alarms: readonly Alarm[];
  /** The ids of toasts that were taken back. */
  readonly closed: readonly string[];
  /** The ids of toasts about anything but changes and sign-ins. */
  readonly otherToasts: string[];
  /** What Entra was asked for tokens with. */
  readonly tokenAsks: URLSearchParams[];
  readonly disk: Disk;
  resume(): void;
  /** Ends this one and starts another on the same files, as after a crash. */
  restart(): Harness;
}

const stateLimitMs = 20_000;

/** What outlives a restart. */
interface Disk {
  readonly dir: string;
  config: unknown;
  secret: string | null;
  /** How the key store is: what a load, and what a save, comes to. */
  locked: boolean;
  keeps: SecretSave;
}

export interface HarnessOptions {
  /** Who signs in in the browser, one after the other; `nobody`: it stays open. */
  readonly accounts?: readonly string[];
  readonly clientId?: string;
  readonly net?: Partial<Net>;
  readonly clock?: Clock;
  /** Instead of one in memory; made anew at each restart. */
  readonly secretFile?: () => SecretFile;
  /** Told of every URL asked for, before another is put in its place. */
  readonly onAsk?: (url: string) => void;
  readonly onNotice?: () => void;
  /** Asked for whatever is none of Microsoft's. */
  readonly elsewhere?: typeof fetch;
  /** What the person chooses when asked for a program. */
  readonly program?: () => string;
  /** This Drivebell updates itself by it, and nobody has touched the computer for an hour. */
  readonly updater?: Updater;
}

export function startDrivebell(cloud: Cloud, options: HarnessOptions = {}): Harness {
  const dir = mkdtempSync(join(tmpdir(), 'drivebell-'));
  return start(cloud, options, {
    dir,
    config: undefined,
    secret: null,
    locked: false,
    keeps: 'saved',
  });
}

function start(cloud: Cloud, options: HarnessOptions, disk: Disk): Harness {
  const notices: Notice[] = [];
  const logged: string[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const alarms: Alarm[] = [];
  const signInToasts: string[] = [];
  const otherToasts: string[] = [];
  const closed: string[] = [];
  const tokenAsks: URLSearchParams[] = [];
  let signIns = 0;
  const resumes = new Set<() => void>();
  const ports: Ports = {
    net: { ...nodeNet(cloud, tokenAsks, options), ...options.net },
    configFile: {
      load: () => structuredClone(disk.config),
      save: (value) => {
        disk.config = structuredClone(value);
      },
      keepCopy: () => undefined,
      setAside: () => {
        disk.config = undefined;
      },
    },
    secretFile: options.secretFile?.() ?? memoryFile(disk),
    notifier: {
      show: (notice) => {
        notices.push(notice);
        options.onNotice?.();
      },
      alarm: (alarm) => alarms.push(alarm),
      askSignIn: ({ username }) => signInToasts.push(username),
      tellNotLive: ({ noticeId }) => otherToasts.push(noticeId),
      test: () => otherToasts.push('test'),
      close: (noticeId) => closed.push(noticeId),
    },
    clipboard: {
      write: async (text) => {
        copied.push(text);
        return true;
      },
    },
    browser: {
      open: async (url) => {
        opened.push(url);
        const { pathname } = new URL(url);
        if (!pathname.endsWith('/authorize')) return true;
        const { accounts = [cloud.accounts.work.username] } = options;
        const account = accounts[signIns] ?? accounts.at(-1) ?? 'nobody';
        signIns += 1;
        if (account === 'nobody') return true;
        const asked = new URL(mapped(url, cloud));
        // The person is free to answer with any account, whoever was hinted at.
        asked.searchParams.delete('login_hint');
        void chooseAccount(asked.href, account);
        return true;
      },
    },
    commands: systemCommands({ platform: process.platform, homeDir: disk.dir }),
    localPost: loopbackPost(),
    settingsFile: { write: async () => 'cancelled', read: async () => ({ how: 'cancelled' }) },
    shortcut: { set: () => true },
    programChoice: { choose: async () => options.program?.() ?? null },
    updater: options.updater ?? noUpdater,
    power: {
      onResume: (listener) => {
        resumes.add(listener);
        return () => resumes.delete(listener);
      },
      idleMs: () => (options.updater ? 60 * 60_000 : 0),
    },
    clock: options.clock ?? { now: () => Date.now() },
    log: memoryLog(logged, 'app'),
  };
  const drivebell = new Drivebell({
    ports,
    clouds: standingIn(cloud),
    clientIds: { builtIn: '', environment: options.clientId ?? cloud.clientId },
    pages: { signedIn: '<p>signed in</p>', notSignedIn: '<p>not signed in</p>' },
    databasePath: join(disk.dir, 'drivebell.db'),
    searchWorkerPath: new URL('../../src/core/search/worker.ts', import.meta.url),
    version: '0.0.0',
    installation: options.updater ? 'self' : 'development',
    isWindowOpen: () => false,
    surroundings: { system: 'a test', lastLines: () => [] },
  });
  drivebell.start();
  return {
    drivebell,
    notices,
    logged,
    opened,
    copied,
    signInToasts,
    alarms,
    otherToasts,
    closed,
    tokenAsks,
    disk,
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

/** Every cloud is the one that is there. */
function standingIn(cloud: Cloud): Clouds {
  const all = Object.entries(clouds).map(([id, hosts]) => [
    id,
    { ...hosts, graphLinks: [hosts.graph, cloud.origin], allowsLoopback: true },
  ]);
  return Object.fromEntries(all) as Clouds;
}

function mapped(url: string, cloud: Cloud): string {
  const { origin } = new URL(url);
  const isMicrosoft = Object.values(clouds).some(
    ({ login, graph }) => origin === login || origin === graph,
  );
  return isMicrosoft ? url.replace(origin, cloud.origin) : url;
}

function nodeNet(
  cloud: Cloud,
  tokenAsks: URLSearchParams[],
  { onAsk, elsewhere = fetch }: HarnessOptions,
): Net {
  return {
    fetch: (url, init) => {
      onAsk?.(url);
      if (new URL(url).pathname.endsWith('/oauth2/v2.0/token') && typeof init?.body === 'string') {
        tokenAsks.push(new URLSearchParams(init.body));
      }
      const target = mapped(url, cloud);
      const ask = new URL(target).origin === cloud.origin ? fetch : elsewhere;
      return ask(target, { ...init, redirect: 'error' });
    },
    connect: (url) => new WebSocket(url),
  };
}

function memoryFile(disk: Disk): SecretFile {
  return {
    load: async () => {
      if (disk.locked) return { ok: false, code: 'temporarily-unavailable' };
      return disk.secret === null
        ? { ok: false, code: 'absent' }
        : { ok: true, text: disk.secret, wasRestored: false };
    },
    save: async (text) => {
      if (disk.keeps !== 'memory-only' && disk.keeps !== 'failed') disk.secret = text;
      return disk.keeps;
    },
    isWeak: () => disk.keeps === 'memory-only',
    forget: async () => undefined,
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
  const { drives: choices } = must(await drivebell.drives.list());
  const driveIds = keys.map((key) => cloud.drives[key].id);
  const chosen = choices.filter((choice) => driveIds.some((id) => isOf(choice, id)));
  must(await drivebell.drives.watch(idsOf(chosen)));
  await untilState(drivebell, 'live');
}

/** Anybody, in the browser of this computer. */
export const anyone: SignInAsk = { accountId: null, cloud: 'global', flow: 'browser' };

export async function signIn(drivebell: Drivebell, asked: SignInAsk = anyone): Promise<void> {
  must(drivebell.accounts.desk.signIn(asked));
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

/** Whether that drive is offered by it. */
export function isOf(
  { accountId, foundId }: Pick<DriveChoice, 'accountId' | 'foundId'>,
  driveId: string,
): boolean {
  return foundId === watchIdOf(accountId, driveId);
}

/** As drives are chosen. */
export function idsOf(choices: readonly Pick<DriveChoice, 'foundId'>[]): readonly string[] {
  return choices.map(({ foundId }) => foundId);
}

export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.value;
}
