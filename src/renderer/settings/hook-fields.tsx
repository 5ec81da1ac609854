import type { ReactNode } from 'react';
import {
  Button,
  Field,
  type FieldProps,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { FailureCode } from '../../shared/ipc.ts';
import { failureWords } from '../../shared/texts/reason-words.ts';
import type { Translate } from '../../shared/texts/translate.ts';
import { useAllWords } from '../all-words.ts';
import type { HookEntry } from './use-hook.ts';

const useStyles = makeStyles({
  program: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
  },
  path: {
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  none: { color: tokens.colorNeutralForeground3 },
});

interface ProgramFieldProps {
  readonly entry: HookEntry;
  /** Null: none has been chosen. */
  readonly program: string | null;
}

/** The whole path of the program: nothing that is run is hidden. */
export function ProgramField({ entry, program }: ProgramFieldProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  return (
    <Field label={t('hook.program')} hint={t('hook.command.note')} {...problemOf(t, entry.problem)}>
      <div role="group" className={styles.program}>
        {program === null ? (
          <span className={styles.none}>{t('hook.program.none')}</span>
        ) : (
          <bdi dir="ltr" className={styles.path}>
            {program}
          </bdi>
        )}
        <Button disabledFocusable={entry.sending} onClick={() => void entry.choose()}>
          {t('hook.program.choose')}
        </Button>
      </div>
    </Field>
  );
}

export function AddressField({ entry }: { readonly entry: HookEntry }): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  return (
    <Field label={t('hook.address')} hint={t('hook.post.note')} {...problemOf(t, entry.problem)}>
      <Input
        value={entry.url}
        type="url"
        spellCheck={false}
        autoComplete="off"
        placeholder="http://localhost:8080/changes"
        input={{ className: styles.path }}
        onChange={(_event, data) => entry.onUrl(data.value)}
      />
    </Field>
  );
}

function problemOf(t: Translate, code: FailureCode | null): FieldProps {
  if (code === null) return {};
  return { validationState: 'error', validationMessage: failureWords(t, code) };
}
