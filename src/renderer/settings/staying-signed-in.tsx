import type { ReactNode } from 'react';
import { Body1, Button, makeStyles } from '@fluentui/react-components';
import type { TokenStorage } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { KeepButton } from '../sign-in/keep-button.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { Section } from '../shell/section.tsx';

const useStyles = makeStyles({ buttons: { display: 'flex' } });

interface StayingSignedInProps {
  readonly tokenStorage: TokenStorage;
}

/** Only where no keyring keeps the sign-in: what happens to it instead. */
export function StayingSignedIn({ tokenStorage }: StayingSignedInProps): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const { act } = useFailures();
  const styles = useStyles();
  if (tokenStorage === 'safe') return null;
  return (
    <Section title={t('settings.staying')}>
      <Body1>{t(`settings.staying.${tokenStorage}`)}</Body1>
      <div className={styles.buttons}>
        {tokenStorage === 'weak' ? (
          <Button onClick={() => void act(api.allowWeakStorage(false))}>
            {t('settings.staying.stop')}
          </Button>
        ) : (
          <KeepButton />
        )}
      </div>
    </Section>
  );
}
