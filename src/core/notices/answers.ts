import type { Outcome } from '../../shared/ipc.ts';
import type { History } from '../history.ts';
import type { Opener } from '../opener.ts';
import type { Decisions } from '../store/decisions.ts';
import type { ToldNotices } from '../store/told-notices.ts';
import type { Notice } from './notice.ts';
import type { RuleBook } from './rule-book.ts';

/** What a person can do about a toast: click it, or one of its buttons. */
const noticeActions = ['open', 'open-folder', 'mute'] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** As the system gives it back; whatever else it says is a click. */
export function noticeActionOf(key: string): NoticeAction {
  return noticeActions.find((action) => action === key) ?? 'open';
}

export interface NoticeAnswersParts {
  readonly decisions: Pick<Decisions, 'subjectOf'> & {
    readonly notices: Pick<ToldNotices, 'find'>;
  };
  readonly history: Pick<History, 'openItem' | 'openFolder'>;
  readonly opener: Pick<Opener, 'openRecycleBin'>;
  readonly rules: Pick<RuleBook, 'mute'>;
}

/** The buttons of a toast; a click on the toast itself is always answered. */
export function actionsOf({ changes, count, drives }: Notice): readonly NoticeAction[] {
  const [only] = changes;
  if (drives.length > 1 || !only) return [];
  if (count > 1) return ['mute'];
  const canOpenFolder = only.parentId !== null && only.place.length > 0;
  return [
    ...(only.canOpen ? (['open'] as const) : []),
    ...(canOpenFolder ? (['open-folder'] as const) : []),
    'mute',
  ];
}

/** Does what was asked by a toast, be it of this run or of an earlier one. */
export class NoticeAnswers {
  readonly #parts: NoticeAnswersParts;

  constructor(parts: NoticeAnswersParts) {
    this.#parts = parts;
  }

  /** What cannot be done is looked for in the window. */
  async answer(noticeId: string, action: NoticeAction): Promise<'done' | 'show-window'> {
    const outcome = await this.#do(noticeId, action);
    return outcome?.ok ? 'done' : 'show-window';
  }

  /** Null: there is nothing that could be done. */
  async #do(noticeId: string, action: NoticeAction): Promise<Outcome<unknown> | null> {
    const { decisions, history, opener, rules } = this.#parts;
    const [, kind, row] = /^(n|alarm)-(\d{1,15})$/.exec(noticeId) ?? [];
    if (row === undefined) return null;
    const { rowId, count } = decisions.notices.find(noticeId) ?? { rowId: Number(row), count: 1 };
    if (kind === 'alarm') {
      const subject = decisions.subjectOf(rowId);
      return subject && opener.openRecycleBin(subject.watchId);
    }
    const isOfMany = count > 1;
    if (action === 'mute') return rules.mute(rowId, this.#whatToMute(rowId, isOfMany), 'one-hour');
    if (isOfMany) return null;
    return action === 'open-folder' ? history.openFolder(rowId) : history.openItem(rowId);
  }

  #whatToMute(rowId: number, isOfMany: boolean): 'folder' | 'drive' {
    const hasFolder = this.#parts.decisions.subjectOf(rowId)?.folder !== null;
    return hasFolder && !isOfMany ? 'folder' : 'drive';
  }
}
