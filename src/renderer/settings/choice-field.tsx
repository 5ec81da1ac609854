import type { ReactNode } from 'react';
import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({
  field: { width: 'fit-content', maxWidth: '100%', gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface ChoiceFieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** One of a few. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>): ReactNode {
  const { label, value, choices, onChange } = props;
  const styles = useStyles();
  return (
    <Field label={label} className={styles.field}>
      <Select value={value} onChange={(_event, data) => onChange(data.value as V)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
