import type { DriveVitals, SubscriptionVitals, WebhookReport } from '../../shared/diagnostics.ts';
import type { HookReport } from '../../shared/hooks.ts';
import type {
  AccountView,
  ConnectionView,
  Snapshot,
  WatchedDriveView,
} from '../../shared/snapshot.ts';

export interface ReportParts {
  /** Of the computer and what the app runs on: names and versions. */
  readonly system: string;
  readonly snapshot: Snapshot;
  readonly vitals: (watchId: string) => DriveVitals | null;
  readonly hookReport: HookReport;
  readonly webhook: WebhookReport;
  /** The last lines, redacted as they were written. */
  readonly log: readonly string[];
  readonly now: number;
}

/**
 * How the app is doing, in codes, for those who mend it. Holds no names of people, drives or files,
 * and nothing of Microsoft's: accounts and drives go by short names of our own.
 */
export function report(parts: ReportParts): string {
  const { system, snapshot, vitals, hookReport, webhook, log, now } = parts;
  const { version, accounts, drives, liveness, troubles } = snapshot;
  return [
    `Drivebell ${version}, ${system}`,
    `Written ${time(now)}`,
    `State: ${liveness.state} since ${time(liveness.since)}, ${liveness.reason ?? 'no reason'}`,
    `Troubles: ${listed(troubles)}`,
    `Sign-ins kept: ${snapshot.tokenStorage}`,
    '',
    `Accounts: ${accounts.length}`,
    ...accounts.map((account) => accountLine(account)),
    '',
    `Drives: ${drives.length}`,
    ...drives.flatMap((drive) => driveLines(drive, vitals(drive.watchId))),
    '',
    ...wishLines(snapshot),
    '',
    ...webhookLines(snapshot, webhook),
    '',
    `Hooks run lately: ${hookReport.runs.length}, let go: ${hookReport.letGo}`,
    ...hookReport.runs.map(({ at, kind, outcome, code }) =>
      `- ${time(at)} ${kind}: ${outcome} ${code ?? ''}`.trimEnd(),
    ),
    '',
    `Log, the last ${log.length} lines:`,
    ...log,
    '',
  ].join('\n');
}

function accountLine({ accountId, kind, cloud, needsSignIn }: AccountView): string {
  return `- ${accountId}: ${kind}, ${cloud}${needsSignIn ? ', needs sign-in' : ''}`;
}

function driveLines(drive: WatchedDriveView, vitals: DriveVitals | null): readonly string[] {
  const { watchId, accountId, kind, liveness, connection, learning, names, pollSeconds } = drive;
  const { lastWake, lastReading, lastFailure, webhook } = vitals ?? {};
  return [
    `- ${watchId} of ${accountId}: ${kind}`,
    `  state: ${liveness.state} since ${time(liveness.since)}, ${liveness.reason ?? 'no reason'}`,
    connection
      ? `  woken by: ${viaWords(connection)}, since ${time(connection.since)}, ` +
        `renews ${time(connection.renewsAt)}, ends ${time(connection.expiresAt)}`
      : `  woken by: none, looks every ${pollSeconds ?? '?'} s`,
    `  names: ${learning ? `learning, ${learning.known} known` : (names ?? 'known')}`,
    `  last wake: ${lastWake ? `${time(lastWake.at)} ${lastWake.cause}` : 'none'}`,
    `  last reading: ${lastReading ? `${time(lastReading.at)}, found ${lastReading.found}` : 'none'}`,
    lastFailure
      ? `  last failure: ${time(lastFailure.at)} ${lastFailure.of} ${lastFailure.code}`
      : '  last failure: none',
    ...(webhook ? [`  webhook: ${deliveryWords(webhook)}`] : []),
  ];
}

function viaWords(connection: ConnectionView): string {
  if (connection.via === 'webhook') return 'webhook';
  return `push ${connection.via}, Engine.IO ${connection.protocol}`;
}

function webhookLines(
  { webhook: { url, port, use } }: Snapshot,
  { state, subscriptions, lastDelivery, ignored }: WebhookReport,
): readonly string[] {
  if (url === null) return ['Webhook: none'];
  return [
    `Webhook: ${state} on port ${port}, for ${use}; subscriptions: ${subscriptions}`,
    `  ${deliveryWords({ lastDelivery, ignored })}`,
  ];
}

function deliveryWords({ lastDelivery, ignored }: SubscriptionVitals): string {
  return `last delivery: ${lastDelivery === null ? 'none' : time(lastDelivery)}, ignored: ${ignored}`;
}

function wishLines({ wishes, rules, hooks, pausedUntil, tellsOwn }: Snapshot): readonly string[] {
  const { delivery, quietHours, alarm } = wishes;
  const isPausedFor = typeof pausedUntil === 'number' ? `until ${time(pausedUntil)}` : pausedUntil;
  const actions = Object.groupBy(rules, (rule) => rule.action);
  const counts = Object.entries(actions).map(([action, these]) => `${these.length} ${action}`);
  return [
    `Paused: ${isPausedFor ?? 'no'}; own changes told: ${yes(tellsOwn)}; read by: ${wishes.readBy}`,
    `Told: every ${delivery.every}; sound ${yes(wishes.hasSound)}, stay ${yes(wishes.stays)}, private ${yes(wishes.isPrivate)}`,
    `Quiet hours: ${yes(quietHours.isOn)}, days ${listed(quietHours.days)}, minutes ${quietHours.from} to ${quietHours.to}`,
    `Alarm: ${yes(alarm.isOn)}, ${alarm.items} items in ${alarm.minutes} min`,
    `Rules: ${rules.length} (${listed(counts)}); hooks: ${Object.keys(hooks).length}`,
  ];
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
const time = (at: number): string => new Date(at).toISOString();
const listed = (values: readonly (string | number)[]): string => values.join(', ') || 'none';
