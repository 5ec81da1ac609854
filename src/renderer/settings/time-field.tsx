import type { ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useAllWords } from '../all-words.ts';
import { useTyped } from './use-typed.ts';

interface TimeFieldProps {
  readonly label: string;
  /** Minutes after midnight. */
  readonly value: number;
  readonly onChange: (value: number) => Promise<boolean>;
}

/** A time by the clock on the wall. */
export function TimeField({ label, value, onChange }: TimeFieldProps): ReactNode {
  const t = useAllWords();
  const { text, isWrong, type, settle, onKeyDown } = useTyped({
    value: textOf(value),
    isValid: (text) => text !== '',
    send: (text) => onChange(minutesOf(text)),
  });
  return (
    <Field label={label} {...(isWrong && { validationMessage: t('wish.time-missing') })}>
      <Input
        type="time"
        value={text}
        onChange={(_event, { value }) => type(value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
    </Field>
  );
}

function textOf(minutes: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}
