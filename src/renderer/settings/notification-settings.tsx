import type { ReactNode } from 'react';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useAllWords } from '../all-words.ts';
import { DeletionAlarm } from './deletion-alarm.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { OwnChanges } from './own-changes.tsx';
import { Pausing } from './pausing.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { ReadChoice } from './read-choice.tsx';
import { Section } from '../shell/section.tsx';
import { ToastManners } from './toast-manners.tsx';
import { useWish } from './use-wish.ts';

interface NotificationSettingsProps {
  readonly snapshot: Snapshot;
}

/** What is told, when, and how. */
export function NotificationSettings({ snapshot }: NotificationSettingsProps): ReactNode {
  const t = useAllWords();
  const { pausedUntil, quietUntil, tellsOwn, wishes } = snapshot;
  const wish = useWish(wishes);
  return (
    <Section title={t('settings.notifications')}>
      <Pausing pausedUntil={pausedUntil} quietUntil={quietUntil} />
      <DeliveryChoice wishes={wishes} wish={wish} />
      <OwnChanges tellsOwn={tellsOwn} />
      <ToastManners wishes={wishes} wish={wish} />
      <QuietHours wishes={wishes} wish={wish} />
      <DeletionAlarm wishes={wishes} wish={wish} />
      <ReadChoice wishes={wishes} wish={wish} />
    </Section>
  );
}
