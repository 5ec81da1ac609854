import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useAllWords } from '../all-words.ts';
import { Looked } from './looked.tsx';
import { useLooking } from './use-looking.ts';
import { useAgainAfterSignIn, type WayProps } from './way-props.ts';

const longestLink = 4000;

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0 },
});

/** Whatever a link leads to. */
export function LinkWay({ account, isSigningIn, ...picks }: WayProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const looking = useLooking();
  const field = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState('');
  useAgainAfterSignIn(looking, isSigningIn);
  const lookUp = (event: SyntheticEvent): void => {
    event.preventDefault();
    looking.look(account.accountId, { what: 'link', text: link });
  };
  return (
    <>
      <form onSubmit={lookUp}>
        <Field label={t('find.link')} hint={t('find.link-note')}>
          <div className={styles.line}>
            <Input
              input={{ ref: field }}
              className={styles.field}
              value={link}
              maxLength={longestLink}
              spellCheck={false}
              autoComplete="off"
              onChange={(_event, data) => setLink(data.value)}
            />
            <Button type="submit" className={styles.button} disabledFocusable={link.trim() === ''}>
              {t('find.look-up')}
            </Button>
          </div>
        </Field>
      </form>
      <Looked
        {...picks}
        account={account}
        looking={looking}
        top={t('find.way.link')}
        topLevels={1}
        onTop={() => field.current?.focus()}
      />
    </>
  );
}
