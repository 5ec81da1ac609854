import { randomUUID } from 'node:crypto';
import type { NotificationConstructorOptions } from 'electron';
import { createEvent } from './event.ts';
import { lifecycle } from './lifecycle.ts';
import { strictEmitter } from './strict.ts';

const windows = process.platform === 'win32';
const absent = windows ? [] : ['handleActivation'];

/**
 * What the desktop knows of the shown notifications. Only weakly, as in Electron: one that the app
 * let go of is collected, and a click on it reaches nobody.
 */
const shown = new Map<string, WeakRef<Notification>>();
const collected = new FinalizationRegistry<string>((id) => {
  if (!shown.get(id)?.deref()) shown.delete(id);
});

const known: Readonly<Record<keyof NotificationConstructorOptions, true>> = {
  id: true,
  groupId: true,
  groupTitle: true,
  title: true,
  subtitle: true,
  body: true,
  silent: true,
  icon: true,
  hasReply: true,
  timeoutType: true,
  replyPlaceholder: true,
  sound: true,
  urgency: true,
  actions: true,
  closeButtonText: true,
  toastXml: true,
};

/** Electron reads all or none: one without a type leaves a notification without buttons, and without a word. */
function readActions(actions: NotificationConstructorOptions['actions']): readonly object[] {
  const given: readonly unknown[] = actions ?? [];
  const isRead = given.every(
    (action) =>
      typeof action === 'object' &&
      action !== null &&
      'type' in action &&
      typeof action.type === 'string',
  );
  return isRead ? (given as readonly object[]) : [];
}

export class Notification extends strictEmitter('Notification', absent) {
  readonly id: string;
  readonly groupId: string;
  readonly groupTitle: string;
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  hasReply: boolean;
  replyPlaceholder: string;
  sound: string;
  urgency: string;
  timeoutType: string;
  closeButtonText: string;
  toastXml: string;
  actions: readonly object[];

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    if (!lifecycle.ready) throw new Error('Cannot create Notification before app is ready');
    const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
    if (unknown !== undefined) {
      throw new Error(`stand-in: electron.Notification option ${unknown} is not known`);
    }
    this.id = options.id || randomUUID();
    this.groupId = options.groupId ?? '';
    this.groupTitle = options.groupTitle ?? '';
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.hasReply = options.hasReply ?? false;
    this.replyPlaceholder = options.replyPlaceholder ?? '';
    this.sound = options.sound ?? '';
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? '';
    this.closeButtonText = options.closeButtonText ?? '';
    this.toastXml = options.toastXml ?? '';
    this.actions = readActions(options.actions);
    if (windows) this.#checkWindowsLimits();
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    this.close();
    shown.set(this.id, new WeakRef(this));
    collected.register(this, this.id);
    const { id } = this;
    setImmediate(() => shown.get(id)?.deref()?.emit('show', createEvent()));
  }

  /** Dismissed by the app: its `close` event comes later, if someone still holds it. */
  close(): void {
    if (shown.get(this.id)?.deref() !== this) return;
    shown.delete(this.id);
    const gone = new WeakRef(this);
    setImmediate(() => gone.deref()?.emit('close', createEvent()));
  }

  #checkWindowsLimits(): void {
    if (this.id.length > 64) {
      throw new Error('Notification id exceeds Windows limit of 64 UTF-16 characters');
    }
    if (this.groupId.length > 64) {
      throw new Error('Notification groupId exceeds Windows limit of 64 UTF-16 characters');
    }
    if (this.groupTitle && !this.groupId) {
      throw new Error('Notification groupTitle requires groupId to be set');
    }
  }
}

if (windows) {
  // Nothing activates a toast here, so there is never one to replay.
  Object.assign(Notification, { handleActivation: (_callback: () => void) => {} });
}
