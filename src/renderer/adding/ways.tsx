import { type ReactNode, useState } from 'react';
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { AccountView, Snapshot } from '../../shared/snapshot.ts';
import type { Picking } from './use-picking.ts';
import { useAllWords } from '../all-words.ts';
import { AccountChoice } from './account-choice.tsx';
import { GroupsWay } from './groups-way.tsx';
import { LinkWay } from './link-way.tsx';
import { OwnWay } from './own-way.tsx';
import { SitesWay } from './sites-way.tsx';

type Way = 'own' | 'sites' | 'groups' | 'link';

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', flexShrink: 0 },
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface WaysProps {
  readonly snapshot: Snapshot;
  readonly picking: Picking;
}

/** The ways to what can be watched; personal accounts have no sites and no groups. */
export function Ways({ snapshot, picking }: WaysProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const [way, setWay] = useState<Way>('own');
  const work = snapshot.accounts.filter(({ kind }) => kind === 'work');
  const ways: readonly Way[] =
    work.length > 0 ? ['own', 'sites', 'groups', 'link'] : ['own', 'link'];
  return (
    <>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('find.ways')}
        selectedValue={way}
        onTabSelect={(_event, data) => setWay(data.value as Way)}
      >
        {ways.map((one) => (
          <Tab key={one} value={one} id={`way-${one}`} aria-controls="way">
            {t(`find.way.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="way" aria-labelledby={`way-${way}`} className={styles.panel}>
        {way === 'own' ? (
          <OwnWay snapshot={snapshot} picking={picking} />
        ) : (
          <OfAccount
            key={way}
            way={way}
            accounts={way === 'link' ? snapshot.accounts : work}
            snapshot={snapshot}
            picking={picking}
            onWay={setWay}
          />
        )}
      </div>
    </>
  );
}

interface OfAccountProps extends WaysProps {
  readonly way: Exclude<Way, 'own'>;
  /** Who may go this way. */
  readonly accounts: readonly AccountView[];
  readonly onWay: (way: Way) => void;
}

/** A way that one account goes at a time. */
function OfAccount({ way, accounts, snapshot, picking, onWay }: OfAccountProps): ReactNode {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const account = accounts.find(({ accountId }) => accountId === chosenId) ?? accounts[0];
  if (!account) return null;
  const common = {
    key: account.accountId,
    account,
    isSigningIn: snapshot.signIn.state === 'waiting',
    picked: picking.picked,
    onPick: picking.onPick,
  };
  const { key, ...props } = common;
  return (
    <>
      {accounts.length > 1 && (
        <AccountChoice accounts={accounts} account={account} onChoose={setChosenId} />
      )}
      {way === 'sites' && <SitesWay key={key} {...props} />}
      {way === 'groups' && <GroupsWay key={key} {...props} onSites={() => onWay('sites')} />}
      {way === 'link' && <LinkWay key={key} {...props} />}
    </>
  );
}
