import { clouds } from '../../../src/core/clouds.ts';
import type { Net } from '../../../src/core/ports.ts';
import { Graphs } from '../../../src/core/accounts/graphs.ts';
import { RequestBudget } from '../../../src/core/graph/request-budget.ts';
import { onLateTimer } from '../../../src/core/time/late-timer.ts';
import type { Account, WatchedDrive } from '../../../src/core/settings/settings.ts';
import { Tokens } from '../../../src/core/sign-in/tokens.ts';
import { TokenVault } from '../../../src/core/sign-in/vault.ts';
import { parseDriveItem } from '../../../src/core/graph/drive-item.ts';
import { commitFirst } from '../../../src/core/store/commit.ts';
import { ItemMemory } from '../../../src/core/store/item-memory.ts';
import { WatchList } from '../../../src/core/watches/watch-list.ts';
import type { WatchedDriveView } from '../../../src/shared/snapshot.ts';
import { account as anAccount } from './config.ts';
import { openStore, serverClockOn } from './doubles.ts';
import { clientId, signedInCache } from './entra.ts';
import { FaultCloud } from './fault-cloud.ts';
import { FaultDrive } from './fault-drive.ts';
import { FaultLedger } from './fault-ledger.ts';
import { FaultLog } from './fault-log.ts';
import { Meter } from './fault-meter.ts';
import { FaultPush } from './fault-push.ts';
import { FaultTime, minute } from './fault-time.ts';
import { WebhookDouble } from './webhook-double.ts';
import { HeldSecret } from './secrets.ts';

export interface WorldSize {
  readonly drives: number;
  readonly accounts: number;
  /** Null: endpoints do not say when they end. */
  readonly lifeMinutes: number | null;
  readonly seed: number;
}

/** Up to ten drives at work in virtual time; Graph, Entra and the push service in memory. Needs `end`. */
export class FaultWorld {
  readonly time: FaultTime;
  readonly cloud: FaultCloud;
  readonly push: FaultPush;
  readonly log: FaultLog;
  readonly drives: readonly FaultDrive[];
  readonly ledger = new FaultLedger();
  readonly backgrounds = new Map<RequestBudget, Meter>();
  readonly #watched: readonly WatchedDrive[];
  readonly #accounts: readonly Account[];
  readonly #secrets = new HeldSecret();
  readonly #store = openStore();
  readonly #graphs: Graphs;
  readonly #list: WatchList;
  readonly #undo: (() => void)[] = [];
  #offline = 0;
  readonly net: Net = {
    fetch: (url, init) => this.cloud.fetch(url, init),
    connect: (url) => this.push.connect(url),
  };

