import type { ReactNode } from 'react';
import { Field, Select } from '@fluentui/react-components';
import type { AccountView } from '../../shared/snapshot.ts';
import { useAllWords } from '../all-words.ts';

interface AccountChoiceProps {
  readonly accounts: readonly AccountView[];
  readonly account: AccountView;
  readonly onChoose: (accountId: string) => void;
}

/** Whose eyes to look with. */
export function AccountChoice({ accounts, account, onChoose }: AccountChoiceProps): ReactNode {
  const t = useAllWords();
  return (
    <Field label={t('find.account')} orientation="horizontal">
      <Select value={account.accountId} onChange={(_event, data) => onChoose(data.value)}>
        {accounts.map(({ accountId, username }) => (
          <option key={accountId} value={accountId}>
            {username}
          </option>
        ))}
      </Select>
    </Field>
  );
}
