import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Alert20Filled, Alert20Regular } from '@fluentui/react-icons/svg/alert';
import { HardDrive20Filled, HardDrive20Regular } from '@fluentui/react-icons/svg/hard-drive';
import { Settings20Filled, Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { type Page, pages } from '../../shared/pages.ts';
import { RailTooltip } from '../lazy-pages.tsx';
import { useSurroundings } from '../surroundings.ts';
import { useMedia } from '../theme.ts';
import { narrow, narrowRail, railButton } from './rail-styles.ts';
import { visuallyHidden } from './visually-hidden.ts';

const icons = {
  activity: { plain: <Alert20Regular />, current: <Alert20Filled /> },
  drives: { plain: <HardDrive20Regular />, current: <HardDrive20Filled /> },
  settings: { plain: <Settings20Regular />, current: <Settings20Filled /> },
} satisfies Record<Page, Record<'plain' | 'current', ReactNode>>;

const mostCounted = 99;

const useStyles = makeStyles({
  rail: {
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '200px',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { width: '56px' },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  name: visuallyHidden,
  ...railButton,
});

interface RailProps {
  readonly page: Page;
  readonly unread: number;
  readonly onPage: (page: Page) => void;
}

export function Rail({ page, unread, onPage }: RailProps): ReactNode {
  const { t } = useSurroundings();
  const styles = useStyles();
  return (
    <nav aria-label={t('nav.label')} className={styles.rail}>
      <ul className={styles.list}>
        {pages.map((each) => (
          <li key={each}>
            <RailButton
              page={each}
              current={each === page}
              unread={each === 'activity' ? unread : 0}
              onClick={() => onPage(each)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RailButtonProps {
  readonly page: Page;
  readonly current: boolean;
  readonly unread: number;
  readonly onClick: () => void;
}

function RailButton({ page, current, unread, onClick }: RailButtonProps): ReactNode {
  const { t, locale } = useSurroundings();
  const styles = useStyles();
  const iconsOnly = useMedia(narrowRail);
  const name = unread > 0 ? t('nav.activity-unread', { count: unread }) : t(`nav.${page}`);
  const button = (
    <button
      type="button"
      aria-current={current ? 'page' : undefined}
      className={mergeClasses(styles.button, current && styles.current)}
      onClick={onClick}
    >
      <span className={styles.icon}>{icons[page][current ? 'current' : 'plain']}</span>
      <span aria-hidden className={styles.word}>
        {t(`nav.${page}`)}
      </span>
      <span className={styles.name}>{name}</span>
      {unread > 0 && (
        <span aria-hidden className={styles.badge}>
          {countWords(unread, locale)}
        </span>
      )}
    </button>
  );
  if (!iconsOnly) return button;
  return (
    <RailTooltip name={name} fallback={button}>
      {button}
    </RailTooltip>
  );
}

function countWords(unread: number, locale: string): string {
  const counted = Math.min(unread, mostCounted).toLocaleString(locale);
  return unread > mostCounted ? `${counted}+` : counted;
}
