import { channel } from 'node:diagnostics_channel';
import type { Alarm } from '../../core/notices/alarm.ts';
import type { Notice } from '../../core/notices/notice.ts';
import type { NotLiveNotice, Notifier, SignInNotice } from '../../core/ports.ts';
import { alarmWords } from '../../shared/texts/alarm-words.ts';
import { notLiveWords } from '../../shared/texts/not-live-words.ts';
import {
  privateAlarmWords,
  privateNotLiveWords,
  privateSignInWords,
  privateToastWords,
} from '../../shared/texts/private-words.ts';
import { toastWords } from '../../shared/texts/toast-words.ts';
import type { Translate } from '../../shared/texts/translate.ts';
import type { Toast, ToastAction, ToastSink } from './toast.ts';

/** How the person wants toasts to be. */
export interface ToastManner {
  readonly hasSound: boolean;
  readonly stays: boolean;
  /** Names nobody and nothing: somebody else may look at the screen. */
  readonly isPrivate: boolean;
}

export interface ToastsParts {
  readonly t: Translate;
  readonly sink: ToastSink;
  readonly manner: () => ToastManner;
  readonly actionsOf: (notice: Notice) => readonly ToastAction[];
}

const mostRemembered = 200;
// Demo and specs see here what toasts say, on every system and without one that shows them.
const shown = channel('drivebell.toast');

/** Says notices in words and hands them to the system. */
export class Toasts implements Notifier {
  readonly #parts: ToastsParts;
  /** What the latest toasts say, by their ids. */
  readonly #said = new Map<string, string>();

  constructor(parts: ToastsParts) {
    this.#parts = parts;
  }

  show(notice: Notice): void {
    const { t, manner, actionsOf } = this.#parts;
    if (notice.isQuiet && !this.has(notice.noticeId)) return;
    // The newest is what the person hears of first.
    const changes = notice.changes.toReversed();
    const actors = notice.actors.toReversed();
    const matter = { ...notice, changes, actors };
    const words = manner().isPrivate ? privateToastWords(t, matter) : toastWords(t, matter);
    const toast = {
      id: notice.noticeId,
      ...words,
      isSilent: notice.isUpdate,
      actions: actionsOf(notice),
    };
    // Some systems bring a toast up again each time it is shown.
    if (notice.isQuiet && this.#said.get(toast.id) === textOf(toast)) publish(toast);
    else this.#show(toast);
  }

  alarm({ noticeId, driveName, items, actors, after, isUpdate }: Alarm): void {
    const { t, manner } = this.#parts;
    const words = manner().isPrivate
      ? privateAlarmWords(t, { count: items, after })
      : alarmWords(t, { drive: driveName, count: items, actors, after });
    this.#show({ id: noticeId, ...words, isSilent: isUpdate, isUrgent: true, actions: [] });
  }

  askSignIn({ noticeId, username }: SignInNotice): void {
    const { t, manner } = this.#parts;
    const words = manner().isPrivate
      ? privateSignInWords(t)
      : { title: t('toast.sign-in'), body: t('toast.sign-in.body', { username }) };
    this.#show({ id: noticeId, ...words, isSilent: false, actions: [] });
  }

  tellNotLive({ noticeId, drives }: NotLiveNotice): void {
    const { t, manner } = this.#parts;
    const words = manner().isPrivate
      ? privateNotLiveWords(t, drives.length)
      : notLiveWords(t, drives);
    this.#show({ id: noticeId, ...words, isSilent: true, actions: [] });
  }

  test(): void {
    const { t } = this.#parts;
    const words = { title: t('toast.test'), body: t('toast.test.body') };
    this.#show({ id: 'test', ...words, isSilent: false, actions: [] });
  }

  close(noticeId: string): void {
    this.#parts.sink.close(noticeId);
  }

  /** Neither dismissed nor answered: an update of it may be shown. */
  has(noticeId: string): boolean {
    return this.#parts.sink.has(noticeId);
  }

  #show(toast: Omit<Toast, 'stays' | 'isUrgent'> & { readonly isUrgent?: boolean }): void {
    const { hasSound, stays } = this.#parts.manner();
    const isSilent = toast.isSilent || !hasSound;
    publish(toast);
    this.#remember(toast);
    this.#parts.sink.show({ isUrgent: false, ...toast, isSilent, stays });
  }

  #remember(toast: Words): void {
    this.#said.delete(toast.id);
    this.#said.set(toast.id, textOf(toast));
    const [oldest] = this.#said.keys();
    if (this.#said.size > mostRemembered && oldest !== undefined) this.#said.delete(oldest);
  }
}

type Words = Pick<Toast, 'id' | 'title' | 'body'>;

function publish({ id, title, body }: Words): void {
  shown.publish({ id, title, body });
}

function textOf({ title, body }: Words): string {
  return JSON.stringify([title, body]);
}
