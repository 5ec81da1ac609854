import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export const searchPlace = { flexGrow: 1, maxWidth: '280px', marginLeft: 'auto' } as const;

const useStyles = makeStyles({
  place: searchPlace,
  // As Fluent draws a small field.
  frame: {
    boxSizing: 'border-box',
    height: '24px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Where the search field will be: nothing moves when it comes. */
export function SearchPlace(): ReactNode {
  const styles = useStyles();
  return <div className={mergeClasses(styles.place, styles.frame)} />;
}
