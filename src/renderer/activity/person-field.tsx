import { type ReactNode, useCallback, useState } from 'react';
import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAsked } from '../use-asked.ts';
import { useAllWords } from '../all-words.ts';
import { personWord } from './filter-words.ts';

const useStyles = makeStyles({ list: { maxHeight: '240px' } });

interface PersonFieldProps {
  readonly person: string | null;
  readonly onChange: (person: string | null) => void;
}

/** One of those who have changed anything, found by a part of the name. */
export function PersonField({ person, onChange }: PersonFieldProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const chosen = person === null ? '' : personWord(t, person);
  const [typed, setTyped] = useState<string | null>(null);
  const { people, why } = usePeople(typed ?? '');
  return (
    <Field label={t('filter.person')}>
      <Combobox
        size="small"
        clearable
        // Whatever lies beside the panel is out of reach while it traps the focus.
        inlinePopup
        freeform
        placeholder={t('filter.person.any')}
        expandIcon={{ 'aria-label': t('filter.person.show') }}
        value={typed ?? chosen}
        selectedOptions={person === null ? [] : [person]}
        listbox={{ className: styles.list }}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_event, { optionValue }) => {
          setTyped(null);
          onChange(optionValue ?? null);
        }}
      >
        {people.map((name) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
        {why !== null && (
          <Option disabled value="" text={why}>
            {why}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

interface People {
  readonly people: readonly string[];
  /** Why there are none; null: there are, or they have not come yet. */
  readonly why: string | null;
}

function usePeople(text: string): People {
  const { api } = useSurroundings();
  const t = useAllWords();
  const ask = useCallback(() => api.listPeople(text), [api, text]);
  const { value, failure } = useAsked(ask, '');
  if (failure !== null) return { people: [], why: failureWords(t, failure) };
  return { people: value ?? [], why: value?.length === 0 ? t('filter.person.none') : null };
}
