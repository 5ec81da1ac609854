import { escapeMarkup } from './fit.ts';
import type { Toast } from './toast.ts';

/**
 * The toast in Windows' own words. Electron's would not say which toast a click after a restart was
 * for: only `launch` does, and only pairs of `key=value` are understood there.
 */
export function toastXml(toast: Toast): string {
  const scenario = toast.stays ? ' scenario="reminder"' : '';
  const actions = toast.actions.map(({ key, label }, index) =>
    button('foreground', `type=action&action=${index}&tag=${toast.id}&key=${key}`, label),
  );
  // A reminder stays only if it has a button; an empty label is filled in by the system.
  if (toast.stays) actions.push(button('system', 'dismiss', ''));
  return [
    `<toast launch="${escapeMarkup(`type=click&tag=${toast.id}`)}"${scenario}>`,
    `<visual><binding template="ToastGeneric">`,
    `<text>${escapeMarkup(toast.title)}</text><text>${escapeMarkup(toast.body)}</text>`,
    `</binding></visual>`,
    actions.length > 0 ? `<actions>${actions.join('')}</actions>` : '',
    toast.isSilent ? '<audio silent="true"/>' : '',
    '</toast>',
  ].join('');
}

function button(activationType: string, given: string, label: string): string {
  return `<action activationType="${activationType}" arguments="${escapeMarkup(given)}" content="${escapeMarkup(label)}"/>`;
}

export interface Activation {
  readonly id: string;
  /** Null: the toast itself was clicked. */
  readonly key: string | null;
}

const click = /^type=click&tag=([\dA-Za-z-]{1,64})$/;
const action = /^type=action&action=\d{1,2}&tag=([\dA-Za-z-]{1,64})&key=([a-z-]{1,32})$/;

/** Which toast Windows means. Null: it does not say, or says it in words that are not ours. */
export function readActivation(given: string): Activation | null {
  const [, clicked] = click.exec(given) ?? [];
  if (clicked !== undefined) return { id: clicked, key: null };
  const [, id, key] = action.exec(given) ?? [];
  return id !== undefined && key !== undefined ? { id, key } : null;
}
