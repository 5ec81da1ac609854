import { type ReactNode, useId } from 'react';
import { Checkbox, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { changeKinds, type ChangeKind } from '../../shared/activity.ts';
import { useWishWords } from '../wish-words.ts';
import type { FieldProps } from './use-rule-form.ts';

const groups = {
  new: ['created', 'appeared', 'restored'],
  changed: ['edited', 'renamed', 'moved', 'changed'],
  gone: ['deleted'],
  shared: ['shared', 'unshared'],
  remarks: ['commented', 'mentioned'],
} as const satisfies Record<string, readonly ChangeKind[]>;

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
  const t = useWishWords();
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
          {keysOf(groups).map((group) => (
            <Group key={group} group={group} kinds={kinds} onChange={(kinds) => fill({ kinds })} />
          ))}
        </div>
      )}
    </div>
  );
}

interface GroupProps {
  readonly group: keyof typeof groups;
  readonly kinds: readonly ChangeKind[];
  readonly onChange: (kinds: readonly ChangeKind[]) => void;
}

function Group({ group, kinds, onChange }: GroupProps): ReactNode {
  const t = useWishWords();
  const styles = useStyles();
  const id = useId();
  const tick = (kind: ChangeKind, isTicked: boolean): void =>
    onChange(changeKinds.filter((one) => (one === kind ? isTicked : kinds.includes(one))));
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <span id={id} className={styles.title}>
        {t(`rule-dialog.kinds.${group}`)}
      </span>
      {groups[group].map((kind) => {
        const word = t(`rule.kind.${kind}`);
        return (
          <Checkbox
            key={kind}
            className={styles.check}
            label={word.charAt(0).toUpperCase() + word.slice(1)}
            checked={kinds.includes(kind)}
            onChange={(_event, { checked }) => tick(kind, checked === true)}
          />
        );
      })}
    </div>
  );
}

const keysOf = <K extends string>(record: Record<K, unknown>): readonly K[] =>
  Object.keys(record) as K[];
