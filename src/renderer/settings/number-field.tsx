import type { ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useAllWords } from '../all-words.ts';
import { useTyped } from './use-typed.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => Promise<boolean>;
}

/** A whole number within bounds. */
export function NumberField({ label, value, least, most, onChange }: NumberFieldProps): ReactNode {
  const t = useAllWords();
  const { text, isWrong, type, settle, onKeyDown } = useTyped({
    value: String(value),
    isValid: (text) => /^\d+$/u.test(text.trim()) && Number(text) >= least && Number(text) <= most,
    send: (text) => onChange(Number(text)),
  });
  return (
    <Field
      label={label}
      {...(isWrong && { validationMessage: t('wish.number-wrong', { least, most }) })}
    >
      <Input
        inputMode="numeric"
        value={text}
        onChange={(_event, { value }) => type(value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}
