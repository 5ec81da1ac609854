import { useEffect, useState } from 'react';
import type { Api, Outcome } from '../shared/ipc.ts';
import type { Page } from '../shared/pages.ts';
import { settled } from './shell/failure.tsx';

/** The page that the window was opened for; null until it is known. */
export function useStartPage(api: Api): Page | null {
  const [start, setStart] = useState<Page | null>(null);
  useEffect(() => {
    const take = (outcome: Outcome<Page>): void =>
      setStart(outcome.ok ? outcome.value : 'activity');
    void settled(api.startPage()).then(take);
  }, [api]);
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
