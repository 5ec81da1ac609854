import type { ReactNode } from 'react';
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import type { Found } from '../../shared/finding.ts';
import { useAllWords } from '../all-words.ts';
import { foundIcons } from './found-icon.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  indicator: { alignSelf: 'center' },
  box: { display: 'flex', alignItems: 'center', flexGrow: 1, maxWidth: 'none', minWidth: 0 },
  ticked: { flexGrow: 1 },
  label: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  place: {
    justifyContent: 'start',
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
  },
  placeLabel: { flexGrow: 1 },
  chevron: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  words: { flexGrow: 1, minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  browse: { flexShrink: 0, minWidth: '32px' },
});

interface FoundRowProps {
  readonly found: Found;
  /** Whether the Tab key leads here. */
  readonly isActive: boolean;
  readonly picked: boolean;
  /** Whether it is said what an item is in. */
  readonly saysWhere: boolean;
  readonly onActive: (id: string) => void;
  readonly onPick: (found: Found, picked: boolean) => void;
  readonly onOpen: ((found: Found) => void) | undefined;
}

/** Sites and groups are opened; drives and what is in them is ticked, and opened where there is more in it. */
export function FoundRow(props: FoundRowProps): ReactNode {
  const { found, isActive, picked, onActive, onPick, onOpen } = props;
  const t = useAllWords();
  const styles = useStyles();
  const tabIndex = isActive ? 0 : -1;
  const words = <Words {...props} />;
  const { foundId, kind, name, watched } = found;
  return (
    <li className={styles.row} data-found={foundId} onFocus={() => onActive(foundId)}>
      {isPlace(found) ? (
        <Button
          appearance="transparent"
          className={styles.place}
          tabIndex={tabIndex}
          onClick={() => onOpen?.(found)}
        >
          <span className={mergeClasses(styles.label, styles.placeLabel)}>
            {words}
            <span className={styles.chevron}>
              <ChevronRight20Regular aria-hidden />
            </span>
          </span>
        </Button>
      ) : (
        <Checkbox
          className={styles.box}
          checked={picked || watched}
          disabled={watched}
          tabIndex={tabIndex}
          onChange={(_event, data) => onPick(found, data.checked === true)}
          indicator={{ className: styles.indicator }}
          label={{ className: mergeClasses(styles.label, styles.ticked), children: words }}
        />
      )}
      {onOpen && !isPlace(found) && canOpen(kind) && (
        <Button
          appearance="subtle"
          className={styles.browse}
          icon={<ChevronRight20Regular />}
          aria-label={t('find.browse', { name })}
          title={t('find.browse', { name })}
          tabIndex={tabIndex}
          onClick={() => onOpen(found)}
        />
      )}
    </li>
  );
}

function Words({ found, saysWhere }: FoundRowProps): ReactNode {
  const t = useAllWords();
  const styles = useStyles();
  const { kind, name, detail, watched } = found;
  const isDrive = kind === 'library' || kind === 'business' || kind === 'personal';
  const kindWords = isDrive ? t(`drives.kind.${kind}`) : null;
  const isItem = !isDrive && !isPlace(found);
  const quiet = [
    kindWords === name ? null : kindWords,
    isItem && !saysWhere ? null : detail,
    watched ? t('picker.watched') : null,
  ].filter(Boolean);
  return (
    <>
      <span className={styles.icon}>{foundIcons[kind]}</span>
      <span className={styles.words}>
        <bdi className={styles.line} title={name}>
          {name}
        </bdi>
        {quiet.length > 0 && (
          <span className={mergeClasses(styles.line, styles.quiet)}>{quiet.join(' · ')}</span>
        )}
      </span>
    </>
  );
}

export function isPlace({ kind }: Found): boolean {
  return kind === 'site' || kind === 'group';
}

/** Whether there is anything to be found in it. */
export function canOpen(kind: Found['kind']): boolean {
  return kind !== 'file' && kind !== 'package';
}
