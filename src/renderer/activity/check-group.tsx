import { type ReactNode, useId } from 'react';
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  group: { flexShrink: 0 },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    alignItems: 'start',
  },
  choice: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

interface CheckGroupProps<Key extends string> {
  readonly label: string;
  readonly choices: readonly { readonly key: Key; readonly word: string }[];
  readonly chosen: readonly Key[];
  /** Leaves what is chosen in the order of the choices. */
  readonly onChange: (change: (chosen: readonly Key[]) => readonly Key[]) => void;
}

/** Any of these; none ticked means all. */
export function CheckGroup<Key extends string>(props: CheckGroupProps<Key>): ReactNode {
  const { label, choices, chosen, onChange } = props;
  const styles = useStyles();
  const id = useId();
  const tick = (key: Key, isTicked: boolean): void =>
    onChange((chosen) =>
      choices
        .map((choice) => choice.key)
        .filter((one) => (one === key ? isTicked : chosen.includes(one))),
    );
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <span id={id}>{label}</span>
      <div className={styles.choices}>
        {choices.map(({ key, word }) => (
          <Checkbox
            key={key}
            className={styles.choice}
            label={word}
            checked={chosen.includes(key)}
            onChange={(_event, { checked }) => tick(key, checked === true)}
          />
        ))}
      </div>
    </div>
  );
}
