import type { FindFailure } from '../finding.ts';
import type { Reason, Trouble } from '../snapshot.ts';
import type { FailureCode } from '../ipc.ts';
import type { TextKey, Translate } from './translate.ts';

/** A clause (no capital, no full stop) such as "live updates are not available for Finance". */
export function reasonWords(t: Translate, reason: Reason, drive?: string): string {
  return t(`reason.${reason}`, { drive: drive ?? t('this-drive') });
}

/** Whose settings the person has to look at. */
export const systems = ['linux', 'windows', 'mac'] as const;
export type System = (typeof systems)[number];

export function troubleWords(t: Translate, trouble: Trouble, system: System): string {
  if (trouble === 'notifications-failed' || trouble === 'notifications-unsupported') {
    return t(`trouble.${trouble}.${system}`);
  }
  return t(`trouble.${trouble}`);
}

/** A whole sentence for any way a request can fail; those of looking for drives have their own (`find-words.ts`). */
export function failureWords(t: Translate, code: FailureCode, drive?: string): string {
  if (code === 'signed-out' && drive === undefined) return t('sign-in.ended');
  const key = isFindFailure(code) ? 'failure.internal' : failureKeys[code];
  return asSentence(t(key, { drive: drive ?? t('this-drive') }));
}

function isFindFailure(code: FailureCode): code is FindFailure {
  return !(code in failureKeys);
}

/** A clause as a sentence. Clauses never begin with a name, whose first letter is its own. */
export function asSentence(clause: string): string {
  const capital = clause.charAt(0).toUpperCase() + clause.slice(1);
  return capital.endsWith('.') ? capital : `${capital}.`;
}

const failureKeys = {
  cancelled: 'sign-in.cancelled',
  'timed-out': 'sign-in.timed-out',
  'code-expired': 'sign-in.code-expired',
  'code-refused': 'sign-in.code-refused',
  'no-network': 'sign-in.no-network',
  'microsoft-down': 'sign-in.microsoft-down',
  'client-id-wrong': 'sign-in.client-id-wrong',
  'client-id-missing': 'sign-in.client-id-missing',
  'client-audience-wrong': 'sign-in.client-audience-wrong',
  'client-not-public': 'sign-in.client-not-public',
  declined: 'sign-in.declined',
  'other-account': 'sign-in.other-account',
  'keys-locked': 'reason.keys-locked',
  'needs-administrator': 'sign-in.needs-administrator',
  'browser-did-not-open': 'sign-in.browser-did-not-open',
  'not-kept': 'sign-in.not-kept',
  'unexpected-answer': 'sign-in.unexpected-answer',
  'push-not-offered': 'reason.push-not-offered',
  'push-refused': 'reason.push-refused',
  'push-lost': 'reason.push-lost',
  'push-silent': 'reason.push-silent',
  'push-unreachable': 'reason.push-unreachable',
  'too-many-drives': 'reason.too-many-drives',
  'endpoint-without-url': 'reason.endpoint-without-url',
  'endpoint-not-https': 'reason.endpoint-not-https',
  'endpoint-foreign-host': 'reason.endpoint-foreign-host',
  'webhook-unreached': 'reason.webhook-unreached',
  'webhook-refused': 'reason.webhook-refused',
  'webhook-not-allowed': 'reason.webhook-not-allowed',
  'webhook-port-taken': 'reason.webhook-port-taken',
  throttled: 'reason.throttled',
  'not-json': 'reason.not-json',
  'delta-without-link': 'reason.delta-without-link',
  'signed-out': 'reason.signed-out',
  'no-access': 'reason.no-access',
  'drive-gone': 'reason.drive-gone',
  'storage-failed': 'reason.storage-failed',
  'bad-request': 'failure.bad-request',
  'not-trusted': 'failure.not-trusted',
  'not-found': 'failure.not-found',
  'too-many-rules': 'failure.too-many-rules',
  'program-not-runnable': 'failure.program-not-runnable',
  'address-not-local': 'failure.address-not-local',
  'address-not-public': 'failure.address-not-public',
  'link-not-allowed': 'failure.link-not-allowed',
  'client-id-malformed': 'failure.client-id-malformed',
  'copy-failed': 'failure.copy-failed',
  'login-item-failed': 'failure.login-item-failed',
  'shortcut-unusable': 'failure.shortcut-unusable',
  'shortcut-taken': 'failure.shortcut-taken',
  'file-not-written': 'failure.file-not-written',
  'file-not-read': 'failure.file-not-read',
  'file-not-settings': 'failure.file-not-settings',
  'try-out-failed': 'failure.try-out-failed',
  busy: 'failure.busy',
  internal: 'failure.internal',
} as const satisfies Record<Exclude<FailureCode, FindFailure>, TextKey>;
