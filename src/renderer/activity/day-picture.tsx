import { type ReactNode, useState } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronLeft16Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { ActivityQuery } from '../../shared/activity-query.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { NotShown } from '../shell/not-shown.tsx';
import { useAllWords } from '../all-words.ts';
import { DayBars } from './day-bars.tsx';
import { DayLegend } from './day-legend.tsx';
import { DayName } from './day-name.tsx';
import { useDayStyles } from './day-place.tsx';
import { useDay } from './use-day.ts';

const useStyles = makeStyles({
  picture: {
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalS}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  toggle: {
    minWidth: 0,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    fontSize: tokens.fontSizeBase200,
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  space: { flexGrow: 1 },
  empty: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface DayPictureProps {
  readonly snapshot: Snapshot;
  readonly between: ActivityQuery['between'];
  /** An hour was chosen, or chosen no longer. */
  readonly onBetween: (between: ActivityQuery['between']) => void;
}

/** When in a day how much has changed, and in which drives. */
export function DayPicture({ snapshot, between, onBetween }: DayPictureProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const place = useDayStyles();
  const [isOpen, setOpen] = useState(true);
  const { day, hasFailed, retry, isToday, step } = useDay(snapshot.activityRevision);
  if (day === null) {
    // Of the same kind as below: the focus goes no further than to the button in it.
    return (
      <section className={place.place} {...(hasFailed && { 'aria-label': t('day.title') })}>
        {hasFailed && <NotShown onRetry={retry} />}
      </section>
    );
  }
  return (
    <section
      aria-label={t('day.title')}
      className={mergeClasses(place.place, styles.picture, !isOpen && place.folded)}
    >
      <div className={styles.head}>
        <Button
          appearance="transparent"
          size="small"
          icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          aria-expanded={isOpen}
          title={t(isOpen ? 'day.hide' : 'day.show')}
          className={styles.toggle}
          onClick={() => setOpen(!isOpen)}
        >
          <DayName day={day.hours[0]?.from ?? 0} />
        </Button>
        <span className={styles.count}>{t('day.count', { count: day.count })}</span>
        <span className={styles.space} />
        {isOpen && <Days isToday={isToday} onStep={step} />}
      </div>
      {isOpen && day.count > 0 && (
        <>
          <DayBars day={day} between={between} onBetween={onBetween} />
          <DayLegend drives={day.drives} />
        </>
      )}
      {isOpen && day.count === 0 && <p className={styles.empty}>{t('day.empty')}</p>}
    </section>
  );
}

interface DaysProps {
  readonly isToday: boolean;
  readonly onStep: (days: number) => void;
}

function Days({ isToday, onStep }: DaysProps): ReactNode {
  const t = useAllWords();
  return (
    <>
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronLeft16Regular />}
        aria-label={t('day.earlier')}
        title={t('day.earlier')}
        onClick={() => onStep(-1)}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronRight16Regular />}
        aria-label={t('day.later')}
        title={t('day.later')}
        disabledFocusable={isToday}
        onClick={() => onStep(1)}
      />
    </>
  );
}
