import { escapeMarkup, fit } from './fit.ts';
import type { Toast } from './toast.ts';

/** What is the same for all toasts. */
export interface Looks {
  /** The name of our .desktop file: icon, name and settings hang on it. */
  readonly desktopEntry: string;
  readonly appName: string;
  /** An icon's name or file. */
  readonly icon: string;
  /** What a click on the toast does: some desktops show it as a button. */
  readonly openLabel: string;
}

interface Wanted extends Looks {
  /** The number of the notification it takes the place of; 0: none. */
  readonly replaces: number;
  readonly capabilities: ReadonlySet<string>;
}

type Variant = readonly [signature: string, value: string | number | boolean];

const asTheServiceLikes = -1;
const never = 0;
const urgencies = { normal: 1, critical: 2 } as const;

/** The arguments of `Notify`, for a service that can do what it says it can. */
export function notifyBody(toast: Toast, wanted: Wanted): readonly [string, readonly unknown[]] {
  const { capabilities, replaces, appName, icon, openLabel } = wanted;
  const { title, body } = fit(toast, 'linux');
  const text = capabilities.has('body-markup') ? escapeMarkup(body) : body;
  const actions = capabilities.has('actions')
    ? ['default', openLabel, ...toast.actions.flatMap(({ key, label }) => [key, label])]
    : [];
  const expiry = toast.stays ? never : asTheServiceLikes;
  return [
    'susssasa{sv}i',
    [appName, replaces, icon, title, text, actions, hintsOf(toast, wanted), expiry],
  ];
}

function hintsOf(
  toast: Toast,
  { desktopEntry, capabilities }: Wanted,
): readonly (readonly [string, Variant])[] {
  const urgency = toast.isUrgent ? urgencies.critical : urgencies.normal;
  const hints: (readonly [string, Variant])[] = [
    ['desktop-entry', ['s', desktopEntry]],
    ['urgency', ['y', urgency]],
  ];
  if (toast.isSilent) hints.push(['suppress-sound', ['b', true]]);
  else if (capabilities.has('sound')) hints.push(['sound-name', ['s', 'message-new-instant']]);
  return hints;
}
