import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Args } from '../../shared/ipc.ts';
import type { RulePreview as Preview } from '../../shared/wishes.ts';
import { useSurroundings } from '../surroundings.ts';
import { useAsked } from '../use-asked.ts';
import { useAllWords } from '../all-words.ts';
import { type RuleAsked, type RuleForm, rulesOf } from './rule-form.ts';

const typingMs = 300;

// Seen wherever in a long dialog one is: what is filled in above goes by behind it.
const useStyles = makeStyles({
  preview: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalS})`,
    zIndex: 1,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
});

interface RulePreviewProps {
  readonly asked: RuleAsked;
  readonly form: RuleForm;
  /** Another brings other changes to try it on. */
  readonly revision: number;
}

/** What the rule would have made of the last changes. */
export function RulePreview(props: RulePreviewProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const preview = usePreview(props);
  const words = (): string => {
    // The room is kept.
    if (preview === null) return '\u00A0';
    const { of: count, fits, tells } = preview;
    if (count === 0) return t('rule-dialog.preview.none');
    return `${t('rule-dialog.preview.fits', { fits, count })} ${t('rule-dialog.preview.tells', { tells })}`;
  };
  return (
    <Caption1 as="p" block aria-live="polite" className={styles.preview}>
      {words()}
    </Caption1>
  );
}

type Question =
  | { readonly changed: Args<'previewRule'> }
  | { readonly added: Args<'previewRules'> };

/** Asked once somebody has stopped filling in for a moment. */
function usePreview({ asked, form, revision }: RulePreviewProps): Preview | null {
  const { api } = useSurroundings();
  const { drafts, about } = rulesOf(form, asked);
  const question: Question = asked.rule
    ? { changed: [asked.rule.ruleId, drafts[0]] }
    : { added: [drafts, about] };
  const settled = useSettled(JSON.stringify(question));
  const ask = useCallback(() => {
    const question = JSON.parse(settled) as Question;
    return 'changed' in question
      ? api.previewRule(...question.changed)
      : api.previewRules(...question.added);
  }, [api, settled]);
  const { value, failure } = useAsked(ask, revision);
  return failure ? null : value;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
