import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { CheckmarkCircle48Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';
import type { Step } from './use-first-run.ts';

interface DonePanelProps {
  readonly step: Step;
  readonly snapshot: Snapshot;
  readonly onFinished: () => void;
}

export function DonePanel({ step, snapshot, onFinished }: DonePanelProps): ReactNode {
  const { t } = useSurroundings();
  return (
    <Panel
      step={step}
      icon={<CheckmarkCircle48Regular />}
      title={t('welcome.done.title', { count: Math.max(1, snapshot.drives.length) })}
      body={[t('welcome.done.body'), t('welcome.done.tray')]}
      foot={
        <Button appearance="primary" size="large" onClick={onFinished}>
          {t('welcome.done.button')}
        </Button>
      }
    />
  );
}
