import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { ActivityRow } from '../../shared/activity.ts';
import { headingHeight, indexOf, type Layout, offsetOf, rowHeight } from './layout.ts';

interface RowKeys {
  /** The row last focused. */
  readonly active: number | null;
  readonly onFocus: (id: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -8,
  PageDown: 8,
  Home: -Infinity,
  End: Infinity,
};

/** Arrow keys, Page Up and Down, Home and End move between rows. */
export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  layout: Layout,
  rows: readonly ActivityRow[],
): RowKeys {
  const [active, setActive] = useState<number | null>(null);
  const moving = useRef(false);

  useLayoutEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    row?.focus({ preventScroll: true });
  }, [active, scroller]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const by = steps[event.key];
    const from = indexOf(rows, active);
    const onRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
    if (by === undefined || from === -1 || !onRow) return;
    event.preventDefault();
    const to = rows[Math.max(0, Math.min(rows.length - 1, from + by))];
    if (!to || to.id === active) return;
    moving.current = true;
    setActive(to.id);
    bringIntoView(scroller.current, offsetOf(layout, to.id) ?? 0, from + by <= 0);
  }

  return { active, onFocus: setActive, onKeyDown };
}

function bringIntoView(view: HTMLElement | null, offset: number, first: boolean): void {
  if (!view) return;
  const bottom = offset + rowHeight - view.clientHeight;
  if (first) view.scrollTop = 0;
  else if (offset - headingHeight < view.scrollTop) view.scrollTop = offset - headingHeight;
  else if (bottom > view.scrollTop) view.scrollTop = bottom;
}
