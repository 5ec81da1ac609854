import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ActivityQuery, DayHour, DayPicture } from '../../shared/activity-query.ts';
import { timeWords } from '../../shared/texts/moments.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { lookOf, patternOf, Patterns } from './day-drives.tsx';

const useStyles = makeStyles({
  chart: { position: 'relative', height: '56px' },
  bars: { position: 'absolute', inset: 0, width: '100%', height: '100%', direction: 'ltr' },
  ground: { stroke: tokens.colorNeutralStroke2 },
  hours: { position: 'absolute', inset: 0, display: 'flex', direction: 'ltr' },
  hour: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    ':enabled': { cursor: 'pointer' },
    ':enabled:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    outline: `1px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  axis: {
    display: 'flex',
    direction: 'ltr',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    whiteSpace: 'nowrap',
  },
  tick: { flexGrow: 1, flexBasis: 0, width: 0 },
});

interface DayBarsProps {
  readonly day: DayPicture;
  readonly between: ActivityQuery['between'];
  readonly onBetween: (between: ActivityQuery['between']) => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
};

/** A bar an hour, of pieces by drive. Each hour with changes is a button that says what is drawn, and shows its rows. */
export function DayBars({ day, between, onBetween }: DayBarsProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const hours = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const busy = day.hours.filter(({ count }) => count > 0).map(({ from }) => from);
  const tabStop = active !== null && busy.includes(active) ? active : busy.at(-1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = steps[event.key];
    if (by === undefined || tabStop === undefined) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(busy.length - 1, busy.indexOf(tabStop) + by));
    setActive(busy[to] ?? null);
    hours.current?.querySelector<HTMLElement>(`[data-hour="${busy[to]}"]`)?.focus();
  };
  const { locale } = useSurroundings();
  return (
    <>
      <div className={styles.chart}>
        <Bars day={day} />
        <div
          ref={hours}
          role="group"
          aria-label={t('day.title')}
          className={styles.hours}
          onKeyDown={onKeyDown}
        >
          {day.hours.map((hour) => (
            <Hour
              key={hour.from}
              hour={hour}
              tabStop={hour.from === tabStop}
              isChosen={between?.[0] === hour.from && between[1] === hour.to}
              onFocus={() => setActive(hour.from)}
              onBetween={onBetween}
            />
          ))}
        </div>
      </div>
      <div aria-hidden className={styles.axis}>
        {day.hours.map(({ from }, index) => (
          <span key={from} className={styles.tick}>
            {index % 6 === 0 && timeWords(from, locale)}
          </span>
        ))}
      </div>
    </>
  );
}

function Bars({ day }: { readonly day: DayPicture }): ReactNode {
  const styles = useStyles();
  const id = useId();
  const most = Math.max(...day.hours.map(({ count }) => count));
  const width = 100 / day.hours.length;
  return (
    <svg aria-hidden className={styles.bars}>
      <Patterns id={id} />
      {day.hours.flatMap((hour, index) => {
        let top = 100;
        return hour.parts.map(({ watchId, count }) => {
          // What there is can be seen, however little it is beside the most.
          const height = Math.max(3, (count / most) * 90);
          top -= height;
          return (
            <rect
              key={`${hour.from} ${watchId}`}
              x={`${(index + 0.15) * width}%`}
              width={`${width * 0.7}%`}
              y={`${top}%`}
              height={`${height}%`}
              fill={`url(#${patternOf(id, lookOf(day.drives, watchId))})`}
            />
          );
        });
      })}
      <line x1="0" x2="100%" y1="100%" y2="100%" className={styles.ground} />
    </svg>
  );
}

interface HourProps {
  readonly hour: DayHour;
  readonly tabStop: boolean;
  readonly isChosen: boolean;
  readonly onFocus: () => void;
  readonly onBetween: (between: ActivityQuery['between']) => void;
}

function Hour({ hour, tabStop, isChosen, onFocus, onBetween }: HourProps): ReactNode {
  const t = useAllWords();
  const { locale } = useSurroundings();
  const styles = useStyles();
  const { from, to, count, parts } = hour;
  const words = t('day.bar', {
    hour: t('day.hour', { from: timeWords(from, locale), to: timeWords(to, locale) }),
    count,
    parts: parts.map(({ name, count }) => t('day.part', { name, count })).join(', '),
  });
  return (
    <button
      type="button"
      data-hour={from}
      disabled={count === 0}
      tabIndex={tabStop ? 0 : -1}
      aria-label={words}
      aria-pressed={isChosen}
      title={words}
      className={mergeClasses(styles.hour, isChosen && styles.chosen)}
      onFocus={onFocus}
      onClick={() => onBetween(isChosen ? null : [from, to])}
    />
  );
}
