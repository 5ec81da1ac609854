import type { DriveVitals } from '../diagnostics.ts';
import { reasons, type WatchedDriveView } from '../snapshot.ts';
import { driveSentence, livenessWord } from './liveness-words.ts';
import { momentWords } from './moments.ts';
import { reasonWords } from './reason-words.ts';
import type { TranslateAny } from './translate-any.ts';

interface Examined {
  readonly drive: WatchedDriveView;
  /** Null until they are known. */
  readonly vitals: DriveVitals | null;
  readonly now: number;
  readonly locale: string;
}

interface Fact {
  readonly term: string;
  readonly fact: string;
}

/** How a drive is connected and what has last happened to it, as terms and facts. */
export function vitalWords(t: TranslateAny, examined: Examined): readonly Fact[] {
  const { drive, vitals, now, locale } = examined;
  const when = (at: number): string => momentWords(at, now, locale);
  const facts = [
    { term: t('diagnostics.state'), fact: stateWords(t, drive) },
    ...connectionFacts(t, drive, when),
  ];
  return vitals ? [...facts, ...lastFacts(t, vitals, { drive: drive.name, when })] : facts;
}

type When = (at: number) => string;

function stateWords(t: TranslateAny, drive: WatchedDriveView): string {
  const { liveness, pollSeconds } = drive;
  return driveSentence(t, drive) ?? livenessWord(t, liveness.state, pollSeconds);
}

function connectionFacts(
  t: TranslateAny,
  { connection }: WatchedDriveView,
  when: When,
): readonly Fact[] {
  const term = t('diagnostics.connection');
  if (!connection) return [{ term, fact: t('diagnostics.connection.none') }];
  const { via, since, renewsAt, expiresAt } = connection;
  const protocol = via === 'webhook' ? '' : connection.protocol;
  const times = { renews: when(renewsAt), ends: when(expiresAt) };
  return [
    { term, fact: t(`diagnostics.connection.${via}`, { since: when(since), protocol }) },
    { term: t('diagnostics.renewal'), fact: t('diagnostics.renewal.times', times) },
  ];
}

function lastFacts(
  t: TranslateAny,
  { lastWake, lastReading, lastFailure, webhook }: DriveVitals,
  { drive, when }: { readonly drive: string; readonly when: When },
): readonly Fact[] {
  const never = t('diagnostics.never');
  const woken = lastWake && t(`diagnostics.wake.${lastWake.cause}`, { time: when(lastWake.at) });
  const failed =
    lastFailure &&
    t(`diagnostics.failure.${lastFailure.of}`, {
      time: when(lastFailure.at),
      why: codeWords(t, lastFailure.code, drive),
    });
  return [
    { term: t('diagnostics.last-wake'), fact: woken ?? never },
    { term: t('diagnostics.last-reading'), fact: readingWords(t, lastReading, when) ?? never },
    { term: t('diagnostics.last-failure'), fact: failed ?? never },
    ...(webhook ? [{ term: t('diagnostics.webhook'), fact: deliveryWords(t, webhook, when) }] : []),
  ];
}

function deliveryWords(
  t: TranslateAny,
  { lastDelivery, ignored }: NonNullable<DriveVitals['webhook']>,
  when: When,
): string {
  const time = lastDelivery === null ? t('diagnostics.never') : when(lastDelivery);
  return ignored === 0 ? time : t('diagnostics.webhook.ignored', { time, count: ignored });
}

function readingWords(
  t: TranslateAny,
  lastReading: DriveVitals['lastReading'],
  when: When,
): string | null {
  if (!lastReading) return null;
  const { at, found } = lastReading;
  if (found === 0) return t('diagnostics.reading.nothing', { time: when(at) });
  return t('diagnostics.reading', { time: when(at), count: found });
}

/** Codes without words are for those who know them. */
function codeWords(t: TranslateAny, code: string, drive: string): string {
  const reason = reasons.find((one) => one === code);
  return reason ? reasonWords(t, reason, drive) : code;
}
