import { useEffect, useState } from 'react';
import type { Api } from '../shared/ipc.ts';
import type { Page } from '../shared/pages.ts';
import { settled } from './shell/failure.tsx';

/** The page that the window was opened for; null until it is known. */
export function useStartPage(api: Api, first: Page | null): Page | null {
  const [start, setStart] = useState(first);
  useEffect(() => {
    if (first) return;
    void settled(api.startPage()).then((outcome) =>
      setStart(outcome.ok ? outcome.value : 'activity'),
    );
  }, [api, first]);
  return start;
}

/** The page that is shown: chosen in the window, or asked for from outside of it. */
export function usePage(
  api: Api,
  start: Page,
): readonly [page: Page, onPage: (page: Page) => void] {
  const [page, setPage] = useState(start);
  useEffect(() => api.on('page', setPage), [api]);
  return [page, setPage];
}
