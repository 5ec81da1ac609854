import { type ReactNode, useId } from 'react';
import { Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AccountView, DriveChoice } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { ChoiceRow } from './choice-row.tsx';
import { choiceKey } from './use-drive-choices.ts';

const useStyles = makeStyles({
  frame: {
    minHeight: '48px',
    maxHeight: 'min(304px, 32vh)',
    padding: tokens.spacingVerticalXS,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  account: {
    display: 'block',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  none: { padding: tokens.spacingVerticalM, textAlign: 'center' },
});

interface ChoiceListProps {
  readonly drives: readonly DriveChoice[];
  readonly accounts: readonly AccountView[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (choice: DriveChoice, picked: boolean) => void;
}

/** The drives that can be ticked; with several accounts, each has its own under its name. */
export function ChoiceList({ drives, accounts, ...picking }: ChoiceListProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  if (drives.length === 0) {
    return <div className={mergeClasses(styles.frame, styles.none)}>{t('picker.no-match')}</div>;
  }
  return (
    <div className={styles.frame}>
      {accounts.length < 2 ? (
        <ul aria-label={t('picker.list')} className={styles.list}>
          <Rows drives={drives} {...picking} />
        </ul>
      ) : (
        accounts.map(({ accountId, username }) => (
          <AccountDrives
            key={accountId}
            username={username}
            drives={drives.filter((choice) => choice.accountId === accountId)}
            {...picking}
          />
        ))
      )}
    </div>
  );
}

type RowsProps = Omit<ChoiceListProps, 'accounts'>;

function AccountDrives({
  username,
  ...rows
}: RowsProps & { readonly username: string }): ReactNode {
  const styles = useStyles();
  const id = useId();
  if (rows.drives.length === 0) return null;
  return (
    <>
      <Caption1Strong as="h2" id={id} className={styles.account}>
        {username}
      </Caption1Strong>
      <ul aria-labelledby={id} className={styles.list}>
        <Rows {...rows} />
      </ul>
    </>
  );
}

function Rows({ drives, picked, onPick }: RowsProps): ReactNode {
  return drives.map((choice) => (
    <ChoiceRow
      key={choiceKey(choice)}
      choice={choice}
      picked={picked.has(choiceKey(choice))}
      onPick={onPick}
    />
  ));
}
