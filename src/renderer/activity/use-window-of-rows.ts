import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Layout, offsetOf, rowAt } from './layout.ts';

/** Drawn beyond each edge of the view, once what is in view has been painted. */
const overscan = 280;
/** The stretch moves in steps, so that most scroll events draw nothing. */
export const step = 140;

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

interface WindowOfRows {
  /** The part of the list worth drawing. */
  readonly stretch: Stretch;
  /** How much of it lies beyond each edge of the view. */
  readonly margin: number;
  readonly atTop: boolean;
  /** The newest row when the top was last in view. */
  readonly seen: number;
  readonly onScroll: () => void;
}

/** Follows the scroller, and holds still what is being read while rows arrive above it. */
export function useWindowOfRows(
  scroller: RefObject<HTMLElement | null>,
  layout: Layout,
): WindowOfRows {
  const [margin, setMargin] = useState(0);
  const [stretch, setStretch] = useState<Stretch>({ top: 0, bottom: innerHeight });
  const [atTop, setAtTop] = useState(true);
  const newest = layout.blocks[0]?.rows[0]?.id ?? 0;
  const [seen, setSeen] = useState(newest);
  const before = useRef(layout);

  const onScroll = useCallback(() => {
    const view = scroller.current;
    if (!view) return;
    const { scrollTop, clientHeight } = view;
    const top = Math.floor(scrollTop / step) * step - margin;
    const bottom = Math.ceil((scrollTop + clientHeight) / step) * step + margin;
    setStretch((was) => (was.top === top && was.bottom === bottom ? was : { top, bottom }));
    setAtTop(scrollTop < 1);
    if (scrollTop < 1) setSeen(newest);
  }, [margin, newest, scroller]);

  useLayoutEffect(() => {
    holdStill(scroller.current, before.current, layout);
    before.current = layout;
    // Before anything is painted, or the rows scrolled to would be missing for one frame.
    // oxlint-disable-next-line react/set-state-in-effect
    onScroll();
  }, [layout, onScroll, scroller]);

  useEffect(() => {
    if (!scroller.current) return undefined;
    const observer = new ResizeObserver(onScroll);
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [onScroll, scroller]);

  useEffect(() => {
    const idle = requestIdleCallback(() => setMargin(overscan), { timeout: 200 });
    return () => cancelIdleCallback(idle);
  }, []);

  return { stretch, margin, atTop, seen, onScroll };
}

/** Keeps the row at the upper edge where it is; at the very top, new rows are let in. */
function holdStill(view: HTMLElement | null, before: Layout, after: Layout): void {
  if (!view || before === after || view.scrollTop < 1) return;
  const row = rowAt(before, view.scrollTop);
  const was = row && offsetOf(before, row.id);
  const is = row && offsetOf(after, row.id);
  if (was !== null && is !== null && was !== is) view.scrollBy({ top: is - was });
}
