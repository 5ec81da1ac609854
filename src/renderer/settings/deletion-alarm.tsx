import type { ReactNode } from 'react';
import type { WishesView } from '../../shared/wishes.ts';
import { useAllWords } from '../all-words.ts';
import { NumberField } from './number-field.tsx';
import { useSettingStyles } from './setting-styles.ts';
import { SettingSwitch } from './setting-switch.tsx';
import type { WishProps } from './use-wish.ts';

const mostItems = 100_000;
const mostMinutes = 24 * 60;

/** Many deletions found within minutes are told at once. */
export function DeletionAlarm({ wishes, wish }: WishProps): ReactNode {
  const t = useAllWords();
  const styles = useSettingStyles();
  const { isOn, items, minutes } = wishes.alarm;
  const change = (part: Partial<WishesView['alarm']>): Promise<boolean> =>
    wish((all) => ({ ...all, alarm: { ...all.alarm, ...part } }));
  return (
    <div className={styles.setting}>
      <SettingSwitch
        label={t('wish.alarm')}
        note={t('wish.alarm-note')}
        checked={isOn}
        onChange={(isOn) => void change({ isOn })}
      />
      {isOn && (
        <div className={styles.details}>
          <div className={styles.fields}>
            <NumberField
              label={t('wish.alarm.items')}
              value={items}
              least={2}
              most={mostItems}
              onChange={(items) => change({ items })}
            />
            <NumberField
              label={t('wish.alarm.minutes')}
              value={minutes}
              least={1}
              most={mostMinutes}
              onChange={(minutes) => change({ minutes })}
            />
          </div>
        </div>
      )}
    </div>
  );
}
