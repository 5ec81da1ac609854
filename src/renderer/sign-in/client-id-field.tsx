import type { ReactNode } from 'react';
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { failureWords } from '../../shared/texts/reason-words.ts';
import { useSurroundings } from '../surroundings.ts';
import type { ClientIdEntry } from './use-client-id.ts';

const useStyles = makeStyles({ input: { fontFamily: tokens.fontFamilyMonospace } });

/** Of what main takes: far longer than any. */
const longest = 200;

interface ClientIdFieldProps {
  readonly entry: ClientIdEntry;
  readonly hint?: string;
}

export function ClientIdField({ entry, hint }: ClientIdFieldProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const { id, value, problem, onValue } = entry;
  return (
    <Field
      label={t('client-id.label')}
      {...(hint !== undefined && { hint })}
      {...(problem !== null && {
        validationState: 'error',
        validationMessage: failureWords(t, problem),
      })}
    >
      <Input
        id={id}
        value={value}
        maxLength={longest}
        spellCheck={false}
        autoComplete="off"
        input={{ className: styles.input }}
        onChange={(_event, data) => onValue(data.value)}
      />
    </Field>
  );
}
