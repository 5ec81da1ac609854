import { useEffect, useRef } from 'react';
import type { AccountView } from '../../shared/snapshot.ts';
import type { Picks } from './found-list.tsx';
import type { Looking } from './use-looking.ts';

export interface WayProps extends Picks {
  readonly account: AccountView;
  readonly isSigningIn: boolean;
}

/** What failed for want of a sign-in is looked for again once there was one. */
export function useAgainAfterSignIn({ failure, retry }: Looking, isSigningIn: boolean): void {
  const was = useRef(isSigningIn);
  useEffect(() => {
    if (was.current && !isSigningIn && failure === 'signed-out') retry();
    was.current = isSigningIn;
  }, [failure, isSigningIn, retry]);
}
