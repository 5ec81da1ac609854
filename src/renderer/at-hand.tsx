import { type ReactNode, useEffect, useState } from 'react';
import {
  FocusKept,
  MessageBars,
  RailTooltip,
  RowMenu,
  SearchField,
  TabsterKept,
} from './lazy-pages.tsx';
import { useSurroundings } from './surroundings.ts';

const atHand = [TabsterKept, FocusKept, RowMenu, SearchField, MessageBars, RailTooltip];

/** Brings what the first click or key may need, once the first content is drawn. */
export function AtHand({ when }: { readonly when: boolean }): ReactNode {
  const { locale } = useSurroundings();
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    if (!when) return undefined;
    const waiting = requestIdleCallback(
      () => {
        // What cannot be loaded says so where it is wanted.
        void Promise.allSettled(atHand.map((part) => part.load(locale)));
        setIdle(true);
      },
      { timeout: 1000 },
    );
    return () => cancelIdleCallback(waiting);
  }, [when, locale]);
  return (
    isIdle && (
      <>
        <TabsterKept />
        <FocusKept />
      </>
    )
  );
}
