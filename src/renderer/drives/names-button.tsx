import { type ReactNode, type RefCallback, useLayoutEffect, useState } from 'react';
import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import type { WatchedDriveView } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { useDriveActions } from './use-drive-actions.ts';

const useStyles = makeStyles({ button: { flexShrink: 0, whiteSpace: 'nowrap' } });

interface NamesButtonProps {
  readonly drive: WatchedDriveView;
  readonly learning: boolean;
  readonly focusAfter: HTMLElement | null;
}

/** Stops the learning of names and begins it again: one button, so that the focus stays on it. */
export function NamesButton({ drive, learning, focusAfter }: NamesButtonProps): ReactNode {
  const { t } = useSurroundings();
  const { learnNames } = useDriveActions(drive);
  const styles = useStyles();
  const button = useFocusPassedOn(focusAfter);
  const word = learning ? 'drives.learning.stop' : 'drives.names.learn';
  return (
    <Tooltip content={t(`${word}-note`)} relationship="description" positioning="before">
      <Button
        ref={button}
        appearance="subtle"
        size="small"
        className={styles.button}
        aria-label={t(`${word}-named`, { drive: drive.name })}
        onClick={() => void learnNames(!learning)}
      >
        {t(word)}
      </Button>
    </Tooltip>
  );
}

/** What goes while it has the focus passes it on: else the keyboard would be nowhere. */
function useFocusPassedOn(next: HTMLElement | null): RefCallback<HTMLElement> {
  const [going, setGoing] = useState<HTMLElement | null>(null);
  useLayoutEffect(
    () => () => {
      if (going !== null && going === document.activeElement) next?.focus();
    },
    [going, next],
  );
  return setGoing;
}
