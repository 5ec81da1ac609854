import { useEffect } from 'react';

const reachable = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"])';
const unreachable = ':is(:disabled, [tabindex="-1"], [aria-hidden="true"], [data-tabster-dummy])';

/** Whoever means to take the focus, as Tabster where a dialog closes, has done so by then. */
const afterMs = 200;

/** With a button that goes goes the focus it had: it passes to what is nearest, or the keyboard would be nowhere. */
export function FocusKept(): null {
  useEffect(() => {
    let way: readonly Element[] = [];
    let timer = 0;
    const onFocus = ({ target }: FocusEvent): void => {
      way = target instanceof Element ? wayUp(target) : [];
    };
    const onBlur = ({ target }: FocusEvent): void => {
      // Who has left it on purpose wants nothing.
      queueMicrotask(() => {
        if (target === way[0] && way[0]?.isConnected) way = [];
      });
    };
    const onChange = (): void => {
      if (!isLost(way)) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => isLost(way) && nearest(way)?.focus(), afterMs);
    };
    const observer = new MutationObserver(onChange);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    if (document.activeElement) way = wayUp(document.activeElement);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);
  return null;
}

/** From what has the focus to the body, without it. */
function wayUp(from: Element): readonly Element[] {
  const way: Element[] = [];
  for (let at: Element | null = from; at && at !== document.body; at = at.parentElement)
    way.push(at);
  return way;
}

function isLost([from]: readonly Element[]): boolean {
  const { activeElement, body } = document;
  return from?.isConnected === false && (activeElement === body || activeElement === null);
}

function nearest(way: readonly Element[]): HTMLElement | null {
  for (const place of way.filter((each) => each.isConnected)) {
    const found = [...place.querySelectorAll<HTMLElement>(`${reachable}:not(${unreachable})`)];
    const first = found.find((each) => each.checkVisibility({ visibilityProperty: true }));
    if (first) return first;
  }
  return null;
}
