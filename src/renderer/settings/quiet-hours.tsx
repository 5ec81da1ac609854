import type { ReactNode } from 'react';
import { Caption1 } from '@fluentui/react-components';
import { startOfDay, timeWords } from '../../shared/texts/moments.ts';
import type { WishesView } from '../../shared/wishes.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { DayChoice } from './day-choice.tsx';
import { useSettingStyles } from './setting-styles.ts';
import { SettingSwitch } from './setting-switch.tsx';
import { TimeField } from './time-field.tsx';
import type { WishProps } from './use-wish.ts';

type Hours = WishesView['quietHours'];

/** When nothing is told. */
export function QuietHours({ wishes, wish }: WishProps): ReactNode {
  const t = useAllWords();
  const styles = useSettingStyles();
  const { isOn, days, from, to } = wishes.quietHours;
  const change = (part: (hours: Hours) => Partial<Hours>): Promise<boolean> =>
    wish((all) => ({ ...all, quietHours: { ...all.quietHours, ...part(all.quietHours) } }));
  const toggle = (day: number, isChosen: boolean): void =>
    void change(({ days }) => ({
      days: [...days.filter((one) => one !== day), ...(isChosen ? [day] : [])].toSorted(
        (one, other) => one - other,
      ),
    }));
  return (
    <div className={styles.setting}>
      <SettingSwitch
        label={t('wish.quiet')}
        note={t('wish.quiet-note')}
        checked={isOn}
        onChange={(isOn) => void change(() => ({ isOn }))}
      />
      {isOn && (
        <div className={styles.details}>
          <DayChoice label={t('wish.quiet.days')} days={days} onToggle={toggle} />
          <div className={styles.fields}>
            <TimeField
              label={t('wish.quiet.from')}
              value={from}
              onChange={(from) => change(() => ({ from }))}
            />
            <TimeField
              label={t('wish.quiet.to')}
              value={to}
              onChange={(to) => change(() => ({ to }))}
            />
          </div>
          <Span {...wishes.quietHours} />
        </div>
      )}
    </div>
  );
}

/** What was chosen, in words: hours may well go over midnight. */
function Span({ days, from, to }: Hours): ReactNode {
  const { locale } = useSurroundings();
  const t = useAllWords();
  const now = useNow();
  const styles = useSettingStyles();
  const at = (minutes: number): string => {
    const time = new Date(startOfDay(now)).setHours(0, minutes);
    return timeWords(time, locale);
  };
  const key = to > from ? 'wish.quiet.same-day' : 'wish.quiet.next-day';
  return (
    <Caption1 className={styles.note}>
      {days.length === 0 ? t('wish.quiet.no-day') : t(key, { from: at(from), to: at(to) })}
    </Caption1>
  );
}
