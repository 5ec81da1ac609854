import { type ReactNode, useId } from 'react';
import { Label, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { weekdayName, weekOf } from '../../shared/texts/weekdays.ts';
import { visuallyHidden } from '../shell/visually-hidden.ts';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  day: { position: 'relative', minWidth: '48px' },
  name: visuallyHidden,
});

interface DayChoiceProps {
  readonly label: string;
  /** 0: Sunday. */
  readonly days: readonly number[];
  readonly onToggle: (day: number, isChosen: boolean) => void;
}

/** Some days of the week. */
export function DayChoice({ label, days, onToggle }: DayChoiceProps): ReactNode {
  const { locale } = useSurroundings();
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.choice}>
      <Label id={id}>{label}</Label>
      <div role="group" aria-labelledby={id} className={styles.days}>
        {weekOf(locale).map((day) => (
          <ToggleButton
            key={day}
            size="small"
            appearance={days.includes(day) ? 'primary' : 'secondary'}
            className={styles.day}
            checked={days.includes(day)}
            onClick={() => onToggle(day, !days.includes(day))}
          >
            <span aria-hidden>{weekdayName(day, locale, 'short')}</span>
            <span className={styles.name}>{weekdayName(day, locale, 'long')}</span>
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
