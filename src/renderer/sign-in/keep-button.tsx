import type { ReactNode } from 'react';
import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';
import { useSignIn } from './sign-in.tsx';

/** Leads to the question whether to stay signed in without a keyring. */
export function KeepButton({ small }: { readonly small?: boolean }): ReactNode {
  const { t } = useSurroundings();
  const { keepSignedIn } = useSignIn();
  const restored = useRestoreFocusTarget();
  return (
    <Button size={small ? 'small' : 'medium'} onClick={keepSignedIn} {...restored}>
      {t('weak-storage.open')}
    </Button>
  );
}
