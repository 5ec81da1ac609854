export interface ToastAction {
  /** Lower-case letters and hyphens: it travels through the system and back. */
  readonly key: string;
  readonly label: string;
}

/** What the system shows, in words. */
export interface Toast {
  /** Letters, digits and hyphens, 64 at most. Showing one with the same id again replaces it. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly isSilent: boolean;
  /** Until the person dismisses it, where the system can do that. */
  readonly stays: boolean;
  /** Shown even where the person asked the system for quiet, if the system has such a thing. */
  readonly isUrgent: boolean;
  readonly actions: readonly ToastAction[];
}

/** Where toasts are shown: the system's notifications. */
export interface ToastSink {
  /** Returns before the system has answered. */
  show(toast: Toast): void;
  close(id: string): void;
  /** Neither dismissed nor answered nor closed: an update of it may be shown. */
  has(id: string): boolean;
}

/** What comes back from the system. */
export interface ToastEvents {
  /** `token`: what lets our window come to the front (Wayland). Id null: the system does not say of which. */
  readonly onClick: (id: string | null, token: string | null) => void;
  readonly onAction: (id: string, key: string, token: string | null) => void;
  readonly onShown: () => void;
  readonly onFailed: () => void;
  /** Whether anything can be shown at all; told when it is found out, and when it changes. */
  readonly onSupport: (isSupported: boolean) => void;
}
