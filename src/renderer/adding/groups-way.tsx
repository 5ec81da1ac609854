import { type ReactNode, useEffect } from 'react';
import { useAllWords } from '../all-words.ts';
import { Looked } from './looked.tsx';
import { useLooking } from './use-looking.ts';
import { useAgainAfterSignIn, type WayProps } from './way-props.ts';

interface GroupsWayProps extends WayProps {
  readonly onSites: () => void;
}

/** Teams and groups that one is in. */
export function GroupsWay({ account, isSigningIn, onSites, ...picks }: GroupsWayProps): ReactNode {
  const t = useAllWords();
  const looking = useLooking();
  const { look } = looking;
  const { accountId } = account;
  useAgainAfterSignIn(looking, isSigningIn);
  useEffect(() => look(accountId, { what: 'groups' }), [accountId, look]);
  return (
    <Looked
      {...picks}
      account={account}
      looking={looking}
      top={t('find.way.groups')}
      topLevels={1}
      help={{ label: t('find.search-sites'), run: onSites }}
    />
  );
}
