import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useAllWords } from '../all-words.ts';
import type { WebhookEntry } from './use-webhook.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface WebhookButtonsProps {
  readonly entry: WebhookEntry;
  /** An address is kept. */
  readonly isOn: boolean;
  readonly onTurnOff: () => void;
}

export function WebhookButtons({ entry, isOn, onTurnOff }: WebhookButtonsProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { busy, isPortWrong, isKept } = entry;
  return (
    <div className={styles.buttons}>
      <Button type="submit" disabledFocusable={busy || isPortWrong || isKept}>
        {t('webhook.save')}
      </Button>
      {isOn && (
        <>
          <Button disabledFocusable={busy || !isKept} onClick={() => void entry.ask()}>
            {t('webhook.check')}
          </Button>
          <Button appearance="subtle" disabledFocusable={busy} onClick={onTurnOff}>
            {t('webhook.turn-off')}
          </Button>
        </>
      )}
    </div>
  );
}
