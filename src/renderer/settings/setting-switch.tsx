import { type ReactNode, useId } from 'react';
import { Caption1, makeStyles, Switch, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  setting: { display: 'flex', flexDirection: 'column', alignItems: 'start' },
  // In line with the words around it: a switch has room around it to be hit.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  // Below the label.
  note: { paddingInlineStart: '52px', color: tokens.colorNeutralForeground3 },
});

interface SettingSwitchProps {
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One thing that is wished for or not. */
export function SettingSwitch(props: SettingSwitchProps): ReactNode {
  const { label, note, checked, disabled = false, onChange } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.setting}>
      <Switch
        className={styles.switch}
        checked={checked}
        disabled={disabled}
        label={label}
        {...(note && { 'aria-describedby': id })}
        onChange={(_event, { checked }) => onChange(checked)}
      />
      {note && (
        <Caption1 id={id} className={styles.note}>
          {note}
        </Caption1>
      )}
    </div>
  );
}
