import type { ActivityRow } from '../../shared/activity.ts';
import { startOfDay } from '../../shared/texts/moments.ts';

export const rowHeight = 56;
export const headingHeight = 36;

const hour = 3_600_000;

/** The rows told on one day, and where they stand in the list. */
export interface DayBlock {
  readonly day: number;
  readonly rows: readonly ActivityRow[];
  readonly top: number;
  readonly height: number;
}

export interface Layout {
  readonly blocks: readonly DayBlock[];
  readonly height: number;
}

/**
 * Splits rows, newest first, into days. A change of yesterday found today stands between
 * today's rows: it goes under today, where it was told, so that no day appears twice.
 */
export function layoutDays(rows: readonly ActivityRow[]): Layout {
  const days = daysTold(rows);
  const blocks: DayBlock[] = [];
  let from = 0;
  let top = 0;
  for (let index = 1; index <= rows.length; index++) {
    const day = days[index - 1] ?? 0;
    if (index < rows.length && days[index] === day) continue;
    const height = headingHeight + (index - from) * rowHeight;
    blocks.push({ day, rows: rows.slice(from, index), top, height });
    top += height;
    from = index;
  }
  return { blocks, height: top };
}

function daysTold(rows: readonly ActivityRow[]): readonly number[] {
  const days: number[] = Array.from({ length: rows.length });
  let latest = 0;
  let over = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const at = rows[index]?.at ?? 0;
    if (at >= over) {
      latest = startOfDay(at);
      over = startOfDay(latest + 36 * hour);
    }
    days[index] = latest;
  }
  return days;
}

/** Where a row is among rows, newest first; -1: not there. */
export function indexOf(rows: readonly ActivityRow[], id: number | null): number {
  if (id === null) return -1;
  const index = newerThan(rows, id);
  return rows[index]?.id === id ? index : -1;
}

/** How many of these rows, newest first, are newer. */
export function newerThan(rows: readonly ActivityRow[], id: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.id ?? 0) > id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A row's distance from the top of the list, or null when it is not there. */
export function offsetOf(layout: Layout, id: number): number | null {
  for (const { rows, top } of layout.blocks) {
    const index = indexOf(rows, id);
    if (index !== -1) return top + headingHeight + index * rowHeight;
  }
  return null;
}

/** The first row whose lower edge is below `y`. */
export function rowAt(layout: Layout, y: number): ActivityRow | null {
  const block = layout.blocks.find(({ top, height }) => top + height > y);
  if (!block) return null;
  const index = Math.floor((y - block.top - headingHeight) / rowHeight);
  return block.rows[Math.max(0, index)] ?? null;
}

/** The indexes of a block's rows that touch the stretch from `top` to `bottom`. */
export function rowsWithin(block: DayBlock, top: number, bottom: number): readonly number[] {
  const first = Math.floor((top - block.top - headingHeight) / rowHeight);
  const last = Math.ceil((bottom - block.top - headingHeight) / rowHeight);
  const from = Math.max(0, first);
  const to = Math.min(block.rows.length, last);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
