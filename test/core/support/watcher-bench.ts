import { failure, type GraphAnswer } from '../../../src/core/graph/graph.ts';
import type { DriveState } from '../../../src/core/store/drive-state.ts';
import { type ReadOutcome, Watcher } from '../../../src/core/reading/watcher.ts';
import { handClock, heardLog, noon, openStore, said } from './doubles.ts';
import { pageOf, ScriptedGraph, wire } from './scripted-graph.ts';

export const minute = 60_000;
const whole = '/drives/drive-1/root/delta?$select';
export const latest = '/drives/drive-1/root/delta?token=latest';
const never = new AbortController().signal;

/** A watcher whose pages are scripted: `whole` and `latest` stand for what is asked first. */
export class WatcherBench {
  readonly store = openStore();
  readonly clock = handClock();
  readonly pages = new Map<string, GraphAnswer>();
  readonly log = heardLog();
  readonly graph = new ScriptedGraph(
    (target) => this.pages.get(known(target)) ?? failure('not-found'),
    this.clock,
  );

  /** By a watcher as a start of the app makes it: all it knows is in the store. */
  read = (signal: AbortSignal = never): Promise<ReadOutcome> => {
    const { graph, store, clock, log } = this;
    return new Watcher({ driveId: 'drive-1', graph, store, clock, log }).read({ signal });
  };

  /** What a reading told, or the code of its failure. */
  told = async (): Promise<readonly string[] | string> => {
    const outcome = await this.read();
    return outcome.ok ? said(outcome.rows) : outcome.code;
  };

  state = (): DriveState => this.store.states.load(this.store.watchId);

  names = (): string => this.store.names.load(this.store.watchId).state;

  /** From here on all that is there is known. */
  learned = async (...items: readonly object[]): Promise<void> => {
    this.pages.set(latest, pageOf([...items, wire('root', { root: {} })], { delta: 'cursor-1' }));
    await this.read();
    this.store.names.save(this.store.watchId, { state: 'known', link: null });
    this.graph.asked.length = 0;
  };

  /** This many pages after whatever is asked first, of one new item each. */
  endlessly = (count: number): void => {
    this.graph.answer = (target) => {
      const page = Number(/^page-(\d+)$/.exec(target)?.[1] ?? 1);
      const link = page < count ? { next: `page-${page + 1}` } : { delta: 'end' };
      return pageOf([wire(`f${page}`)], link);
    };
  };
}

function known(target: string): string {
  if (target.startsWith(latest)) return latest;
  if (target.startsWith(whole)) return 'whole';
  return target.replace(/(\/items\/\w+)\?.*/, '$1');
}

export function made(id: string, minutesAfterNoon: number, parts: object = {}): object {
  return wire(id, {
    ...parts,
    createdDateTime: new Date(noon + minutesAfterNoon * minute).toISOString(),
  });
}
