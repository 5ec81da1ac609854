import { type ReactNode, useState } from 'react';
import { Body1, makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components';
import type { DriveChoice, DriveOffer, Found } from '../../shared/finding.ts';
import type { AccountView } from '../../shared/snapshot.ts';
import { FoundList, type Picks, type Section } from './found-list.tsx';
import { useSurroundings } from '../surroundings.ts';
import { NothingToPick } from './nothing-to-pick.tsx';
import { Unasked } from './unasked.tsx';
import type { DriveChoices } from './use-drive-choices.ts';

const useStyles = makeStyles({
  picker: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: 0 },
  search: { maxWidth: 'none' },
  none: {
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'center',
  },
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

interface DrivePickerProps extends Picks {
  readonly accounts: readonly AccountView[];
  readonly choices: DriveChoices;
  /** Shows what is in a drive; without it, drives are only ticked. */
  readonly onOpen?: ((accountId: string, drive: Found) => void) | undefined;
  readonly arrival?: { readonly at: string | null } | undefined;
}

export function DrivePicker({ choices, ...others }: DrivePickerProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const { found, retry } = choices;
  const { accounts } = others;
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
        <Drives drives={offer.drives} {...others} />
      )}
    </div>
  );
}

const nothing: DriveOffer = { drives: [], unasked: [] };

interface DrivesProps extends Omit<DrivePickerProps, 'choices'> {
  readonly drives: readonly DriveChoice[];
}

function Drives({ drives, accounts, onOpen, ...others }: DrivesProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const [sought, setSought] = useState('');
  const shown = drives.filter((choice) => matches(choice, sought));
  const sections = accounts.map((account) => sectionOf(account, shown, accounts.length > 1));
  return (
    <>
      {drives.every((choice) => choice.watched) && <Body1>{t('picker.all-watched')}</Body1>}
      {drives.length >= searchFrom && (
        <SearchBox
          className={styles.search}
          placeholder={t('picker.filter')}
          aria-label={t('picker.filter')}
          dismiss={{ 'aria-label': t('activity.search.clear') }}
          value={sought}
          onChange={(_event, data) => setSought(data.value)}
        />
      )}
      {shown.length === 0 ? (
        <div className={styles.none}>{t('picker.no-match')}</div>
      ) : (
        <FoundList
          label={t('picker.list')}
          sections={sections.filter((section) => section.found.length > 0)}
          onOpen={onOpen}
          {...others}
        />
      )}
    </>
  );
}

function sectionOf(
  { accountId, username }: AccountView,
  drives: readonly DriveChoice[],
  isNamed: boolean,
): Section {
  const found = drives.filter((choice) => choice.accountId === accountId);
  return { accountId, heading: isNamed ? username : null, found };
}

function matches({ name, detail }: DriveChoice, sought: string): boolean {
  return `${name} ${detail ?? ''}`.toLowerCase().includes(sought.trim().toLowerCase());
}
