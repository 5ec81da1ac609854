import { type ReactNode, useEffect, useState } from 'react';
import { Button, type ButtonProps, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { Args } from '../../shared/ipc.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAnnounce } from './announcer.tsx';
import { settled } from './failure.tsx';

const useStyles = makeStyles({
  button: { whiteSpace: 'nowrap' },
  // All words in one place: the button is as wide as the longest, whichever shows.
  words: { display: 'grid', justifyItems: 'center', '> *': { gridArea: '1 / 1' } },
  hidden: { visibility: 'hidden' },
});

/** How long the button says how it went. */
const momentMs = 2000;

type Phase = 'ready' | 'copied' | 'failed';

interface CopyButtonProps {
  readonly what: Args<'copy'>[0];
  readonly label: string;
  readonly size?: NonNullable<ButtonProps['size']>;
}

/** Copies, and says so for a moment. */
export function CopyButton({ what, label, size = 'medium' }: CopyButtonProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const [phase, copy] = useCopy(what);
  const words = { ready: label, copied: t('copy.done'), failed: t('copy.failed') };
  return (
    <Button
      size={size}
      className={styles.button}
      icon={phase === 'copied' ? <Checkmark16Regular /> : <Copy16Regular />}
      onClick={() => void copy()}
    >
      <span className={styles.words}>
        {(['ready', 'copied', 'failed'] as const).map((each) => (
          <span key={each} className={mergeClasses(each !== phase && styles.hidden)}>
            {words[each]}
          </span>
        ))}
      </span>
    </Button>
  );
}

function useCopy(what: CopyButtonProps['what']): readonly [Phase, () => Promise<void>] {
  const { api, t } = useSurroundings();
  const announce = useAnnounce();
  const [phase, setPhase] = useState<Phase>('ready');
  useEffect(() => {
    if (phase === 'ready') return undefined;
    const timer = setTimeout(() => setPhase('ready'), momentMs);
    return () => clearTimeout(timer);
  }, [phase]);
  async function copy(): Promise<void> {
    const outcome = await settled(api.copy(what));
    setPhase(outcome.ok ? 'copied' : 'failed');
    announce(outcome.ok ? t('copy.done') : failureWords(t, outcome.code));
  }
  return [phase, copy];
}
