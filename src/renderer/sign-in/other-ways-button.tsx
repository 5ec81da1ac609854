import type { ReactNode } from 'react';
import { Button, type ButtonProps, useRestoreFocusTarget } from '@fluentui/react-components';
import type { SignInAsk } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { anyone } from './asks.ts';
import { useSignIn } from './sign-in.tsx';

interface OtherWaysButtonProps {
  readonly from?: SignInAsk;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly short?: boolean;
  readonly disabled?: boolean;
}

export function OtherWaysButton(props: OtherWaysButtonProps): ReactNode {
  const { from = anyone, size = 'medium', short = false, disabled = false } = props;
  const { t } = useSurroundings();
  const { otherWays } = useSignIn();
  const restored = useRestoreFocusTarget();
  return (
    <Button
      appearance="subtle"
      size={size}
      disabledFocusable={disabled}
      onClick={() => otherWays(from)}
      {...restored}
    >
      {t(short ? 'ways.open-short' : 'ways.title')}
    </Button>
  );
}
