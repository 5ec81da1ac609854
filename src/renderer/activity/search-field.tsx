import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { makeStyles, SearchBox } from '@fluentui/react-components';
import { longestSearch } from '../../shared/activity.ts';
import { useSurroundings } from '../surroundings.ts';
import { searchPlace } from './search-place.tsx';

const useStyles = makeStyles({ field: searchPlace });

interface SearchFieldProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

function isCommand({ ctrlKey, metaKey, altKey, shiftKey }: globalThis.KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey;
}

/** Found by Ctrl+F as well, and left empty by Escape. */
export function SearchField({ typed, onType }: SearchFieldProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  // With the first drawing: what is seen is found by its keys.
  useLayoutEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      // Caps Lock makes it an F.
      if (event.key.toLowerCase() !== 'f' || !isCommand(event)) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const onChange = (value: string): void => {
    onType(value);
    // Whoever has clicked it empty goes on typing.
    if (value === '') input.current?.focus();
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') onType('');
  };
  return (
    <SearchBox
      input={{ ref: input }}
      className={styles.field}
      size="small"
      value={typed}
      maxLength={longestSearch}
      aria-label={t('activity.search')}
      placeholder={t('activity.search')}
      dismiss={{ 'aria-label': t('activity.search.clear') }}
      onChange={(_event, { value }) => onChange(value)}
      onKeyDown={onKeyDown}
    />
  );
}
