import type { ReactNode } from 'react';
import { Button, Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { HookView } from '../../shared/hooks.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { ruleSentence } from '../../shared/texts/rule-words.ts';
import type { RuleView } from '../../shared/wishes.ts';
import { draftOfRule } from '../rules/rule-form.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { useAllWords } from '../all-words.ts';
import { RuleMenu } from './rule-menu.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomColor: 'transparent' },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  control: { flexShrink: 0 },
  // In line with the words above: a switch has room around it to be hit.
  switch: { flexShrink: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface RuleRowProps {
  readonly rule: RuleView;
  readonly drives: Snapshot['drives'];
  /** Null until it is known. */
  readonly count: number | null;
  /** What it starts or tells besides. */
  readonly hook: HookView | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onHook: () => void;
  readonly onMove: (to: 'earlier' | 'later') => void;
  readonly onRemove: () => void;
}

/** What a rule says, how much it did, and all that can be done with it. */
export function RuleRow(props: RuleRowProps): ReactNode {
  const { rule, drives, onRemove } = props;
  const { api, locale } = useSurroundings();
  const { act } = useFailures();
  const t = useAllWords();
  const now = useNow();
  const styles = useStyles();
  const { ruleId, isOn, until, pattern, origin } = rule;
  const sentence = ruleSentence(t, rule, { drives, now, locale });
  const isMute = origin === 'mute' && (until === null || until > now);
  const toggle = (isOn: boolean): void =>
    void act(api.changeRule(ruleId, { ...draftOfRule(rule), isOn }));
  return (
    <li className={styles.row}>
      <Switch
        className={styles.switch}
        checked={isOn}
        aria-label={t('rules.on', { rule: sentence })}
        onChange={(_event, { checked }) => toggle(checked)}
      />
      <div className={styles.words} {...(pattern !== null && { title: pattern })}>
        <div>{sentence}</div>
        <Facts {...props} />
      </div>
      {isMute && (
        <Button
          size="small"
          className={styles.control}
          aria-label={t('rules.end-now-named', { rule: sentence })}
          onClick={onRemove}
        >
          {t('rules.end-now')}
        </Button>
      )}
      <RuleMenu {...props} sentence={sentence} />
    </li>
  );
}

function Facts({ rule, count, hook }: Pick<RuleRowProps, 'rule' | 'count' | 'hook'>): ReactNode {
  const t = useAllWords();
  const now = useNow();
  const styles = useStyles();
  const { until, origin } = rule;
  const facts = [
    until !== null && until <= now ? t('rules.over') : null,
    count === null ? null : t('rules.matched', { count }),
    origin === 'person' ? null : t(`rules.${origin}`),
    hook && t('rules.hook.target', { target: targetOf(hook) }),
  ];
  return <Caption1 className={styles.quiet}>{facts.filter(Boolean).join(' · ')}</Caption1>;
}

function targetOf(hook: HookView): string {
  return hook.kind === 'command' ? hook.program : hook.url;
}
