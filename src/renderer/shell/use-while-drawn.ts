import { useEffect, useRef } from 'react';

/** Does it only while this part is drawn: what comes of a late answer is nobody's who has opened it since. */
export function useWhileDrawn<A extends readonly unknown[]>(
  act: (...args: A) => void,
): (...args: A) => void {
  const isDrawn = useRef(false);
  useEffect(() => {
    isDrawn.current = true;
    return () => {
      isDrawn.current = false;
    };
  }, []);
  return (...args) => {
    if (isDrawn.current) act(...args);
  };
}
