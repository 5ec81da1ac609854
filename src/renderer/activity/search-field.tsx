import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { makeStyles, SearchBox } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';

const useStyles = makeStyles({
  field: { flexGrow: 1, maxWidth: '280px', marginLeft: 'auto' },
});

/** As long as a request may be. */
const mostCharacters = 200;

interface SearchFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** Found by Ctrl+F as well, and left empty by Escape. */
export function SearchField({ typed, onType }: SearchFieldProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onType('');
  };
  return (
    <SearchBox
      input={{ ref: input }}
      className={styles.field}
      size="small"
      value={typed}
      maxLength={mostCharacters}
      aria-label={t('activity.search')}
      placeholder={t('activity.search')}
      dismiss={{ 'aria-label': t('activity.search.clear') }}
      onChange={(_event, { value }) => onType(value)}
      onKeyDown={onKeyDown}
    />
  );
}
