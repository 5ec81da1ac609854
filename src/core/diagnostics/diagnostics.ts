import type { DatabaseSync } from 'node:sqlite';
import type { DriveVitals, Explanation, WebhookReport } from '../../shared/diagnostics.ts';
import type { HookReport } from '../../shared/hooks.ts';
import type { Outcome } from '../../shared/ipc.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { done, notFound } from '../outcome.ts';
import type { Clipboard, Clock, Notifier } from '../ports.ts';
import { outcomeOf } from '../store/outcomes.ts';
import { explain } from './explain.ts';
import { report } from './report.ts';

/** What the app runs on, as whoever looks into trouble wants to know it. */
export interface Surroundings {
  /** Names and versions of the system and of what the app is built with. */
  readonly system: string;
  /** The last lines of the log, redacted. */
  readonly lastLines: () => readonly string[];
}

export interface DiagnosticsParts {
  readonly clock: Clock;
  readonly clipboard: Clipboard;
  readonly notifier: Pick<Notifier, 'test'>;
  readonly database: DatabaseSync;
  readonly surroundings: Surroundings;
  readonly snapshot: () => Snapshot;
  readonly vitals: (watchId: string) => DriveVitals | null;
  readonly hookReport: () => HookReport;
  readonly webhookReport: () => WebhookReport;
  /** When what is kept for later is due. */
  readonly dueAt: () => number | null;
}

/** Answers whoever looks into trouble. */
export class Diagnostics {
  readonly #parts: DiagnosticsParts;
  /** As the person has seen it. */
  #shown: string | null = null;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  /** By the ids of watched drives. */
  vitals(): Outcome<Readonly<Record<string, DriveVitals>>> {
    const { snapshot, vitals } = this.#parts;
    const entries = snapshot().drives.flatMap(({ watchId }) => {
      const of = vitals(watchId);
      return of ? [[watchId, of] as const] : [];
    });
    return { ok: true, value: Object.fromEntries(entries) };
  }

  /** Why this change was told, or not. */
  explain(activityId: number): Outcome<Explanation> {
    const { database, snapshot, dueAt } = this.#parts;
    const stored = outcomeOf(database, activityId);
    if (!stored) return notFound;
    return { ok: true, value: explain(stored, { rules: snapshot().rules, dueAt }) };
  }

  testToast(): Outcome<void> {
    this.#parts.notifier.test();
    return done;
  }

  /** The person sees it before it is copied. */
  report(): Outcome<string> {
    const { surroundings, snapshot, vitals, hookReport, webhookReport, clock } = this.#parts;
    const { system, lastLines } = surroundings;
    const [log, now] = [lastLines(), clock.now()];
    this.#shown = report({
      system,
      snapshot: snapshot(),
      vitals,
      hookReport: hookReport(),
      webhook: webhookReport(),
      log,
      now,
    });
    return { ok: true, value: this.#shown };
  }

  /** Copies the report as it was shown last. */
  async copyReport(): Promise<Outcome<void>> {
    if (this.#shown === null) return notFound;
    const isCopied = await this.#parts.clipboard.write(this.#shown);
    return isCopied ? done : { ok: false, code: 'copy-failed' };
  }
}
