/** Waits; resolves at once, without an error, when the signal aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Null: the signal aborted first. The work goes on by itself then. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const over = Promise.withResolvers<null>();
  const leave = (): void => over.resolve(null);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave);
  try {
    return await Promise.race([work, over.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** Aborts with `outer`, or by itself after `ms`; dispose of it when the work is done. */
export function timeLimit(
  outer: AbortSignal,
  ms: number,
): Disposable & { readonly signal: AbortSignal } {
  const limit = new AbortController();
  const end = (): void => limit.abort();
  const timer = setTimeout(end, ms);
  if (outer.aborted) end();
  outer.addEventListener('abort', end);
  return {
    signal: limit.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', end);
    },
  };
}
