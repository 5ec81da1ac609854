/** What is to happen with each change that a rule decides: a program is started, or a server on this computer is told. */
export type HookView =
  | { readonly kind: 'command'; readonly program: string }
  | { readonly kind: 'post'; readonly url: string };

/**
 * How a run came out. `exit-code`: not 0; `http-status`: none of success; `refused`: the server wanted
 * to send it elsewhere; `not-started`: there was no such program, or no server.
 */
type HookOutcome = 'ok' | 'exit-code' | 'http-status' | 'timed-out' | 'not-started' | 'refused';

export interface HookRun {
  /** When it began, in ms since 1970. */
  readonly at: number;
  readonly ruleId: string;
  readonly kind: HookView['kind'];
  readonly outcome: HookOutcome;
  /** The exit code or HTTP status; null: there was none. */
  readonly code: number | null;
  /** The beginning of what it said, fit to be shown. */
  readonly output: string;
}

export interface HookReport {
  /** The last ones, newest first. */
  readonly runs: readonly HookRun[];
  /** How many changes were let go since the start, because too many waited. */
  readonly letGo: number;
}
