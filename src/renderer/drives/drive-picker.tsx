import { type ReactNode, useState } from 'react';
import { Body1, Button, makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { DriveChoice } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';
import { ChoiceRow } from './choice-row.tsx';
import { choiceKey, type DriveChoices } from './use-drive-choices.ts';

const useStyles = makeStyles({
  picker: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  search: { maxWidth: 'none' },
  list: {
    minHeight: '48px',
    maxHeight: 'min(304px, 32vh)',
    margin: 0,
    padding: tokens.spacingVerticalXS,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    listStyleType: 'none',
  },
  none: { padding: tokens.spacingVerticalM, textAlign: 'center' },
  waiting: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    minHeight: '120px',
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
  },
});

/** From this many drives on, there is a box to search them. */
const searchFrom = 9;

interface DrivePickerProps {
  readonly choices: DriveChoices;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (choice: DriveChoice, picked: boolean) => void;
}

export function DrivePicker({ choices, picked, onPick }: DrivePickerProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const styles = useStyles();
  const [sought, setSought] = useState('');
  const { found, retry } = choices;
  if (found === null) {
    return (
      <div className={styles.waiting}>
        <Spinner size="small" label={t('picker.loading')} />
      </div>
    );
  }
  if (!found.ok || found.value.length === 0) {
    return (
      <div className={styles.waiting}>
        <Body1 role="alert">{found.ok ? t('picker.empty') : failureWords(t, found.code)}</Body1>
        {!found.ok && found.code === 'signed-out' ? (
          <Button appearance="primary" onClick={() => void act(api.signIn(null))}>
            {t('drives.sign-in-again')}
          </Button>
        ) : (
          <Button appearance="primary" onClick={retry}>
            {t('app.retry')}
          </Button>
        )}
      </div>
    );
  }
  const shown = found.value.filter((choice) => matches(choice, sought));
  return (
    <div className={styles.picker}>
      {found.value.every((choice) => choice.watched) && <Body1>{t('picker.all-watched')}</Body1>}
      {found.value.length >= searchFrom && (
        <SearchBox
          className={styles.search}
          placeholder={t('picker.filter')}
          aria-label={t('picker.filter')}
          value={sought}
          onChange={(_event, data) => setSought(data.value)}
        />
      )}
      <ul aria-label={t('picker.list')} className={styles.list}>
        {shown.map((choice) => (
          <ChoiceRow
            key={choiceKey(choice)}
            choice={choice}
            picked={picked.has(choiceKey(choice))}
            onPick={onPick}
          />
        ))}
        {shown.length === 0 && <li className={styles.none}>{t('picker.no-match')}</li>}
      </ul>
    </div>
  );
}

function matches({ name, owner }: DriveChoice, sought: string): boolean {
  return `${name} ${owner ?? ''}`.toLowerCase().includes(sought.trim().toLowerCase());
}
