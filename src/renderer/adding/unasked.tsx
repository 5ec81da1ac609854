import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { AccountView, Reason } from '../../shared/snapshot.ts';
import { reasonWords } from '../../shared/texts/reason-words.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { Message } from '../shell/message.tsx';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';

interface UnaskedProps {
  readonly account: AccountView | undefined;
  readonly reason: Reason;
  readonly onRetry: () => void;
}

/** An account whose drives are missing from the list, why, and what helps. */
export function Unasked({ account, reason, onRetry }: UnaskedProps): ReactNode {
  const { t } = useSurroundings();
  const { signIn } = useSignIn();
  const announce = useAnnounce();
  // Removed since the drives were asked for.
  if (!account) return null;
  const retry = (): void => {
    announce(t('picker.loading'));
    onRetry();
  };
  const signedOut = reason === 'signed-out';
  const action = (
    <Button size="small" onClick={signedOut ? () => signIn(again(account)) : retry}>
      {t(signedOut ? 'drives.sign-in-again' : 'app.retry')}
    </Button>
  );
  return (
    <Message intent="warning" action={action}>
      {t('picker.unasked', {
        username: account.username,
        reason: reasonWords(t, reason, t('picker.this-account')),
      })}
    </Message>
  );
}
