import { type ReactNode, useId } from 'react';
import { Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  own: { display: 'flex', flexDirection: 'column', alignItems: 'start' },
  // In line with the words around it: a switch has room around it to be hit.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  note: { color: tokens.colorNeutralForeground3 },
});

/** Whether what the person did, as on another device, is told as well. */
export function OwnChanges({ tellsOwn }: Pick<Snapshot, 'tellsOwn'>): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.own}>
      <Switch
        className={styles.switch}
        checked={tellsOwn}
        aria-describedby={id}
        label={t('settings.notifications.own')}
        onChange={(_event, { checked }) => void act(api.tellOwn(checked))}
      />
      <Caption1 id={id} className={styles.note}>
        {t('settings.notifications.own-note')}
      </Caption1>
    </div>
  );
}
