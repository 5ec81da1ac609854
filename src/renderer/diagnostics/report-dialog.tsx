import { type ReactNode, useEffect, useState } from 'react';
import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { Outcome } from '../../shared/ipc.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { FailureMessage } from '../shell/failure-message.tsx';
import { settled } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { Told } from './told.tsx';

const useStyles = makeStyles({
  text: {
    maxHeight: 'none',
    '& textarea': {
      height: 'min(320px, 40vh)',
      maxHeight: 'none',
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      whiteSpace: 'pre',
    },
  },
});

interface ReportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The report is shown whole before anybody can copy it. */
export function ReportDialog({ open, onClose }: ReportDialogProps): ReactNode {
  return (
    <Modal of={open || null} onClose={onClose}>
      {() => <Report onClose={onClose} />}
    </Modal>
  );
}

function Report({ onClose }: Pick<ReportDialogProps, 'onClose'>): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const [report, setReport] = useState<Outcome<string> | null>(null);
  useEffect(() => void settled(api.getReport()).then(setReport), [api]);
  const isThere = report?.ok === true;
  return (
    <Told
      title={t('report.title')}
      close={t('report.close')}
      action={isThere && <CopyButton what="report" label={t('report.copy')} />}
      onClose={onClose}
    >
      <div>{t('report.note')}</div>
      {report?.ok === false && <FailureMessage code={report.code} />}
      <Field label={t('report.text')}>
        <Textarea readOnly className={styles.text} value={isThere ? report.value : ''} />
      </Field>
    </Told>
  );
}
