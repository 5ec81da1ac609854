import { type ReactNode, useEffect, useState } from 'react';
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useFailures } from '../shell/failure.tsx';
import { Modal } from '../shell/modal.tsx';
import { Question } from '../shell/question.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';

// In line with the words above it: a checkbox has room around it to be hit.
const useStyles = makeStyles({
  activity: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface StopDialogProps {
  /** Null while closed. */
  readonly drive: WatchedDriveView | null;
  readonly drives: readonly WatchedDriveView[];
  readonly onClose: () => void;
  /** The drive went before the dialog did. */
  readonly onFocusLost: () => void;
}

export function StopDialog({ drive, drives, ...props }: StopDialogProps): ReactNode {
  return (
    <Modal question of={drive} onClose={props.onClose}>
      {(drive) => (
        <Stopping
          drive={drive}
          gone={!drives.some(({ watchId }) => watchId === drive.watchId)}
          {...props}
        />
      )}
    </Modal>
  );
}

interface StoppingProps extends Pick<StopDialogProps, 'onClose' | 'onFocusLost'> {
  readonly drive: WatchedDriveView;
  readonly gone: boolean;
}

function Stopping({ drive, gone, onClose, onFocusLost }: StoppingProps): ReactNode {
  const { api } = useSurroundings();
  const t = useAllWords();
  const { act } = useFailures();
  const announce = useAnnounce();
  const styles = useStyles();
  const [deletes, setDeletes] = useState(false);
  // Once it has faded out.
  useEffect(() => (gone ? onFocusLost : undefined), [gone, onFocusLost]);
  const { watchId, name } = drive;
  const stop = async (): Promise<void> => {
    onClose();
    const isDone = await act(api.stopWatching(watchId, deletes ? 'delete' : 'keep'), name);
    if (isDone) announce(t('drives.stopped', { drive: name }));
  };
  return (
    <Question
      title={t('drives.stop.title', { drive: name })}
      confirm={t('drives.stop')}
      onConfirm={() => void stop()}
      onClose={onClose}
    >
      {t('drives.stop.body')}
      <Checkbox
        className={styles.activity}
        checked={deletes}
        onChange={(_event, data) => setDeletes(data.checked === true)}
        label={t('drives.stop.activity')}
      />
    </Question>
  );
}
