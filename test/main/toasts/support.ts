import type { Toast, ToastEvents } from '../../../src/main/toasts/toast.ts';

export function toast(parts: Partial<Toast> = {}): Toast {
  return {
    id: 'n-1',
    title: 'Ada edited “Budget.xlsx”',
    body: 'Finance / Plans',
    isSilent: false,
    stays: false,
    isUrgent: false,
    actions: [],
    ...parts,
  };
}

export const openAndMute = [
  { key: 'open', label: 'Open' },
  { key: 'mute', label: 'Mute' },
] as const;

/** Writes down what it is told. */
export function listener(): { readonly heard: string[]; readonly events: ToastEvents } {
  const heard: string[] = [];
  const events: ToastEvents = {
    onClick: (id, token) => heard.push(`click ${id} ${token}`),
    onAction: (id, key, token) => heard.push(`${key} ${id} ${token}`),
    onShown: () => heard.push('shown'),
    onFailed: () => heard.push('failed'),
    onSupport: (isSupported) => heard.push(isSupported ? 'supported' : 'unsupported'),
  };
  return { heard, events };
}
