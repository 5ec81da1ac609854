import { memo, type MouseEvent, type ReactNode } from 'react';
import { Button, mergeClasses } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import type { ActivityRow } from '../../shared/activity.ts';
import { changeSentence } from '../../shared/texts/change-sentence.ts';
import {
  agoWords,
  daysBetween,
  exactWords,
  momentWords,
  timeWords,
} from '../../shared/texts/moments.ts';
import { plainWords } from '../../shared/texts/parts.ts';
import { placeWords } from '../../shared/texts/place-words.ts';
import { useFailures } from '../shell/failure.tsx';
import { focusTarget } from '../shell/focus-target.ts';
import { useNow, useSurroundings } from '../surroundings.ts';
import { Initials } from './initials.tsx';
import { ItemIcon } from './item-icon.tsx';
import { useRows } from './row-menu-place.tsx';
import { useRowStyles } from './row-styles.ts';
import { Sentence } from './sentence.tsx';

interface RowProps {
  readonly row: ActivityRow;
  /** The day it stands under; null: under none. */
  readonly day: number | null;
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
      onDoubleClick={(event) => {
        if (row.canOpen && !isOnButton(event)) open();
      }}
      onContextMenu={showMenu}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget && row.canOpen) open();
      }}
    >
      <span aria-hidden className={mergeClasses(styles.bar, !isUnread && styles.barRead)} />
      <ItemIcon row={row} />
      <Initials name={row.actor} />
      <div className={styles.text} title={words}>
        <span className={styles.hidden}>
          {isUnread ? `${t('activity.unread')}. ${words}` : words}
        </span>
        <div aria-hidden>
          <Sentence parts={parts} />
        </div>
        <Facts row={row} day={props.day} />
      </div>
      <Actions
        row={row}
        tabStop={tabStop}
        onOpen={({ detail: clicks }) => {
          // A double click opens it once.
          if (clicks < 2) open();
        }}
        onMore={showMenu}
      />
    </li>
  );
});

/** Buttons answer for themselves. */
function isOnButton({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

interface ActionsProps {
  readonly row: ActivityRow;
  readonly tabStop: boolean;
  readonly onOpen: (event: MouseEvent) => void;
  readonly onMore: (event: MouseEvent) => void;
}

function Actions({ row, tabStop, onOpen, onMore }: ActionsProps): ReactNode {
  const { t } = useSurroundings();
  const { menuOf } = useRows();
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
        {...focusTarget}
      />
    </>
  );
}

/** Where, when, and how often. */
function Facts({
  row,
  day,
}: {
  readonly row: ActivityRow;
  readonly day: number | null;
}): ReactNode {
  const { t } = useSurroundings();
  const styles = useRowStyles();
  return (
    <div className={styles.facts}>
      <bdi className={styles.place} title={placeWords(row)}>
        {placeWords(row)}
      </bdi>
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

interface TimeProps {
  readonly at: number;
  readonly day: number | null;
}

/** How long ago, as long as that says more than the clock; the exact time for whoever asks. */
function Time({ at, day }: TimeProps): ReactNode {
  const { t, locale } = useSurroundings();
  const now = useNow();
  const styles = useRowStyles();
  const ago = agoWords(at, now, locale);
  const isUnderDay = day !== null && daysBetween(day, at) === 0;
  const onClock = isUnderDay ? timeWords(at, locale) : momentWords(at, now, locale);
  const exact = exactWords(at, locale);
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className={styles.time}>
      <span aria-hidden>{ago === '' ? t('activity.just-now') : (ago ?? onClock)}</span>
      <span className={styles.hidden}>{exact}</span>
    </time>
  );
}
