import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';

interface Failure {
  readonly code: FailureCode;
  readonly drive?: string | undefined;
  /** How many came one after the other: the same once more is said once more. */
  readonly times: number;
}

interface Failures {
  /** The last request that failed and has not been dismissed. */
  readonly failure: Failure | null;
  readonly dismiss: () => void;
  /** Waits for a request; a failure is shown above the content. */
  readonly ask: <T>(request: Promise<Outcome<T>>, drive?: string) => Promise<Outcome<T>>;
  /** The same where all that matters is whether it was done. */
  readonly act: (request: Promise<Outcome<unknown>>, drive?: string) => Promise<boolean>;
}

const FailureContext = createContext<Failures | null>(null);

export function useFailures(): Failures {
  const failures = use(FailureContext);
  if (!failures) throw new Error('outside of Root');
  return failures;
}

export function FailureProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [failure, setFailure] = useState<Failure | null>(null);
  const dismiss = useCallback(() => setFailure(null), []);
  const ask = useCallback<Failures['ask']>(async (request, drive) => {
    const outcome = await settled(request);
    setFailure((last) =>
      outcome.ok ? null : { code: outcome.code, drive, times: (last?.times ?? 0) + 1 },
    );
    return outcome;
  }, []);
  const act = useCallback<Failures['act']>(
    async (request, drive) => (await ask(request, drive)).ok,
    [ask],
  );
  const failures = useMemo(() => ({ failure, dismiss, ask, act }), [failure, dismiss, ask, act]);
  return <FailureContext value={failures}>{children}</FailureContext>;
}

/** A request whose bridge broke is a failure like any other. */
export async function settled<T>(request: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await request;
  } catch {
    return { ok: false, code: 'internal' };
  }
}