  constructor(size: WorldSize) {
    this.time = new FaultTime(size.seed);
    const now = (): number => this.time.now;
    this.log = new FaultLog(now);
    this.#accounts = Array.from({ length: size.accounts }, (_, index) => ({
      ...anAccount,
      accountId: `a${index}`,
      homeAccountId: `uid${index}.tid`,
    }));
    this.drives = Array.from(
      { length: size.drives },
      (_, index) => new FaultDrive(`d${index}`, `a${index % size.accounts}`, now()),
    );
    this.#watched = this.drives.map(({ driveId, accountId }) => ({
      watchId: `w-${driveId}`,
      accountId,
      driveId,
      name: driveId,
      kind: 'library',
      webUrl: null,
      label: null,
      scope: null,
      isOthers: false,
      wakeBy: 'push',
    }));
    this.push = new FaultPush(now, size.lifeMinutes === null ? null : size.lifeMinutes * minute);
    const byId = new Map(this.drives.map((drive) => [drive.driveId, drive]));
    this.cloud = new FaultCloud({ now, drives: byId, newEndpoint: this.push.newEndpoint });
    this.#graphs = this.#createGraphs();
    this.#list = this.#createList();
    this.#meterBackground();
    this.time.onTurn = () => this.ledger.note(this);
  }

  #createGraphs(): Graphs {
    const { net, log } = this;
    const { clock } = this.time;
    const serverClock = serverClockOn(clock);
    const tokens = this.#createTokens({ net, clock, serverClock, log });
    return new Graphs({
      net,
      clouds,
      serverClock,
      log,
      userAgent: 'test',
      tokenSource: (owner) => ({
        token: (wish) => tokens.token(owner, { ...wish, reach: 'own', purpose: 'use' }),
        challengedAgain: (claims) => tokens.askPerson(owner, claims),
      }),
    });
  }

  #createList(): WatchList {
    const { net, log, time } = this;
    const { database, activity } = this.#store;
    return new WatchList({
      net,
      clock: time.clock,
      log,
      clouds,
      choice: { preferred: null },
      graphs: this.#graphs,
      webhooks: { of: () => new WebhookDouble() },
      database,
      activity,
      states: this.#store.states,
      names: this.#store.names,
      mostSockets: () => 500,
      tellsOwn: () => false,
      onChanges: () => this.#tell(),
      onChange: () => undefined,
    });
  }

  #createTokens(
    parts: Pick<ConstructorParameters<typeof Tokens>[0], 'net' | 'clock' | 'serverClock' | 'log'>,
  ): Tokens {
    const vault = new TokenVault({
      secretFile: this.#secrets,
      log: this.log,
      isWeakAllowed: () => false,
      isKnown: () => true,
      onFound: () => undefined,
      onSaved: () => undefined,
    });
    return new Tokens({
      ...parts,
      vault,
      clouds,
      clientIdOf: () => clientId,
      onNeedsPerson: () => this.ledger.wrong('somebody was asked to sign in'),
    });
  }

  /** What background requests are let through, by account. */
  #meterBackground(): void {
    const { backgrounds } = this;
    const take = Object.getOwnPropertyDescriptor(RequestBudget.prototype, 'take');
    // oxlint-disable-next-line typescript/unbound-method -- It is called with its object below.
    const original = RequestBudget.prototype.take;
    RequestBudget.prototype.take = async function metered(urgency, signal) {
      await original.call(this, urgency, signal);
      if (urgency === 'awaited' || signal.aborted) return;
      const meter = backgrounds.get(this) ?? new Meter();
      backgrounds.set(this, meter);
      meter.count();
    };
    if (take) this.#undo.push(() => Object.defineProperty(RequestBudget.prototype, 'take', take));
  }

  /** Begins; everybody signed in an hour ago. */
  async start(): Promise<void> {
    const homes = this.#accounts.map((one) => one.homeAccountId);
    const caches = await Promise.all(
      homes.map(async (home, index) => [`a${index}`, await cacheOf(home)] as const),
    );
    this.#secrets.hold(Object.fromEntries(caches));
    this.#undo.push(onLateTimer(this.time.clock, () => this.resume()));
    for (const drive of this.drives) this.#learned(drive);
    this.#list.follow(this.#watched, this.#accounts);
    await this.time.settle();
  }

  /** It has been watched before: its names are known. */
  #learned(drive: FaultDrive): void {
    const { driveId, accountId } = drive;
    const watchId = `w-${driveId}`;
    const { now } = this.time;
    const page = drive.delta(null, now);
    const items = (page?.items ?? [])
      .map((item) => parseDriveItem(item))
      .filter((one) => one !== null);
    const { database } = this.#store;
    const store = { ...this.#store, watchId, accountId, driveName: driveId };
    const cursor = `${clouds.global.graph}/v1.0/drives/${driveId}/root/delta?token=${page?.cursor}`;
    commitFirst({ ...store, memory: new ItemMemory(database, watchId), now }, items, {
      phase: 'watching',
      cursor,
      generation: 1,
      readAt: now,
      rootId: 'root',
    });
    this.#store.names.save(watchId, { state: 'known', link: null });
    this.ledger.learned(drive);
  }

  /** Stops what is tested; the world itself goes on. */
  stop(): void {
    for (const undo of this.#undo.splice(0)) undo();
    this.#list.stop();
  }

  end(): void {
    this.stop();
    this.push.end();
    this.time.end();
    this.#store.database.close();
  }

  resume(): void {
    this.log.info('resume');
    this.#list.resume();
  }

  checkNow(drive: FaultDrive): void {
    this.#list.refresh(`w-${drive.driveId}`);
  }

  view(drive: FaultDrive): WatchedDriveView | null {
    const watched = this.#watched.find((one) => one.driveId === drive.driveId);
    return watched ? this.#list.view(watched, null) : null;
  }

  /** Drives that are not live, or say so wrongly, each with why. */
  notLive(): readonly string[] {
    return this.drives.flatMap((drive) => {
      const { state, reason } = this.view(drive)?.liveness ?? { state: 'starting', reason: null };
      if (!drive.offersPush)
        return reason === 'push-not-offered' ? [] : [`${drive.driveId} ${state} ${reason}`];
      const hears = this.push.reaches(drive);
      return state === 'live' && hears ? [] : [`${drive.driveId} ${state} ${reason} ${hears}`];
    });
  }

  /** How many times longer than usual the account waits that waits longest. */
  get factor(): number {
    return Math.max(...this.#accounts.map((account) => this.#graphs.of(account).pace.factor));
  }

  /** Some account asks as little as it can. */
  get isSlowest(): boolean {
    return this.#accounts.some((account) => this.#graphs.of(account).pace.isSlowest);
  }

  offline(forMs: number): void {
    this.#offline += 1;
    this.#setOffline();
    setTimeout(() => {
      this.#offline -= 1;
      this.#setOffline();
    }, forMs);
  }

  #setOffline(): void {
    this.cloud.isOffline = this.#offline > 0;
    this.push.isOffline = this.#offline > 0;
  }

  /** Forgets what was only kept to be looked at. */
  forget(): void {
    this.#secrets.saves.length = 0;
    this.#secrets.weakly.length = 0;
  }

  #tell(): void {
    const { activity } = this.#store;
    const rows = activity.untold();
    activity.markTold(rows.map((row) => row.id));
    for (const row of rows) this.ledger.told(row);
  }

  /** How many timers what is tested has: the world's own are its pings and its answers. */
  get timers(): number {
    return this.time.timers - 1 - this.cloud.answering;
  }
}

const caches = new Map<string, Promise<string>>();

/** MSAL takes a while to make it, and it is the same in every world: time begins at noon. */
function cacheOf(home: string): Promise<string> {
  const cache = caches.get(home) ?? signedInCache({ token: `${home}|0`, home, lifeSeconds: 1 });
  caches.set(home, cache);
  return cache;
}
