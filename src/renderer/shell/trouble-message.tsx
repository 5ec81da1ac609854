import type { ReactNode } from 'react';
import type { Trouble } from '../../shared/snapshot.ts';
import { troubleWords } from '../../shared/texts/reason-words.ts';
import { KeepButton } from '../sign-in/keep-button.tsx';
import { currentSystem, useSurroundings } from '../surroundings.ts';
import { Message } from './message.tsx';
import { useSaid } from './use-said.ts';

interface TroubleMessageProps {
  readonly trouble: Trouble;
  readonly onDismiss?: () => void;
}

export function TroubleMessage({ trouble, onDismiss }: TroubleMessageProps): ReactNode {
  const { t } = useSurroundings();
  const words = troubleWords(t, trouble, currentSystem());
  useSaid(words);
  return (
    <Message
      intent="warning"
      action={trouble === 'tokens-weak-storage' ? <KeepButton small /> : undefined}
      {...(onDismiss && { onDismiss })}
    >
      {words}
    </Message>
  );
}
