import { type ReactNode, useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { WiderReach } from '../../shared/finding.ts';
import type { FailureCode, Outcome } from '../../shared/ipc.ts';
import type { AccountView } from '../../shared/snapshot.ts';
import { findFailureWords } from '../../shared/texts/find-words.ts';
import { FailureMessage } from '../shell/failure-message.tsx';
import { settled } from '../shell/failure.tsx';
import { Message } from '../shell/message.tsx';
import { useWhileDrawn } from '../shell/use-while-drawn.ts';
import { again } from '../sign-in/asks.ts';
import { useSignIn } from '../sign-in/sign-in.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import type { Looking } from './use-looking.ts';

const wider: Partial<Record<FailureCode, WiderReach>> = {
  'needs-shared': 'shared',
  'needs-sites': 'sites',
};

/** Trying again with the same would come to the same. */
const final = new Set<FailureCode>([
  'link-malformed',
  'link-foreign',
  'link-other-cloud',
  'not-for-personal',
  'needs-administrator',
]);

interface RefusalProps {
  readonly account: AccountView;
  readonly looking: Pick<Looking, 'failure' | 'retry' | 'fail' | 'levels' | 'goTo'>;
}

/** Why nothing was found, in words, with the one button that helps. */
export function Refusal({ account, looking }: RefusalProps): ReactNode {
  const t = useAllWords();
  const { failure } = looking;
  if (failure === null) return null;
  const action = <Help account={account} looking={looking} code={failure} />;
  if (failure === 'needs-administrator') return <FailureMessage code={failure} />;
  return (
    <Message intent={wider[failure] ? 'info' : 'error'} action={action}>
      {findFailureWords(t, failure)}
    </Message>
  );
}

function Help({
  account,
  looking,
  code,
}: RefusalProps & { readonly code: FailureCode }): ReactNode {
  const t = useAllWords();
  const { api } = useSurroundings();
  const { signIn } = useSignIn();
  const [isAsking, setAsking] = useState(false);
  const { retry, fail, levels, goTo } = looking;
  const reach = wider[code];
  // Who has gone on meanwhile is not led back.
  const take = useWhileDrawn((outcome: Outcome<void>) => {
    setAsking(false);
    if (outcome.ok) retry();
    // Who cancelled knows it.
    else if (outcome.code !== 'cancelled') fail(outcome.code);
  });
  const ask = async (wanted: WiderReach): Promise<void> => {
    setAsking(true);
    take(await settled(api.widen(account.accountId, wanted)));
  };
  if (reach) {
    return (
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={isAsking}
        onClick={() => void ask(reach)}
      >
        {t('find.allow')}
      </Button>
    );
  }
  if (code === 'signed-out') {
    return (
      <Button size="small" onClick={() => signIn(again(account))}>
        {t('drives.sign-in-again')}
      </Button>
    );
  }
  if (code === 'may-not-see' && levels.length > 0) {
    return (
      <Button size="small" onClick={() => goTo(levels.length)}>
        {t('find.back')}
      </Button>
    );
  }
  return final.has(code) ? null : (
    <Button size="small" onClick={retry}>
      {t('app.retry')}
    </Button>
  );
}
