import { memo, type MouseEvent, type ReactNode } from 'react';
import { Button, mergeClasses, useRestoreFocusTarget } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import type { ActivityRow } from '../../shared/activity.ts';
import { changeSentence } from '../../shared/texts/change-sentence.ts';
import { daysBetween, momentWords, timeWords } from '../../shared/texts/moments.ts';
import { plainWords } from '../../shared/texts/parts.ts';
import { placeWords } from '../../shared/texts/place-words.ts';
import { useFailures } from '../shell/failure.tsx';
import { useNow, useSurroundings } from '../surroundings.ts';
import { ItemIcon } from './item-icon.tsx';
import { useRows } from './row-menu-place.tsx';
import { useRowStyles } from './row-styles.ts';
import { Sentence } from './sentence.tsx';

interface RowProps {
  readonly row: ActivityRow;
  /** The day it stands under. */
  readonly day: number;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  /** The one row that Tab reaches; arrow keys move it. */
  readonly tabStop: boolean;
  readonly fresh: boolean;
  readonly onFocus: (id: number) => void;
}

export const Row = memo(function Row(props: RowProps): ReactNode {
  const { row, tabStop } = props;
  const { api, t } = useSurroundings();
  const { act } = useFailures();
  const { knowsUnread, menuOf, openMenu } = useRows();
  const styles = useRowStyles();
  const parts = changeSentence(t, row);
  const words = plainWords(t, parts);
  const isUnread = knowsUnread && !row.read;
  const open = (): void => void act(api.openItem(row.id));
  const showMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const drawn = event.currentTarget.closest('[data-row]');
    const more = drawn?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    if (more) openMenu(row, more);
  };
  return (
    <li
      data-row={row.id}
      aria-posinset={props.position}
      aria-setsize={props.count}
      tabIndex={tabStop ? 0 : -1}
      className={mergeClasses(
        styles.row,
        props.fresh && styles.fresh,
        menuOf === row.id && styles.atHand,
      )}
      style={{ top: props.top }}
      onFocus={() => props.onFocus(row.id)}
      onDoubleClick={row.canOpen ? open : undefined}
      onContextMenu={showMenu}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && row.canOpen) open();
      }}
    >
      <span aria-hidden className={mergeClasses(styles.bar, !isUnread && styles.barRead)} />
      <ItemIcon row={row} />
      <div className={styles.text} title={words}>
        <span className={styles.hidden}>
          {isUnread ? `${t('activity.unread')}. ${words}` : words}
        </span>
        <div aria-hidden>
          <Sentence parts={parts} />
        </div>
        <Facts row={row} day={props.day} />
      </div>
      <Actions row={row} tabStop={tabStop} onOpen={open} onMore={showMenu} />
    </li>
  );
});

interface ActionsProps {
  readonly row: ActivityRow;
  readonly tabStop: boolean;
  readonly onOpen: () => void;
  readonly onMore: (event: MouseEvent) => void;
}

function Actions({ row, tabStop, onOpen, onMore }: ActionsProps): ReactNode {
  const { t } = useSurroundings();
  const { menuOf } = useRows();
  const restored = useRestoreFocusTarget();
  const styles = useRowStyles();
  const name = row.name ?? t('item.unnamed', { count: 1 });
  const tabIndex = tabStop ? 0 : -1;
  return (
    <>
      {row.canOpen && (
        <Button
          size="small"
          icon={<Open16Regular />}
          tabIndex={tabIndex}
          aria-label={t('activity.open-named', { name })}
          className={styles.action}
          onClick={onOpen}
        >
          <span className={styles.actionWord}>{t('activity.open')}</span>
        </Button>
      )}
      <Button
        size="small"
        icon={<MoreHorizontal16Regular />}
        tabIndex={tabIndex}
        aria-label={t('activity.menu', { name })}
        aria-haspopup="menu"
        aria-expanded={menuOf === row.id}
        className={styles.action}
        onClick={onMore}
        {...restored}
      />
    </>
  );
}

/** Where, when, and how often. */
function Facts({ row, day }: { readonly row: ActivityRow; readonly day: number }): ReactNode {
  const { t } = useSurroundings();
  const styles = useRowStyles();
  return (
    <div className={styles.facts}>
      <bdi className={styles.place}>{placeWords(row)}</bdi>
      <span aria-hidden>·</span>
      <Time at={row.at} day={day} />
      {row.times > 1 && (
        <>
          <span aria-hidden>·</span>
          <span className={styles.time}>{t('activity.times', { count: row.times })}</span>
        </>
      )}
    </div>
  );
}

function Time({ at, day }: { readonly at: number; readonly day: number }): ReactNode {
  const { locale } = useSurroundings();
  const now = useNow();
  const styles = useRowStyles();
  const words = daysBetween(day, at) === 0 ? timeWords(at, locale) : momentWords(at, now, locale);
  return (
    <time dateTime={new Date(at).toISOString()} className={styles.time}>
      {words}
    </time>
  );
}
