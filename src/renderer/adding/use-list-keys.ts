import { type KeyboardEvent, type RefObject, useState } from 'react';

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
};

interface ListKeys {
  /** The row that the Tab key leads to. */
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Arrow keys, Home and End move between rows; Enter opens one, Backspace leads back. */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  onOpen: (id: string) => void,
  onUp: () => void,
): ListKeys {
  const [active, setActive] = useState<string | null>(null);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { key, target } = event;
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = target.closest<HTMLElement>('[data-found]');
    const by = steps[key];
    if (key === 'Backspace') onUp();
    else if (key === 'Enter' && row && target instanceof HTMLInputElement) {
      onOpen(row.dataset['found'] ?? '');
    } else if (by !== undefined && row) move(list.current, row, by);
    else return;
    event.preventDefault();
  }

  return { active, onActive: setActive, onKeyDown };
}

function move(list: HTMLElement | null, from: HTMLElement, by: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-found]') ?? [])];
  const reachable = rows.filter((row) => mainOf(row) !== null);
  const at = reachable.indexOf(from) + by;
  const to = reachable[Math.max(0, Math.min(reachable.length - 1, at))];
  if (to) mainOf(to)?.focus();
}

/** What of a row is focused first. */
function mainOf(row: HTMLElement): HTMLElement | null {
  return row.querySelector<HTMLElement>('input:not(:disabled), button');
}

export function focusRow(list: HTMLElement | null, id: string | null): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-found]') ?? [])];
  const wanted = rows.find((row) => row.dataset['found'] === id);
  const row = wanted ?? rows.find((one) => mainOf(one) !== null);
  if (row) mainOf(row)?.focus();
  else list?.focus();
}
