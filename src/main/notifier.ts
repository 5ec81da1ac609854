import { Notification } from 'electron';
import type { Alarm } from '../core/notices/alarm.ts';
import type { Notice } from '../core/notices/notice.ts';
import type { NotLiveNotice, Notifier, SignInNotice } from '../core/ports.ts';
import { alarmWords } from '../shared/texts/alarm-words.ts';
import { notLiveWords } from '../shared/texts/not-live-words.ts';
import { type ToastWords, toastWords } from '../shared/texts/toast-words.ts';
import type { Translate } from '../shared/texts/translate.ts';

const mostAlive = 200;

export interface ToastParts {
  readonly t: Translate;
  readonly locale: string;
  readonly platform: NodeJS.Platform;
  readonly onClick: (noticeId: string) => void;
  readonly onShown: () => void;
  readonly onFailed: () => void;
}

interface Toast extends ToastWords {
  readonly id: string;
  readonly silent: boolean;
}

/** The system's notifications. A toast is kept until it is answered: collected, it would not hear its click. */
export class Toasts implements Notifier {
  readonly #parts: ToastParts;
  readonly #alive = new Map<string, Notification>();

  constructor(parts: ToastParts) {
    this.#parts = parts;
  }

  /** Windows started the app for a toast of an earlier run, or hands over a click that found no toast. */
  static onActivation(listener: () => void): void {
    Notification.handleActivation(() => listener());
  }

  static isSupported(): boolean {
    return Notification.isSupported();
  }

  show(notice: Notice): void {
    // The newest is what the person hears of first.
    const changes = notice.changes.toReversed();
    const actors = notice.actors.toReversed();
    const { title, body } = toastWords(this.#parts.t, { ...notice, changes, actors });
    this.#show({ id: notice.noticeId, title, body, silent: notice.isUpdate });
  }

  alarm({ noticeId, driveName, items, actors, isUpdate }: Alarm & { isUpdate: boolean }): void {
    const words = alarmWords(this.#parts.t, { drive: driveName, count: items, actors });
    this.#show({ id: noticeId, ...words, silent: isUpdate });
  }

  askSignIn({ noticeId, username }: SignInNotice): void {
    const title = this.#parts.t('toast.sign-in');
    const body = this.#parts.t('toast.sign-in.body', { username });
    this.#show({ id: noticeId, title, body, silent: false });
  }

  tellNotLive({ noticeId, drives }: NotLiveNotice): void {
    this.#show({ id: noticeId, ...notLiveWords(this.#parts.t, drives), silent: true });
  }

  close(noticeId: string): void {
    const toast = this.#alive.get(noticeId);
    this.#alive.delete(noticeId);
    toast?.close();
  }

  #show({ id, title, body, silent }: Toast): void {
    this.close(id);
    const toast = new Notification({
      id,
      title,
      body: this.#parts.platform === 'linux' ? escapeMarkup(body) : body,
      silent,
    });
    this.#keep(id, toast);
    toast.on('click', () => {
      this.#drop(id, toast);
      this.#parts.onClick(id);
    });
    toast.on('show', () => this.#parts.onShown());
    toast.on('failed', () => {
      this.#drop(id, toast);
      this.#parts.onFailed();
    });
    toast.show();
  }

  #keep(noticeId: string, toast: Notification): void {
    this.#alive.set(noticeId, toast);
    const [oldest] = this.#alive.keys();
    if (this.#alive.size > mostAlive && oldest !== undefined) this.#alive.delete(oldest);
  }

  #drop(noticeId: string, toast: Notification): void {
    if (this.#alive.get(noticeId) === toast) this.#alive.delete(noticeId);
  }
}

// Most Linux notification servers read the body as markup.
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
