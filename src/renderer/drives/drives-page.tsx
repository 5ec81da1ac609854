import { type ReactNode, useRef, useState } from 'react';
import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { HardDrive48Regular } from '@fluentui/react-icons/svg/hard-drive';
import type { Snapshot, WatchedDriveView } from '../../shared/snapshot.ts';
import { AddDriveDialog } from '../lazy-pages.tsx';
import { Emptiness } from '../shell/emptiness.tsx';
import { useFailures } from '../shell/failure.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { scrollLine } from '../shell/scroll-line.ts';
import { useEver } from '../shell/use-ever.ts';
import { useFocusAfterLoss } from '../shell/use-focus-after-loss.ts';
import { useMoved } from '../shell/use-moved.ts';
import { useSurroundings } from '../surroundings.ts';
import { DriveRow } from './drive-row.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { StopDialog } from './stop-dialog.tsx';

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
    overflowY: 'auto',
    listStyleType: 'none',
    ...scrollLine,
  },
});

export function DrivesPage({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { drives } = snapshot;
  const { t } = useSurroundings();
  const [adding, setAdding] = useState(false);
  const wasAdding = useEver(adding);
  const [renaming, setRenaming] = useState<WatchedDriveView | null>(null);
  const [stopping, setStopping] = useState<WatchedDriveView | null>(null);
  const restored = useRestoreFocusTarget();
  const addButton = useRef<HTMLElement>(null);
  const onFocusLost = useFocusAfterLoss(drives.length, addButton);
  const add = (
    <Button
      ref={(button: HTMLElement | null) => {
        addButton.current = button;
      }}
      appearance="primary"
      icon={<Add16Regular />}
      onClick={() => setAdding(true)}
      {...restored}
    >
      {t('drives.add')}
    </Button>
  );
  const empty = drives.length === 0;
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
        <Rows snapshot={snapshot} onRename={setRenaming} onStop={setStopping} />
      )}
      <RenameDialog drive={renaming} onClose={() => setRenaming(null)} />
      <StopDialog
        drive={stopping}
        drives={drives}
        onClose={() => setStopping(null)}
        onFocusLost={onFocusLost}
      />
      {wasAdding && (
        <AddDriveDialog open={adding} snapshot={snapshot} onClose={() => setAdding(false)} />
      )}
    </>
  );
}

interface RowsProps {
  readonly snapshot: Snapshot;
  readonly onRename: (drive: WatchedDriveView) => void;
  readonly onStop: (drive: WatchedDriveView) => void;
}

/** In the order in which the person wants them. */
function Rows({ snapshot, onRename, onStop }: RowsProps): ReactNode {
  const { drives, accounts } = snapshot;
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const styles = useStyles();
  const { list, move } = useMoved<HTMLUListElement>(
    drives.map(({ watchId }) => watchId),
    'drives.moved',
  );
  return (
    <ul ref={list} aria-label={t('drives.list')} className={styles.list}>
      {drives.map((drive, index) => (
        <DriveRow
          key={drive.watchId}
          drive={drive}
          snapshot={snapshot}
          account={accounts.find(({ accountId }) => accountId === drive.accountId)}
          isFirst={index === 0}
          isLast={index === drives.length - 1}
          onRename={() => onRename(drive)}
          onMove={(to) =>
            void move(drive.watchId, act(api.moveDrive(drive.watchId, to), drive.name))
          }
          onStop={() => onStop(drive)}
        />
      ))}
    </ul>
  );
}
