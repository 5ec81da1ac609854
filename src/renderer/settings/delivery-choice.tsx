import type { ReactNode } from 'react';
import { weekdayName, weekOf } from '../../shared/texts/weekdays.ts';
import type { WishesView } from '../../shared/wishes.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { ChoiceField } from './choice-field.tsx';
import { useSettingStyles } from './setting-styles.ts';
import { TimeField } from './time-field.tsx';
import type { WishProps } from './use-wish.ts';

type Delivery = WishesView['delivery'];

const everies: readonly Delivery['every'][] = ['change', 'hour', 'day', 'week'];

/** As changes come, or gathered. */
export function DeliveryChoice({ wishes, wish }: WishProps): ReactNode {
  const { locale } = useSurroundings();
  const t = useAllWords();
  const styles = useSettingStyles();
  const { every, at, day } = wishes.delivery;
  const change = (part: Partial<Delivery>): Promise<boolean> =>
    wish((all) => ({ ...all, delivery: { ...all.delivery, ...part } }));
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={t('wish.delivery')}
        value={every}
        choices={everies.map((value) => ({ value, label: t(`wish.delivery.${value}`) }))}
        onChange={(every) => void change({ every })}
      />
      {every === 'week' && (
        <ChoiceField
          label={t('wish.delivery.on')}
          value={String(day)}
          choices={weekOf(locale).map((day) => ({
            value: String(day),
            label: weekdayName(day, locale, 'long'),
          }))}
          onChange={(day) => void change({ day: Number(day) })}
        />
      )}
      {(every === 'day' || every === 'week') && (
        <TimeField label={t('wish.delivery.at')} value={at} onChange={(at) => change({ at })} />
      )}
    </div>
  );
}
