import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { SignInFailure, SignInView, Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';

/** What another app registration may mend. */
const mended: ReadonlySet<SignInFailure> = new Set([
  'client-id-wrong',
  'client-audience-wrong',
  'client-not-public',
]);

type Failed = Extract<SignInView, { state: 'failed' }>;

/** Whether the person's own client ID may be what a sign-in failed for. */
export function mayBeClientId({ asked, failure }: Failed, clientIds: Snapshot['clientIds']) {
  return mended.has(failure) && clientIds[asked.cloud].source === 'settings';
}

/** Back to where the client ID was typed in. */
export function ChangeIdButton({ asked }: { readonly asked: Failed['asked'] }): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const { otherWays } = useSignIn();
  const change = async (): Promise<void> => {
    const forgotten = await act(api.setClientId(asked.cloud, null));
    // Only the global cloud's registration has a panel of its own.
    if (forgotten && asked.cloud !== 'global') otherWays(asked);
  };
  return (
    <Button size="small" onClick={() => void change()}>
      {t('client-id.change')}
    </Button>
  );
}
