import type { ReactNode } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { MessageBars } from '../lazy-pages.tsx';
import { useFailures } from './failure.tsx';
import { useEver } from './use-ever.ts';

/** Whether there may be something to say above the page. */
export function hasMessages({ signIn, troubles, updates }: Snapshot): boolean {
  return signIn.state !== 'idle' || troubles.length > 0 || updates.now.state === 'ready';
}

/** Message bars come with the first message, and stay: they know what was dismissed. */
export function MessagePlace({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { failure } = useFailures();
  const wasNeeded = useEver(failure !== null || hasMessages(snapshot));
  return wasNeeded && <MessageBars snapshot={snapshot} />;
}
