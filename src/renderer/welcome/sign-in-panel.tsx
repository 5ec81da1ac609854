import type { ReactNode } from 'react';
import { Button, Spinner } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import { failureWords, troubleWords } from '../../shared/texts/reason-words.ts';
import type { SignInView, Trouble } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { Message } from '../shell/message.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';

interface SignInPanelProps {
  readonly signIn: SignInView;
  readonly troubles: readonly Trouble[];
}

export function SignInPanel({ signIn, troubles }: SignInPanelProps): ReactNode {
  const { api, t } = useSurroundings();
  const { act, failure } = useFailures();
  if (signIn.state === 'waiting') {
    return (
      <Panel
        step={1}
        icon={<Alert48Regular />}
        title={t('welcome.waiting.title')}
        body={[t('welcome.waiting.body')]}
        foot={
          <>
            <Button size="large" onClick={() => void act(api.cancelSignIn())}>
              {t('app.cancel')}
            </Button>
            <Spinner size="tiny" aria-label={t('welcome.waiting.title')} />
          </>
        }
      />
    );
  }
  const code = failure?.code ?? (signIn.state === 'failed' ? signIn.failure : null);
  return (
    <Panel
      step={1}
      icon={<Alert48Regular />}
      title={t('welcome.sign-in.title')}
      body={[t('welcome.sign-in.body')]}
      foot={
        <Button appearance="primary" size="large" onClick={() => void act(api.signIn(null))}>
          {t(code === null ? 'welcome.sign-in.button' : 'app.retry')}
        </Button>
      }
    >
      {troubles.map((trouble) => (
        <Message key={trouble} intent="warning">
          {troubleWords(t, trouble)}
        </Message>
      ))}
      {code !== null && (
        <Message intent={code === 'cancelled' ? 'info' : 'error'}>{failureWords(t, code)}</Message>
      )}
    </Panel>
  );
}
