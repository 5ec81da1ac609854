import type { ReactNode } from 'react';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { SignInFlow } from '../../shared/snapshot.ts';
import { useSurroundings } from '../surroundings.ts';

interface FlowChoiceProps {
  readonly flow: SignInFlow;
  readonly onFlow: (flow: SignInFlow) => void;
}

export function FlowChoice({ flow, onFlow }: FlowChoiceProps): ReactNode {
  const { t } = useSurroundings();
  return (
    <Field label={t('ways.flow')} hint={t('ways.flow.note')}>
      <RadioGroup value={flow} onChange={(_event, data) => onFlow(data.value as SignInFlow)}>
        <Radio value="browser" label={t('ways.flow.browser')} />
        <Radio value="device-code" label={t('ways.flow.device-code')} />
      </RadioGroup>
    </Field>
  );
}
