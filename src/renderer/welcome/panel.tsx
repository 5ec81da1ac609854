import type { ReactNode } from 'react';
import { Body1, Caption1, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useSurroundings } from '../surroundings.ts';
import type { Step } from './use-first-run.ts';

/** A window too low for ornament: the button must stay in view. */
const low = '@media (max-height: 599px)';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    boxSizing: 'border-box',
    height: '100%',
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '460px',
    margin: 'auto',
  },
  icon: { display: 'flex', color: tokens.colorBrandForeground1, [low]: { display: 'none' } },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  step: { color: tokens.colorNeutralForeground3 },
  title: {
    ...typographyStyles.title2,
    [low]: typographyStyles.subtitle1,
    margin: 0,
    outline: 'none',
    textWrap: 'balance',
  },
  body: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalS,
  },
});

interface PanelProps {
  readonly step: Step;
  readonly icon: ReactNode;
  readonly title: string;
  /** One string a paragraph. */
  readonly body: readonly string[];
  readonly children?: ReactNode;
  readonly foot: ReactNode;
}

/** One thought of the first run, with its one button below. */
export function Panel({ step, icon, title, body, children, foot }: PanelProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <span aria-hidden className={styles.icon}>
          {icon}
        </span>
        <div className={styles.head}>
          <Caption1 className={styles.step}>{t('welcome.step', { ...step })}</Caption1>
          <h1 key={title} ref={focus} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
        </div>
        {body.map((paragraph) => (
          <Body1 key={paragraph} as="p" block className={styles.body}>
            {paragraph}
          </Body1>
        ))}
        {children}
        <div className={styles.foot}>{foot}</div>
      </div>
    </main>
  );
}

/** A new thought is read out from its title; the button used last is gone with its panel. */
function focus(heading: HTMLElement | null): void {
  heading?.focus();
}
