import { NotificationService } from '../linux/notification-service.ts';
import type { SessionBus } from '../linux/session-bus.ts';
import { type Looks, notifyBody } from './notify-body.ts';
import type { Toast, ToastEvents, ToastSink } from './toast.ts';

const mostKept = 200;
/** At login we may come before what shows notifications; what is older than this is no news. */
const waitsMs = 60_000;
/** Reasons of NotificationClosed. */
const expired = 1;
const dismissed = 2;

interface Kept {
  toast: Toast;
  /** Not handed over yet. */
  isNew: boolean;
  isSending: boolean;
  isClosed: boolean;
  /** A service ended while it was asked to show it. */
  wasLost: boolean;
  askedAt: number;
  /** The service's number for it, and whose number that is. */
  number: number;
  owner: string | null;
  token: string | null;
}

export interface DbusToastsParts {
  readonly bus: SessionBus;
  readonly events: ToastEvents;
  readonly looks: Looks;
  readonly now?: () => number;
}

/** Toasts of Linux desktops, spoken of with their notification service directly: nothing here ever blocks. */
export class DbusToasts implements ToastSink {
  readonly #service: NotificationService;
  readonly #events: ToastEvents;
  readonly #looks: Looks;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #isSupported: boolean | null = null;

  constructor({ bus, events, looks, now = Date.now }: DbusToastsParts) {
    this.#events = events;
    this.#looks = looks;
    this.#now = now;
    this.#service = new NotificationService(bus, {
      onSupport: (isSupported) => this.#supported(isSupported),
      onSignal: (member, values) => this.#heard(member, values),
    });
  }

  start(): void {
    this.#service.start();
  }

  show(toast: Toast): void {
    const kept = this.#kept.get(toast.id) ?? blank(toast);
    kept.toast = toast;
    kept.isNew = true;
    kept.wasLost = false;
    kept.askedAt = this.#now();
    this.#kept.delete(toast.id);
    this.#kept.set(toast.id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    void this.#send(kept);
  }

  close(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#kept.delete(id);
    kept.isClosed = true;
    if (!kept.isSending) this.#takeBack(kept);
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  /** One at a time of each toast: an update needs the number that the one before was given. */
  async #send(kept: Kept): Promise<void> {
    if (kept.isSending) return;
    kept.isSending = true;
    while (kept.isNew && !kept.isClosed && this.#service.isThere) {
      const capabilities = await this.#service.capabilities();
      if (capabilities === null) break;
      kept.isNew = false;
      await this.#hand(kept, capabilities);
    }
    kept.isSending = false;
    if (kept.isClosed) this.#takeBack(kept);
  }

  async #hand(kept: Kept, capabilities: ReadonlySet<string>): Promise<void> {
    const { owner } = this.#service;
    const replaces = kept.owner === owner ? kept.number : 0;
    const [signature, body] = notifyBody(kept.toast, { replaces, capabilities, ...this.#looks });
    const reply = await this.#service.call('Notify', signature, body);
    const [number] = reply.ok ? reply.values : [];
    if (typeof number !== 'number') {
      await this.#service.settled();
      this.#failed(kept, owner);
      return;
    }
    kept.number = number;
    kept.owner = this.#service.owner;
    this.#events.onShown();
  }

  #failed(kept: Kept, asked: string | null): void {
    const { isThere, owner } = this.#service;
    // Gone meanwhile: it may come back in time. Where it has, or can be started, it is asked once more
    // only: the toast may be what ends it.
    kept.isNew ||= !isThere || (owner !== asked && !kept.wasLost);
    kept.wasLost = true;
    if (kept.isNew) return;
    this.#drop(kept);
    this.#events.onFailed();
  }

  #takeBack({ number, owner }: Kept): void {
    if (number === 0 || owner !== this.#service.owner) return;
    void this.#service.call('CloseNotification', 'u', [number]);
  }

  #supported(isSupported: boolean): void {
    if (isSupported !== this.#isSupported) this.#events.onSupport(isSupported);
    this.#isSupported = isSupported;
    if (!isSupported) return;
    for (const kept of this.#kept.values()) {
      if (!kept.isNew || kept.isSending) continue;
      if (this.#now() - kept.askedAt < waitsMs) void this.#send(kept);
      else this.#drop(kept);
    }
  }

  #heard(member: string, [number, said]: readonly unknown[]): void {
    const kept = [...this.#kept.values()].find(
      (one) => one.number === number && one.owner === this.#service.owner,
    );
    if (!kept) return;
    if (member === 'ActivationToken' && typeof said === 'string') kept.token = said;
    if (member === 'ActionInvoked' && typeof said === 'string') this.#answered(kept, said);
    if (member === 'NotificationClosed') this.#closed(kept, said);
  }

  #answered(kept: Kept, key: string): void {
    const { toast, token } = kept;
    const isOurs = toast.actions.some((action) => action.key === key);
    if (key !== 'default' && !isOurs) return;
    this.#drop(kept);
    // Not every service does, and an answered toast is in the way.
    this.#takeBack(kept);
    if (key === 'default') this.#events.onClick(toast.id, token);
    else this.#events.onAction(toast.id, key, token);
  }

  /** What expired was not answered: some desktops keep it in a list, where it can be, and news of it is news. */
  #closed(kept: Kept, reason: unknown): void {
    if (reason === expired) return;
    const isUnderWay = kept.isNew || kept.isSending;
    if (reason !== dismissed && isUnderWay) return;
    kept.isClosed = true;
    this.#drop(kept);
  }

  #drop(kept: Kept): void {
    if (this.#kept.get(kept.toast.id) === kept) this.#kept.delete(kept.toast.id);
  }
}

function blank(toast: Toast): Kept {
  const state = { isNew: true, isSending: false, isClosed: false, wasLost: false, askedAt: 0 };
  return { toast, ...state, number: 0, owner: null, token: null };
}
