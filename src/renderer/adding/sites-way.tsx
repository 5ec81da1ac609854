import { type ReactNode, useEffect, useRef, useState } from 'react';
import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useAllWords } from '../all-words.ts';
import { Looked } from './looked.tsx';
import { useLooking } from './use-looking.ts';
import { useAgainAfterSignIn, type WayProps } from './way-props.ts';

const useStyles = makeStyles({ search: { maxWidth: 'none' } });

/** Nobody types slower within a word. */
const typingMs = 400;
const longestName = 200;

/** Sites by name; those one follows before anything is typed. */
export function SitesWay({ account, isSigningIn, ...picks }: WayProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const looking = useLooking();
  const { look } = looking;
  const { accountId } = account;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useAgainAfterSignIn(looking, isSigningIn);
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    look(accountId, text === '' ? { what: 'followed-sites' } : { what: 'sites', text });
  }, [accountId, look, text]);
  /** Who leaves the field goes on with what it finds: it must not come later and lead back. */
  const settle = (): void => setText(typed.trim());
  const toField = (): void => field.current?.focus();
  const showFollowed = (): void => {
    setTyped('');
    setText('');
    toField();
  };
  return (
    <>
      <SearchBox
        input={{ ref: field }}
        dismiss={{ 'aria-label': t('activity.search.clear') }}
        className={styles.search}
        placeholder={t('find.search')}
        aria-label={t('find.search')}
        maxLength={longestName}
        value={typed}
        onChange={(_event, data) => setTyped(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
        onBlur={settle}
      />
      <Looked
        {...picks}
        account={account}
        looking={looking}
        top={t('find.way.sites')}
        topLevels={1}
        onTop={toField}
        help={text === '' ? undefined : { label: t('find.show-followed'), run: showFollowed }}
      />
    </>
  );
}
