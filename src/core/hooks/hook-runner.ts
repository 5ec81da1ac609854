import type { HookReport, HookRun } from '../../shared/hooks.ts';
import { describe } from '../describe.ts';
import type { Clock, Commands, LocalPost, Log } from '../ports.ts';
import type { TellableRow } from '../store/activity-row.ts';
import type { Hook } from './hook.ts';
import { type HookEnd, resultOf } from './hook-result.ts';

const limitMs = 10_000;
const mostWaiting = 100;
const runsKept = 20;

export interface HookRunnerParts {
  readonly commands: Pick<Commands, 'run'>;
  readonly localPost: LocalPost;
  readonly clock: Clock;
  readonly log: Log;
  /** Asked when its turn has come: null lets the change go. */
  readonly hookOf: (ruleId: string) => Hook | null;
  readonly inputOf: (row: TellableRow) => string;
}

/** A change that a rule with a hook has decided. */
export interface HookAsk {
  readonly ruleId: string;
  readonly row: TellableRow;
}

interface Job {
  readonly ruleId: string;
  readonly input: string;
}

/** Runs hooks one at a time, each for so long at most. */
export class HookRunner {
  readonly #parts: HookRunnerParts;
  readonly #end = new AbortController();
  readonly #waiting: Job[] = [];
  #runs: readonly HookRun[] = [];
  #letGo = 0;
  #isAtWork = false;

  constructor(parts: HookRunnerParts) {
    this.#parts = parts;
  }

  get report(): HookReport {
    return { runs: this.#runs, letGo: this.#letGo };
  }

  get isAtWork(): boolean {
    return this.#isAtWork;
  }

  add(asks: readonly HookAsk[]): void {
    if (asks.length === 0 || this.#end.signal.aborted) return;
    const { inputOf } = this.#parts;
    const fitting = asks.slice(-mostWaiting);
    this.#waiting.push(...fitting.map(({ ruleId, row }) => ({ ruleId, input: inputOf(row) })));
    const over = this.#waiting.splice(0, Math.max(0, this.#waiting.length - mostWaiting));
    this.#countLetGo(asks.length - fitting.length + over.length);
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    // Not now: whoever has decided goes on to tell.
    setImmediate(() => void this.#work());
  }

  /** What is under way is stopped, what waits is let go. */
  stop(): void {
    this.#waiting.length = 0;
    this.#end.abort();
  }

  #countLetGo(count: number): void {
    if (count === 0) return;
    this.#letGo += count;
    this.#parts.log.warn('hooks-let-go', { count });
  }

  async #work(): Promise<void> {
    for (;;) {
      const job = this.#waiting.shift();
      if (!job) break;
      await this.#run(job);
    }
    this.#isAtWork = false;
  }

  async #run({ ruleId, input }: Job): Promise<void> {
    const { hookOf, clock, log } = this.#parts;
    const hook = hookOf(ruleId);
    if (!hook) return;
    const at = clock.now();
    const end = await this.#within((signal) => this.#start(hook, input, signal));
    if (this.#end.signal.aborted) return;
    const result = resultOf(end);
    log.info('hook-run', { ruleId, kind: hook.kind, outcome: result.outcome, code: result.code });
    this.#runs = [{ at, ruleId, kind: hook.kind, ...result }, ...this.#runs].slice(0, runsKept);
  }

  #start(hook: Hook, input: string, signal: AbortSignal): Promise<HookEnd> {
    const { commands, localPost } = this.#parts;
    if (hook.kind === 'command') return commands.run(hook.program, input, { signal });
    return localPost.post(hook.url, input, { signal });
  }

  async #within(start: (signal: AbortSignal) => Promise<HookEnd>): Promise<HookEnd> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), limitMs);
    try {
      return await start(AbortSignal.any([limit.signal, this.#end.signal]));
    } catch (thrown) {
      this.#parts.log.warn('hook-failed', { why: describe(thrown) });
      return { how: 'not-started' };
    } finally {
      clearTimeout(timer);
    }
  }
}
