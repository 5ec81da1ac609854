import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { DayPicture } from '../lazy-pages.tsx';
import type { DayPictureProps } from './day-picture.tsx';

export const useDayStyles = makeStyles({
  // Nothing may move when it comes.
  place: {
    flexShrink: 0,
    minHeight: '124px',
    // Where there is little room, the list is what one has come for.
    '@media (max-height: 539px)': { display: 'none' },
  },
  folded: { minHeight: 0 },
});

/** The picture of the day, and its room until it has come. */
export function DayPlace(props: DayPictureProps): ReactNode {
  const styles = useDayStyles();
  return <DayPicture {...props} fallback={<div className={styles.place} />} />;
}
