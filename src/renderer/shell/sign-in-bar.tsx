import { type ReactNode, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { givenClientId } from '../sign-in/failed-id.ts';
import { OtherWaysButton } from '../sign-in/other-ways-button.tsx';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';
import { FailureMessage } from './failure-message.tsx';
import { useFailures } from './failure.tsx';
import { Message } from './message.tsx';
import { useSaid } from './use-said.ts';

interface SignInBarProps {
  readonly snapshot: Pick<Snapshot, 'signIn' | 'clientIds'>;
  /** Says nothing of a failure that was there before. */
  readonly fresh?: boolean;
}

/** A sign-in begun from inside the window: under way, or how it failed. */
export function SignInBar({ snapshot, fresh = false }: SignInBarProps): ReactNode {
  const { signIn, clientIds } = snapshot;
  const { t } = useSurroundings();
  const signIns = useSignIn();
  const [hidden, setHidden] = useState(fresh && signIn.state === 'failed');
  if (hidden && signIn.state !== 'failed') setHidden(false);
  useSaid(signIn.state === 'failed' && !hidden ? failureWords(t, signIn.failure) : null);
  if (signIn.state === 'waiting' && signIn.asked.flow === 'browser') return <InBrowser />;
  if (signIn.state !== 'failed' || hidden) return null;
  const { asked, failure } = signIn;
  const actions = (
    <>
      <Button size="small" onClick={() => signIns.signIn(asked)}>
        {t('app.retry')}
      </Button>
      {failure === 'browser-did-not-open' && <OtherWaysButton short size="small" from={asked} />}
    </>
  );
  return (
    <FailureMessage
      intent="warning"
      code={failure}
      clientId={givenClientId(signIn, clientIds)}
      action={actions}
      onDismiss={() => setHidden(true)}
    />
  );
}

/** Where to finish it, and the way out. A code has a dialog of its own. */
function InBrowser(): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const words = t('welcome.waiting.title');
  useSaid(words);
  const cancel = (
    <Button size="small" onClick={() => void act(api.cancelSignIn())}>
      {t('app.cancel')}
    </Button>
  );
  return (
    <Message intent="info" action={cancel}>
      {words}
    </Message>
  );
}
