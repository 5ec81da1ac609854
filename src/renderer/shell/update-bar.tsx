import { type ReactNode, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { UpdatesView } from '../../shared/updates.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { useFailures } from './failure.tsx';
import { Message } from './message.tsx';
import { useSaid } from './use-said.ts';

/** A newer version waits for a restart. Hidden once, it says no more of this one. */
export function UpdateBar({ updates }: { readonly updates: UpdatesView }): ReactNode {
  const { api } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const [hidden, setHidden] = useState<string>();
  const { now: update } = updates;
  const version = update.state === 'ready' && update.version !== hidden ? update.version : null;
  const words = version === null ? null : t('updates.bar', { version });
  useSaid(words);
  if (version === null) return null;
  const restart = (
    <Button size="small" onClick={() => void act(api.restartToUpdate())}>
      {t('updates.restart')}
    </Button>
  );
  return (
    <Message intent="info" action={restart} onDismiss={() => setHidden(version)}>
      {words}
    </Message>
  );
}
