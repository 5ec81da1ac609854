import { type ReactNode, useState } from 'react';
import { Body1, makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components';
import type { AccountView, DriveChoice, DriveOffer } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { ChoiceList } from './choice-list.tsx';
import { NothingToPick } from './nothing-to-pick.tsx';
import { Unasked } from './unasked.tsx';
import type { DriveChoices } from './use-drive-choices.ts';

const useStyles = makeStyles({
  picker: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  search: { maxWidth: 'none' },
  waiting: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: '120px',
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** From this many drives on, there is a box to search them. */
const searchFrom = 9;

interface DrivePickerProps {
  readonly accounts: readonly AccountView[];
  readonly choices: DriveChoices;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (choice: DriveChoice, picked: boolean) => void;
}

export function DrivePicker({ accounts, choices, picked, onPick }: DrivePickerProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const { found, retry } = choices;
  if (found === null) {
    return (
      <div className={styles.waiting}>
        <Spinner size="small" label={t('picker.loading')} />
      </div>
    );
  }
  const offer = found.ok ? found.value : nothing;
  return (
    <div className={styles.picker}>
      {offer.unasked.map(({ accountId, reason }) => (
        <Unasked
          key={accountId}
          account={accounts.find((account) => account.accountId === accountId)}
          reason={reason}
          onRetry={retry}
        />
      ))}
      {offer.drives.length === 0 ? (
        <NothingToPick failure={found.ok ? null : found.code} accounts={accounts} onRetry={retry} />
      ) : (
        <Found drives={offer.drives} accounts={accounts} picked={picked} onPick={onPick} />
      )}
    </div>
  );
}

const nothing: DriveOffer = { drives: [], unasked: [] };

interface FoundProps extends Omit<DrivePickerProps, 'choices'> {
  readonly drives: readonly DriveChoice[];
}

function Found({ drives, ...others }: FoundProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const [sought, setSought] = useState('');
  return (
    <>
      {drives.every((choice) => choice.watched) && <Body1>{t('picker.all-watched')}</Body1>}
      {drives.length >= searchFrom && (
        <SearchBox
          className={styles.search}
          placeholder={t('picker.filter')}
          aria-label={t('picker.filter')}
          value={sought}
          onChange={(_event, data) => setSought(data.value)}
        />
      )}
      <ChoiceList drives={drives.filter((choice) => matches(choice, sought))} {...others} />
    </>
  );
}

function matches({ name, owner }: DriveChoice, sought: string): boolean {
  return `${name} ${owner ?? ''}`.toLowerCase().includes(sought.trim().toLowerCase());
}
