import { type ReactNode, useState } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { HookReport } from '../../shared/hooks.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { ruleSentence } from '../../shared/texts/rule-words.ts';
import { hookRunWords } from '../../shared/texts/hook-words.ts';
import { momentWords } from '../../shared/texts/moments.ts';
import { settled } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { useFoldedStyles } from './folded-styles.ts';

const useStyles = makeStyles({
  note: { margin: `${tokens.spacingVerticalS} 0 0` },
  output: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

type HookRunsProps = Pick<Snapshot, 'rules' | 'drives'>;

/** What came of the last hooks, asked for when it is opened. */
export function HookRuns({ rules, drives }: HookRunsProps): ReactNode {
  const { api, locale } = useSurroundings();
  const t = useAllWords();
  const styles = useStyles();
  const folded = useFoldedStyles();
  const now = useNow();
  const [report, setReport] = useState<HookReport | null>(null);
  const read = async (): Promise<void> => {
    const outcome = await settled(api.getHookRuns());
    if (outcome.ok) setReport(outcome.value);
  };
  const ruleName = (ruleId: string): string => {
    const rule = rules.find((one) => one.ruleId === ruleId);
    return rule ? ruleSentence(t, rule, { drives, now, locale }) : t('diagnostics.hooks.rule-gone');
  };
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && void read()}>
      <summary className={folded.summary}>{t('diagnostics.hooks')}</summary>
      {report?.runs.length === 0 && <p className={styles.note}>{t('diagnostics.hooks.empty')}</p>}
      {report && report.letGo > 0 && (
        <p className={styles.note}>{t('diagnostics.hooks.let-go', { count: report.letGo })}</p>
      )}
      <ul className={folded.list}>
        {report?.runs.map((run, index) => (
          // eslint-disable-next-line react/no-array-index-key -- They are never moved: each opening draws them anew.
          <li key={index}>
            {t('diagnostics.hooks.line', {
              time: momentWords(run.at, now, locale),
              rule: ruleName(run.ruleId),
              outcome: hookRunWords(t, run),
            })}
            {run.output !== '' && <pre className={styles.output}>{run.output}</pre>}
          </li>
        ))}
      </ul>
    </details>
  );
}
