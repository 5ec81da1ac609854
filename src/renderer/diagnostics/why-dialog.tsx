import { type ReactNode, useEffect, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Explanation } from '../../shared/diagnostics.ts';
import type { Outcome } from '../../shared/ipc.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { changeSentence } from '../../shared/texts/change-sentence.ts';
import { plainWords } from '../../shared/texts/parts.ts';
import { troubleWords } from '../../shared/texts/reason-words.ts';
import { whyWords } from '../../shared/texts/why-words.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { settled } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { currentSystem, useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { Told } from './told.tsx';

const useStyles = makeStyles({
  change: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  words: { margin: 0, overflowWrap: 'anywhere' },
});

interface WhyDialogProps {
  /** Null while closed. */
  readonly row: ActivityRow | null;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** Why a change was told, or not, as it was decided then. */
export function WhyDialog({ row, snapshot, onClose }: WhyDialogProps): ReactNode {
  return (
    <Modal of={row} onClose={onClose}>
      {(row) => <Why row={row} snapshot={snapshot} onClose={onClose} />}
    </Modal>
  );
}

function Why({
  row,
  snapshot,
  onClose,
}: WhyDialogProps & { readonly row: ActivityRow }): ReactNode {
  const { api, locale } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const now = useNow();
  const [explained, setExplained] = useState<Outcome<Explanation> | null>(null);
  useEffect(() => void settled(api.explain(row.id)).then(setExplained), [api, row.id]);
  const { drives, troubles } = snapshot;
  const trouble = troubles.find((one) => one.startsWith('notifications-'));
  const words = explained?.ok ? whyWords(t, explained.value, { drives, now, locale }) : [];
  const isTold = explained?.ok === true && explained.value.outcome === 'told';
  return (
    <Told title={t('why.title')} close={t('why.close')} onClose={onClose}>
      <div className={styles.change}>{plainWords(t, changeSentence(t, row))}</div>
      {explained?.ok === false && <FailureMessage code={explained.code} />}
      {words.map((sentence) => (
        <p key={sentence} className={styles.words}>
          {sentence}
        </p>
      ))}
      {isTold && trouble && (
        <p className={styles.words}>
          {t('why.system', { trouble: troubleWords(t, trouble, currentSystem()) })}
        </p>
      )}
    </Told>
  );
}
