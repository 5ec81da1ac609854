import { Notification } from 'electron';
import { fit } from './fit.ts';
import { readActivation, toastXml } from './toast-xml.ts';
import type { Toast, ToastEvents, ToastSink } from './toast.ts';

const mostAlive = 200;

/** Toasts of Windows and macOS. Each is kept until it is answered: collected, it would not hear its click. */
export class ElectronToasts implements ToastSink {
  readonly #events: ToastEvents;
  readonly #platform: NodeJS.Platform;
  readonly #alive = new Map<string, Notification>();

  constructor(events: ToastEvents, platform: NodeJS.Platform) {
    this.#events = events;
    this.#platform = platform;
  }

  /** Call when the events can be answered: a click that started the app is told at once. */
  start(): void {
    // On macOS the first question would make the system ask the person for permission.
    if (this.#platform !== 'darwin') this.#events.onSupport(Notification.isSupported());
    if (this.#platform === 'win32') {
      Notification.handleActivation((details) => this.#activated(details.arguments));
    }
  }

  show(toast: Toast): void {
    this.close(toast.id);
    const shown = fit(toast, this.#platform);
    const notification = new Notification(this.#options(shown));
    this.#keep(toast.id, notification);
    this.#follow(shown, notification);
    notification.show();
  }

  close(id: string): void {
    const notification = this.#alive.get(id);
    this.#alive.delete(id);
    notification?.close();
  }

  has(id: string): boolean {
    return this.#alive.has(id);
  }

  #options(toast: Toast): Electron.NotificationConstructorOptions {
    const { id, title, body, isSilent } = toast;
    const common = { id, title, body, silent: isSilent };
    if (this.#platform === 'win32') {
      const urgency = toast.isUrgent ? 'critical' : 'normal';
      return { ...common, urgency, toastXml: toastXml(toast) };
    }
    const actions = toast.actions.map(({ label }) => ({ type: 'button' as const, text: label }));
    return { ...common, actions };
  }

  #follow({ id, actions }: Toast, notification: Notification): void {
    const { onClick, onAction, onShown, onFailed } = this.#events;
    notification.on('show', onShown);
    notification.on('click', () => {
      this.#drop(id, notification);
      onClick(id, null);
    });
    notification.on('action', ({ actionIndex }) => {
      const action = actions[actionIndex];
      this.#drop(id, notification);
      if (action) onAction(id, action.key, null);
    });
    notification.on('close', ({ reason }) => {
      // It has moved to the Action Center, where it can still be clicked.
      if (reason !== 'timedOut') this.#drop(id, notification);
    });
    notification.on('failed', () => {
      this.#drop(id, notification);
      onFailed();
    });
  }

  /** Windows tells of all actions here, of clicks only where their toast is of an earlier run. */
  #activated(given: string): void {
    const activation = readActivation(given);
    if (activation === null) {
      this.#events.onClick(null, null);
      return;
    }
    const { id, key } = activation;
    // Its own event follows.
    if (this.#alive.has(id)) return;
    if (key === null) this.#events.onClick(id, null);
    else this.#events.onAction(id, key, null);
  }

  #keep(id: string, notification: Notification): void {
    this.#alive.set(id, notification);
    const [oldest] = this.#alive.keys();
    if (this.#alive.size > mostAlive && oldest !== undefined) this.#alive.delete(oldest);
  }

  #drop(id: string, notification: Notification): void {
    if (this.#alive.get(id) === notification) this.#alive.delete(id);
  }
}
