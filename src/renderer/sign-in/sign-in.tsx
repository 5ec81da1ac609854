import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import type { SignInAsk, Snapshot } from '../../shared/snapshot.ts';
import { DeviceCodeDialog, OtherWaysDialog, WeakStorageDialog } from '../lazy-pages.tsx';
import { useFailures } from '../shell/failure.tsx';
import { useEver } from '../shell/use-ever.ts';
import { useSurroundings } from '../surroundings.ts';
import type { Stage } from '../welcome/use-first-run.ts';
import type { Ways } from './other-ways-dialog.tsx';

interface SignIns {
  /** Signs in as asked; where the cloud has no app registration yet, asks for that first. */
  readonly signIn: (asked: SignInAsk) => void;
  /** Opens the choice of way and cloud, beginning from `asked`. */
  readonly otherWays: (asked: SignInAsk) => void;
  /** Opens the same choice, with the client ID in it that the sign-in failed for. */
  readonly changeClientId: (asked: SignInAsk) => void;
  /** Asks whether the sign-in is to be kept without a keyring. */
  readonly keepSignedIn: () => void;
}

const SignInContext = createContext<SignIns | null>(null);

export function useSignIn(): SignIns {
  const signIns = use(SignInContext);
  if (!signIns) throw new Error('outside of SignInProvider');
  return signIns;
}

interface SignInProviderProps {
  readonly snapshot: Snapshot;
  /** Of the first run; null on the window's own pages. */
  readonly stage: Stage | null;
  readonly children: ReactNode;
}

/** Signing in from anywhere in the window, with the dialogs that belong to it. */
export function SignInProvider({ snapshot, stage, children }: SignInProviderProps): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const [ways, setWays] = useState<Ways | null>(null);
  const [keeping, setKeeping] = useState(false);
  const { accounts, clientIds, signIn } = snapshot;
  const page = stage === 'sign-in' && signIn.state === 'waiting' ? 'waiting' : stage;
  const [below, setBelow] = useState(page);
  // A dialog goes with the page that it was opened from.
  if (below !== page) {
    setBelow(page);
    setWays(null);
    setKeeping(false);
  }
  const signIns = useMemo<SignIns>(
    () => ({
      signIn: (asked) => {
        if (clientIds[asked.cloud].source === 'none') setWays({ asked, changes: false });
        else void act(api.signIn(asked));
      },
      otherWays: (asked) => setWays({ asked, changes: false }),
      changeClientId: (asked) => setWays({ asked, changes: true }),
      keepSignedIn: () => setKeeping(true),
    }),
    [act, api, clientIds],
  );
  // A panel of the first run shows the code itself.
  const byCode =
    signIn.state === 'waiting' && signIn.asked.flow === 'device-code' && stage !== 'sign-in';
  return (
    <SignInContext value={signIns}>
      {children}
      <Late when={ways !== null}>
        <OtherWaysDialog
          ways={ways}
          accounts={accounts}
          clientIds={clientIds}
          onClose={() => setWays(null)}
        />
      </Late>
      <Late when={keeping}>
        <WeakStorageDialog open={keeping} onClose={() => setKeeping(false)} />
      </Late>
      <Late when={byCode}>
        <DeviceCodeDialog waiting={byCode ? signIn : null} />
      </Late>
    </SignInContext>
  );
}

/** Loads a dialog when it first opens; it stays, so that it can fade out. */
function Late({ when, children }: { readonly when: boolean; readonly children: ReactNode }) {
  return useEver(when) && children;
}
