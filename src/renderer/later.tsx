import { type FunctionComponent, type ReactNode, useEffect, useState } from 'react';
import { useAnnounce } from './shell/announcer.tsx';
import { NotShown } from './shell/not-shown.tsx';
import { useSurroundings } from './surroundings.ts';
import { knowsAllWords, loadAllWords } from './all-words.ts';

/** A part of the window that is not in its start bundle. */
export interface Later<P extends object = never> {
  (props: P & { readonly fallback?: ReactNode }): ReactNode;
  readonly load: (locale: string) => Promise<void>;
  readonly isLoaded: (locale: string) => boolean;
}

interface LaterOptions {
  /** Nobody misses it where it cannot be loaded, or what stands in for it does. */
  readonly isSpare?: boolean;
}

/**
 * Draws a part whose code, with all words, comes when it is first drawn, or before. Not React's own:
 * that holds back what it waits for by 300 ms, and waits for a moment even for what is there.
 */
export function later<P extends object>(
  bring: () => Promise<FunctionComponent<P>>,
  { isSpare = false }: LaterOptions = {},
): Later<P> {
  let coming: Promise<FunctionComponent<P>> | undefined;
  let part: FunctionComponent<P> | undefined;
  const load = async (locale: string): Promise<void> => {
    coming ??= bring();
    try {
      [part] = await Promise.all([coming, loadAllWords(locale)]);
    } catch (thrown) {
      coming = undefined;
      throw thrown;
    }
  };
  const isLoaded = (locale: string): boolean => part !== undefined && knowsAllWords(locale);

  function Part({ fallback = null, ...props }: P & { readonly fallback?: ReactNode }): ReactNode {
    const { locale } = useSurroundings();
    const isHere = isLoaded(locale);
    // Something stands in for it: that is painted first.
    const { hasFailed, retry } = useLoaded(isHere, load, fallback !== null);
    const Drawn = part;
    if (isHere && Drawn) return <Drawn {...(props as unknown as P)} />;
    return hasFailed && !isSpare ? <NotShown onRetry={retry} /> : fallback;
  }
  return Object.assign(Part, { load, isLoaded });
}

interface Loaded {
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

function useLoaded(isHere: boolean, load: Later['load'], canWait: boolean): Loaded {
  const { locale, t } = useSurroundings();
  const announce = useAnnounce();
  const [, setCome] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (isHere) return undefined;
    const come = (): void =>
      void load(locale).then(
        () => setCome(locale),
        () => setFailed(true),
      );
    if (!canWait) {
      come();
      return undefined;
    }
    const idle = requestIdleCallback(come, { timeout: 200 });
    return () => cancelIdleCallback(idle);
  }, [isHere, canWait, load, locale]);
  const retry = (): void =>
    void load(locale).then(
      () => setCome(`${locale} again`),
      () => announce(t('app.not-shown')),
    );
  return { hasFailed, retry };
}
