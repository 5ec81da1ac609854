import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ place: { flexShrink: 0, height: '32px' } });

/** Where the filters that are on will be: nothing moves when they come. */
export function TagsPlace(): ReactNode {
  const styles = useStyles();
  return <div className={styles.place} />;
}
