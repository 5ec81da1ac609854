import { type ReactNode, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { SignInView } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { useFailures } from './failure.tsx';
import { Message } from './message.tsx';

/** A sign-in under way: where to finish it, and the way out. */
export function SignInWaiting(): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const cancel = (
    <Button size="small" onClick={() => void act(api.cancelSignIn())}>
      {t('app.cancel')}
    </Button>
  );
  return (
    <Message intent="info" action={cancel}>
      {t('welcome.waiting.title')}
    </Message>
  );
}

/** A sign-in begun from inside the window: under way, or how it failed. */
export function SignInBar({ signIn }: { readonly signIn: SignInView }): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const [hidden, setHidden] = useState(false);
  if (hidden && signIn.state !== 'failed') setHidden(false);
  if (signIn.state === 'idle' || hidden) return null;
  if (signIn.state === 'waiting') return <SignInWaiting />;
  const retry = (
    <Button size="small" onClick={() => void act(api.signIn(null))}>
      {t('app.retry')}
    </Button>
  );
  return (
    <Message intent="warning" action={retry} onDismiss={() => setHidden(true)}>
      {failureWords(t, signIn.failure)}
    </Message>
  );
}
