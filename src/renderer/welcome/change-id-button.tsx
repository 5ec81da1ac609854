import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { SignInAsk } from '../../shared/snapshot.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';

interface ChangeIdButtonProps {
  readonly asked: SignInAsk;
  readonly onRegister: () => void;
}

/** Back to where the client ID was typed in; it is kept until there is another. */
export function ChangeIdButton({ asked, onRegister }: ChangeIdButtonProps): ReactNode {
  const { t } = useSurroundings();
  const { changeClientId } = useSignIn();
  // Only the global cloud's registration has a panel of its own.
  const change = (): void => {
    if (asked.cloud === 'global') onRegister();
    else changeClientId(asked);
  };
  return (
    <Button size="small" onClick={change}>
      {t('client-id.change')}
    </Button>
  );
}
