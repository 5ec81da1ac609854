import { type ReactNode, useEffect, useState } from 'react';
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { AccountView, Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

// In line with the words above it: a checkbox has room around it to be hit.
const useStyles = makeStyles({
  activity: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface RemoveDialogProps {
  /** Null while closed. */
  readonly account: AccountView | null;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
  /** The account went before the dialog did. */
  readonly onFocusLost: () => void;
}

export function RemoveDialog(props: RemoveDialogProps): ReactNode {
  const { account, snapshot, onClose, onFocusLost } = props;
  return (
    <Modal question of={account} onClose={onClose}>
      {(account) => (
        <Removing
          account={account}
          watched={snapshot.drives.filter((drive) => drive.accountId === account.accountId).length}
          gone={!snapshot.accounts.some(({ accountId }) => accountId === account.accountId)}
          onClose={onClose}
          onFocusLost={onFocusLost}
        />
      )}
    </Modal>
  );
}

interface RemovingProps extends Pick<RemoveDialogProps, 'onClose' | 'onFocusLost'> {
  readonly account: AccountView;
  readonly watched: number;
  readonly gone: boolean;
}

function Removing(props: RemovingProps): ReactNode {
  const { account, watched, gone, onClose, onFocusLost } = props;
  const { api } = useSurroundings();
  const t = useAllWords();
  const { act } = useFailures();
  const styles = useStyles();
  const [deletes, setDeletes] = useState(false);
  // Once it has faded out.
  useEffect(() => (gone ? onFocusLost : undefined), [gone, onFocusLost]);
  const { accountId, name, username } = account;
  const remove = (): void => {
    onClose();
    void act(api.removeAccount(accountId, deletes ? 'delete' : 'keep'));
  };
  return (
    <Question
      title={t('settings.account.remove.title', { name })}
      confirm={t('settings.account.remove')}
      onConfirm={remove}
      onClose={onClose}
    >
      {watched === 0
        ? t('settings.account.remove.without-drives', { username })
        : t('settings.account.remove.body', { username, count: watched })}
      <Checkbox
        className={styles.activity}
        checked={deletes}
        onChange={(_event, data) => setDeletes(data.checked === true)}
        label={t('settings.account.remove.activity')}
      />
    </Question>
  );
}
