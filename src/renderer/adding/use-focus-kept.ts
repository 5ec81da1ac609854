import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { focusRow } from './use-list-keys.ts';

interface Place {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** What is found may take the place of a row or button that has the focus: its first row has it then. */
export function useFocusKept(): Place {
  const ref = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isInside.current && isLost) focusRow(ref.current, null);
  });
  return {
    ref,
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ relatedTarget }) => {
      // Nothing else has it: the row is going.
      if (relatedTarget !== null) isInside.current = false;
    },
  };
}
