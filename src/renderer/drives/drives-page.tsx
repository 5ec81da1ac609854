import { type ReactNode, useState } from 'react';
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { HardDrive48Regular } from '@fluentui/react-icons/svg/hard-drive';
import type { Snapshot } from '../../shared/snapshot.ts';
import { Emptiness } from '../shell/emptiness.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useSurroundings } from '../surroundings.ts';
import { AddDriveDialog } from './add-drive-dialog.tsx';
import { DriveRow } from './drive-row.tsx';

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
    overflowY: 'auto',
    listStyleType: 'none',
  },
});

export function DrivesPage({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const [adding, setAdding] = useState(false);
  const restored = useRestoreFocusTarget();
  const add = (
    <Button
      appearance="primary"
      icon={<Add16Regular />}
      onClick={() => setAdding(true)}
      {...restored}
    >
      {t('drives.add')}
    </Button>
  );
  const empty = snapshot.drives.length === 0;
  return (
    <>
      <PageHead title={t('drives.title')}>{!empty && add}</PageHead>
      {empty ? (
        <Emptiness
          icon={<HardDrive48Regular />}
          title={t('drives.empty.title')}
          body={t('drives.empty.body')}
          action={add}
        />
      ) : (
        <ul aria-label={t('drives.list')} className={styles.list}>
          {snapshot.drives.map((drive) => (
            <DriveRow
              key={drive.watchId}
              drive={drive}
              account={snapshot.accounts.find(({ accountId }) => accountId === drive.accountId)}
            />
          ))}
        </ul>
      )}
      <AddDriveDialog open={adding} snapshot={snapshot} onClose={() => setAdding(false)} />
    </>
  );
}
