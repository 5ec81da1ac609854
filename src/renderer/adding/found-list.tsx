import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { Found } from '../../shared/finding.ts';
import { visuallyHidden } from '../shell/visually-hidden.ts';
import { useAllWords } from '../all-words.ts';
import { canOpen, FoundRow, isPlace } from './found-row.tsx';
import { focusRow, useListKeys } from './use-list-keys.ts';

const useStyles = makeStyles({
  frame: {
    minHeight: '48px',
    maxHeight: 'min(320px, 36vh)',
    padding: tokens.spacingVerticalXS,
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  heading: {
    display: 'block',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  hidden: visuallyHidden,
});

/** Rows of one account, under its name where there are several. */
export interface Section {
  readonly accountId: string;
  readonly heading: string | null;
  readonly found: readonly Found[];
}

export interface Picks {
  readonly picked: ReadonlySet<string>;
  readonly onPick: (found: Found, picked: boolean) => void;
}

interface FoundListProps extends Picks {
  readonly label: string;
  readonly sections: readonly Section[];
  readonly saysWhere?: boolean;
  /** The focus comes here with it, to this row or the first; undefined: it stays where it is. */
  readonly arrival?: { readonly at: string | null } | undefined;
  /** Without it nothing is opened. */
  readonly onOpen?: ((accountId: string, found: Found) => void) | undefined;
  readonly onUp?: (() => void) | undefined;
}

export function FoundList(props: FoundListProps): ReactNode {
  const { label, sections, saysWhere = false, arrival, picked, onPick, onOpen, onUp } = props;
  const t = useAllWords();
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const all = sections.flatMap(({ accountId, found }) => found.map((one) => ({ accountId, one })));
  const { active, onActive, onKeyDown } = useListKeys(frame, enter, () => onUp?.());
  const known = all.find(({ one }) => one.foundId === active);
  const first = (known ?? all.find(({ one }) => isReachable(one)))?.one.foundId;
  useLayoutEffect(() => {
    if (arrival) focusRow(frame.current, arrival.at);
  }, [arrival]);

  function enter(foundId: string): void {
    const chosen = all.find(({ one }) => one.foundId === foundId);
    if (!chosen) return;
    const { accountId, one } = chosen;
    if (onOpen && canOpen(one.kind)) onOpen(accountId, one);
    else onPick(one, !picked.has(foundId));
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Keys of the rows within.
    <div ref={frame} className={styles.frame} tabIndex={-1} onKeyDown={onKeyDown}>
      <span id={`${id}keys`} className={styles.hidden}>
        {t(onOpen ? 'find.keys' : 'find.keys-short')}
      </span>
      {sections.map(({ accountId, heading, found }, at) => (
        <div key={accountId}>
          {heading !== null && (
            <Caption1Strong as="h2" id={`${id}${at}`} className={styles.heading}>
              {heading}
            </Caption1Strong>
          )}
          <ul
            aria-describedby={`${id}keys`}
            className={styles.list}
            {...(heading === null ? { 'aria-label': label } : { 'aria-labelledby': `${id}${at}` })}
          >
            {found.map((one) => (
              <FoundRow
                key={one.foundId}
                found={one}
                isActive={one.foundId === first}
                picked={picked.has(one.foundId)}
                saysWhere={saysWhere}
                onActive={onActive}
                onPick={onPick}
                onOpen={onOpen && ((opened) => onOpen(accountId, opened))}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Whether there is anything in its row to be focused. */
function isReachable(found: Found): boolean {
  return isPlace(found) || canOpen(found.kind) || !found.watched;
}
