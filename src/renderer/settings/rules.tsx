import { type ReactNode, useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { RuleView } from '../../shared/wishes.ts';
import { RuleDialog } from '../rules/rule-dialog.tsx';
import type { RuleAsked } from '../rules/rule-form.ts';
import { HookDialog } from './hook-dialog.tsx';
import { useAllWords } from '../all-words.ts';
import { RuleRow } from './rule-row.tsx';
import { Section } from '../shell/section.tsx';
import { useRuleCounts } from './use-rule-counts.ts';
import { useRuleMoves } from './use-rule-moves.ts';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  buttons: { display: 'flex' },
});

/** All rules, in the order in which they are tried. */
export function Rules({ snapshot }: { readonly snapshot: Snapshot }): ReactNode {
  const { rules, drives, hooks } = snapshot;
  const t = useAllWords();
  const styles = useStyles();
  const [asked, setAsked] = useState<RuleAsked | null>(null);
  const [hooked, setHooked] = useState<RuleView | null>(null);
  const hookOf = ({ ruleId }: RuleView) => hooks[ruleId] ?? null;
  const counts = useRuleCounts(rules);
  const restored = useRestoreFocusTarget();
  const { list, add, move, remove } = useRuleMoves(rules);
  return (
    <Section title={t('rules.title')}>
      <Caption1 className={styles.note}>{t('rules.note')}</Caption1>
      {rules.length === 0 ? (
        <Body1>{t('rules.none')}</Body1>
      ) : (
        <ol ref={list} aria-label={t('rules.list')} className={styles.list}>
          {rules.map((rule, index) => (
            <RuleRow
              key={rule.ruleId}
              rule={rule}
              drives={drives}
              count={counts ? (counts[rule.ruleId] ?? 0) : null}
              hook={hookOf(rule)}
              isFirst={index === 0}
              isLast={index === rules.length - 1}
              onEdit={() => setAsked({ rule })}
              onHook={() => setHooked(rule)}
              onMove={(to) => void move(rule.ruleId, to)}
              onRemove={() => void remove(rule.ruleId)}
            />
          ))}
        </ol>
      )}
      <div className={styles.buttons}>
        <Button ref={add} icon={<Add16Regular />} onClick={() => setAsked({})} {...restored}>
          {t('rules.add')}
        </Button>
      </div>
      <RuleDialog asked={asked} snapshot={snapshot} onClose={() => setAsked(null)} />
      <HookDialog rule={hooked} hook={hooked && hookOf(hooked)} onClose={() => setHooked(null)} />
    </Section>
  );
}
