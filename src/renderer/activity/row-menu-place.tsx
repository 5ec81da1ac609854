import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { ActivityRow } from '../../shared/activity.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { RowMenu } from '../lazy-pages.tsx';
import { useEver } from '../shell/use-ever.ts';

interface Rows {
  /** Nothing counts as unread where nothing has to be read. */
  readonly knowsUnread: boolean;
  /** The row whose menu is open. */
  readonly menuOf: number | null;
  readonly openMenu: (row: ActivityRow, button: HTMLElement) => void;
}

const RowsContext = createContext<Rows>({ knowsUnread: true, menuOf: null, openMenu: () => {} });

/** What every row of the list may ask for. */
export function useRows(): Rows {
  return use(RowsContext);
}

export interface OpenedRow {
  readonly row: ActivityRow;
  readonly button: HTMLElement;
}

interface RowMenuPlaceProps {
  readonly snapshot: Snapshot;
  /** A row was marked as unread by hand. */
  readonly onUnread: () => void;
  readonly children: ReactNode;
}

/** One menu for all rows, loaded when first asked for. */
export function RowMenuPlace({ snapshot, onUnread, children }: RowMenuPlaceProps): ReactNode {
  const [opened, setOpened] = useState<OpenedRow | null>(null);
  const knowsUnread = snapshot.wishes.readBy !== 'never';
  const openMenu = useCallback<Rows['openMenu']>((row, button) => setOpened({ row, button }), []);
  const menuOf = opened?.row.id ?? null;
  const rows = useMemo(() => ({ knowsUnread, menuOf, openMenu }), [knowsUnread, menuOf, openMenu]);
  const wasOpened = useEver(opened !== null);
  return (
    <RowsContext value={rows}>
      {children}
      {wasOpened && (
        <RowMenu
          opened={opened}
          snapshot={snapshot}
          onUnread={onUnread}
          onClose={() => setOpened(null)}
        />
      )}
    </RowsContext>
  );
}
