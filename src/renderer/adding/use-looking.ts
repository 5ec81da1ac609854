import { useCallback, useState } from 'react';
import type { Found, FoundPage, Search } from '../../shared/finding.ts';
import { useSurroundings } from '../surroundings.ts';
import { type Asking, useAsking } from './use-asking.ts';

/** What was found at one step of the way down. */
export interface Level extends FoundPage {
  readonly search: Search;
  /** Of what was opened; empty where nothing was. */
  readonly name: string;
  /** What was opened from here last: coming back leads there. */
  readonly openedId: string | null;
  /** Where the focus goes with it; undefined: it stays where it is. */
  readonly arrival: { readonly at: string | null } | undefined;
}

interface Step {
  readonly accountId: string;
  readonly search: Search;
  readonly name: string;
  readonly above: readonly Level[];
}

export interface Looking extends Pick<Asking, 'waiting' | 'failure' | 'retry' | 'fail'> {
  readonly levels: readonly Level[];
  /** From the beginning. */
  readonly look: (accountId: string, search: Search) => void;
  readonly open: (accountId: string, found: Found) => void;
  /** Back up, to so many levels. */
  readonly goTo: (depth: number) => void;
  readonly more: () => void;
  readonly cancel: () => void;
}

/** Goes down from what was found to what is in it. */
export function useLooking(): Looking {
  const { api } = useSurroundings();
  const [levels, setLevels] = useState<readonly Level[]>([]);
  const { ask, stop, ...asking } = useAsking();

  const step = useCallback(
    ({ accountId, search, name, above }: Step, arrives: boolean) =>
      ask({
        wait: { search, name },
        request: () => api.find(accountId, search),
        take: (page, isAgain) => {
          const arrival = arrives || isAgain ? { at: null } : undefined;
          setLevels([...above, { ...page, search, name, arrival, openedId: null }]);
        },
        lose: () => setLevels(above),
      }),
    [api, ask],
  );

  const look = useCallback<Looking['look']>(
    (accountId, search) => step({ accountId, search, name: '', above: [] }, false),
    [step],
  );

  function open(accountId: string, { foundId, kind, name }: Found): void {
    const what = kind === 'site' || kind === 'group' ? 'libraries' : 'inside';
    const here = levels.at(-1);
    const above = here ? [...levels.slice(0, -1), { ...here, openedId: foundId }] : [];
    setLevels(above);
    step({ accountId, search: { what, foundId }, name, above }, true);
  }

  function more(): void {
    const here = levels.at(-1);
    const next = here?.next ?? null;
    if (!here || next === null) return;
    ask({
      wait: { search: 'more', name: '' },
      request: () => api.findMore(next),
      take: (page) => setLevels([...levels.slice(0, -1), joined(here, page)]),
    });
  }

  function goTo(depth: number): void {
    stop();
    setLevels(arriving(levels.slice(0, depth)));
  }

  return { ...asking, levels, look, open, goTo, more, cancel: () => goTo(levels.length) };
}

function joined(here: Level, { found, nameless, next }: FoundPage): Level {
  const known = new Set(here.found.map(({ foundId }) => foundId));
  return {
    ...here,
    found: [...here.found, ...found.filter(({ foundId }) => !known.has(foundId))],
    nameless: here.nameless + nameless,
    next,
    arrival: { at: found[0]?.foundId ?? null },
  };
}

/** The focus goes to where one left off. */
function arriving(levels: readonly Level[]): readonly Level[] {
  const here = levels.at(-1);
  return here ? [...levels.slice(0, -1), { ...here, arrival: { at: here.openedId } }] : levels;
}
