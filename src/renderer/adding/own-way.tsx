import { type ReactNode, useState } from 'react';
import type { Found } from '../../shared/finding.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { DrivePicker } from './drive-picker.tsx';
import type { Picking } from './use-picking.ts';
import { useAllWords } from '../all-words.ts';
import { Looked } from './looked.tsx';
import { useLooking } from './use-looking.ts';
import { useAgainAfterSignIn } from './way-props.ts';

interface OwnWayProps {
  readonly snapshot: Snapshot;
  readonly picking: Picking;
}

/** What Microsoft lists as one's own, and what is in it. */
export function OwnWay({ snapshot, picking }: OwnWayProps): ReactNode {
  const t = useAllWords();
  const looking = useLooking();
  const { accounts, signIn } = snapshot;
  const [opened, setOpened] = useState<{ accountId: string; at: string | null }>();
  const account = accounts.find(({ accountId }) => accountId === opened?.accountId);
  useAgainAfterSignIn(looking, signIn.state === 'waiting');
  const open = (accountId: string, drive: Found): void => {
    setOpened({ accountId, at: drive.foundId });
    looking.open(accountId, drive);
  };
  const isTop = looking.levels.length === 0;
  return (
    <>
      {account && (
        <Looked
          {...picking}
          account={account}
          looking={looking}
          top={t('find.way.own')}
          topLevels={0}
          onTop={() => setOpened((before) => before && { ...before })}
        />
      )}
      {isTop && <DrivePicker {...picking} accounts={accounts} arrival={opened} onOpen={open} />}
    </>
  );
}
