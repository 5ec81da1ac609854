import { type ReactNode, type SubmitEvent, useId } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ContactCard48Regular } from '@fluentui/react-icons/svg/contact-card';
import { ClientIdField } from '../sign-in/client-id-field.tsx';
import { OtherWaysButton } from '../sign-in/other-ways-button.tsx';
import { useClientId } from '../sign-in/use-client-id.ts';
import { useSurroundings } from '../surroundings.ts';
import { Panel } from './panel.tsx';
import { TryOut } from './try-out.tsx';
import type { Step } from './use-first-run.ts';

const steps = [1, 2, 3, 4, 5] as const;

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textWrap: 'pretty',
    // Names and addresses are copied from here.
    userSelect: 'text',
    '::marker': { color: tokens.colorNeutralForeground3 },
  },
});

interface RegisterPanelProps {
  readonly step: Step;
  /** There is a client ID, but it does not work; it stays until another one is sent. */
  readonly change?: { readonly known: string; readonly onDone: () => void };
}

/** How to get a client ID, for a copy of Drivebell that was built without one. */
export function RegisterPanel({ step, change }: RegisterPanelProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  const form = useId();
  const entry = useClientId(change?.known);
  const save = async (): Promise<void> => {
    if (await entry.save('global')) change?.onDone();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!entry.sending) void save();
  };
  return (
    <Panel
      step={step}
      icon={<ContactCard48Regular />}
      title={t('register.title')}
      body={[t(change ? 'register.body-change' : 'register.body')]}
      foot={
        <>
          <Button
            appearance="primary"
            size="large"
            type="submit"
            form={form}
            disabledFocusable={entry.sending}
          >
            {t('register.button')}
          </Button>
          {change ? (
            <Button size="large" onClick={change.onDone}>
              {t('app.cancel')}
            </Button>
          ) : (
            <OtherWaysButton />
          )}
          {!change && <TryOut />}
        </>
      }
    >
      <ol className={styles.steps}>
        {steps.map((each) => (
          <li key={each}>{t(`register.step-${each}`)}</li>
        ))}
      </ol>
      <form id={form} noValidate onSubmit={submit}>
        <ClientIdField entry={entry} />
      </form>
    </Panel>
  );
}
