import { type ReactNode, useId } from 'react';
import { Checkbox, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { changeKinds, type ChangeKind } from '../../shared/activity.ts';
import { kindWord } from '../../shared/texts/rule-words.ts';
import { useAllWords } from '../all-words.ts';
import type { FieldProps } from './use-rule-form.ts';

/** A kind that is missing here is a compile error. */
const groupOf = {
  created: 'new',
  appeared: 'new',
  restored: 'new',
  edited: 'changed',
  renamed: 'changed',
  moved: 'changed',
  changed: 'changed',
  deleted: 'gone',
  shared: 'shared',
  unshared: 'shared',
  commented: 'remarks',
  mentioned: 'remarks',
} as const satisfies Record<ChangeKind, string>;

const kindsInGroups = Object.keys(groupOf) as ChangeKind[];
const groups = [...new Set(Object.values(groupOf))];

const useStyles = makeStyles({
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  group: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none' },
  title: {
    padding: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface KindsFieldProps extends FieldProps {
  readonly isWrong: boolean;
}

/** Anything, or certain kinds of change. */
export function KindsField({ form, fill, isWrong }: KindsFieldProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { kinds } = form;
  return (
    <div>
      <Field
        label={t('rule-dialog.kinds')}
        {...(isWrong && { validationMessage: t('rule-dialog.kinds-missing') })}
      >
        <RadioGroup
          value={kinds === null ? 'anything' : 'certain'}
          onChange={(_event, { value }) => fill({ kinds: value === 'anything' ? null : [] })}
        >
          <Radio value="anything" label={t('rule-dialog.anything')} />
          <Radio value="certain" label={t('rule-dialog.certain')} />
        </RadioGroup>
      </Field>
      {kinds !== null && (
        <div className={styles.groups}>
          {groups.map((group) => (
            <Group key={group} group={group} kinds={kinds} onChange={(kinds) => fill({ kinds })} />
          ))}
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  readonly group: (typeof groups)[number];
  readonly kinds: readonly ChangeKind[];
  readonly onChange: (kinds: readonly ChangeKind[]) => void;
}

function Group({ group, kinds, onChange }: GroupProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const id = useId();
  const tick = (kind: ChangeKind, isTicked: boolean): void =>
    onChange(changeKinds.filter((one) => (one === kind ? isTicked : kinds.includes(one))));
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <span id={id} className={styles.title}>
        {t(`rule-dialog.kinds.${group}`)}
      </span>
      {kindsInGroups
        .filter((kind) => groupOf[kind] === group)
        .map((kind) => (
          <Checkbox
            key={kind}
            className={styles.check}
            label={kindWord(t, kind)}
            checked={kinds.includes(kind)}
            onChange={(_event, { checked }) => tick(kind, checked === true)}
          />
        ))}
    </div>
  );
}
