import { type ReactNode, useEffect, useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';
import type { Licence } from '../../shared/licences.ts';
import { useFoldedStyles } from '../diagnostics/folded-styles.ts';
import { Told } from '../diagnostics/told.tsx';
import { FailureMessage } from '../shell/failure-message.tsx';
import { settled } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

const useStyles = makeStyles({
  chromium: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  text: {
    margin: `${tokens.spacingVerticalS} 0`,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    // Narrower than a monospaced one: the texts were broken into lines by those who wrote them.
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

interface LicencesDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Whose work is part of the app, and the words under which it may be. */
export function LicencesDialog({ open, onClose }: LicencesDialogProps): ReactNode {
  return (
    <Modal of={open || null} onClose={onClose}>
      {() => <Licences onClose={onClose} />}
    </Modal>
  );
}

function Licences({ onClose }: Pick<LicencesDialogProps, 'onClose'>): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const folded = useFoldedStyles();
  const [told, setTold] = useState<Outcome<readonly Licence[]> | null>(null);
  useEffect(() => void settled(api.getLicences()).then(setTold), [api]);
  return (
    <Told title={t('licences.title')} close={t('licences.close')} onClose={onClose}>
      <Chromium />
      <div>{t('licences.note')}</div>
      {told?.ok === false && <FailureMessage code={told.code} />}
      <ul className={folded.list}>
        {told?.ok === true &&
          told.value.map((one) => (
            <li key={`${one.name} ${one.version}`}>
              <Package {...one} />
            </li>
          ))}
      </ul>
    </Told>
  );
}

function Chromium(): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const show = async (): Promise<void> => {
    const outcome = await settled(api.showChromiumLicences());
    setFailure(outcome.ok ? null : outcome.code);
  };
  return (
    <div className={styles.chromium}>
      <div>{t('licences.chromium')}</div>
      <Button onClick={() => void show()}>{t('licences.chromium.show')}</Button>
      {failure !== null && <FailureMessage code={failure} />}
    </div>
  );
}

function Package({ name, version, licence, text }: Licence): ReactNode {
  const styles = useStyles();
  const folded = useFoldedStyles();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={folded.summary}>
        {name} <span className={styles.quiet}>{`${version} · ${licence}`}</span>
      </summary>
      {open && (
        <pre lang="en" className={styles.text}>
          {text}
        </pre>
      )}
    </details>
  );
}
