import type { ReactNode } from 'react';
import { Button, Spinner } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import type { SignInView } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { DeviceCode } from '../sign-in/device-code.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';
import type { Step } from './use-first-run.ts';

interface WaitingPanelProps {
  readonly step: Step;
  readonly waiting: Extract<SignInView, { state: 'waiting' }>;
}

/** A sign-in under way: in the browser, or with a code. */
export function WaitingPanel({ step, waiting }: WaitingPanelProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const byCode = waiting.asked.flow === 'device-code';
  return (
    <Panel
      step={step}
      icon={<Alert48Regular />}
      title={t(byCode ? 'code.title' : 'welcome.waiting.title')}
      body={[t(byCode ? 'code.body' : 'welcome.waiting.body')]}
      foot={
        <>
          <Button size="large" onClick={() => void act(api.cancelSignIn())}>
            {t('app.cancel')}
          </Button>
          {!byCode && <Spinner size="tiny" aria-label={t('welcome.waiting.title')} />}
        </>
      }
    >
      {byCode && <DeviceCode code={waiting.code} />}
    </Panel>
  );
}
