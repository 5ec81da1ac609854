import type { ReactNode } from 'react';
import { Button, Spinner } from '@fluentui/react-components';
import { Alert48Regular } from '@fluentui/react-icons/svg/alert';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { SignInView } from '../../shared/snapshot.ts';
import { useFailures } from '../shell/failure.tsx';
import { Message } from '../shell/message.tsx';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';

export function SignInPanel({ signIn }: { readonly signIn: SignInView }): ReactNode {
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
        <Button appearance="primary" size="large" onClick={() => void act(api.signIn())}>
          {t(code === null ? 'welcome.sign-in.button' : 'app.retry')}
        </Button>
      }
    >
      {code !== null && (
        <Message intent={code === 'cancelled' ? 'info' : 'error'}>{failureWords(t, code)}</Message>
      )}
    </Panel>
  );
}
