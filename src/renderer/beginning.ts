import type { ActivityQuery } from '../shared/activity-query.ts';
import type { Api } from '../shared/ipc.ts';
import type { Page } from '../shared/pages.ts';
import type { Snapshot } from '../shared/snapshot.ts';
import { type Loaded, pageSize } from './activity/loaded.ts';

/** What the window shows first: asked for before anything is drawn, so that it is drawn once. */
export interface Beginning {
  readonly snapshot: Snapshot;
  readonly page: Page;
  /** The newest rows, where they are what is shown. */
  readonly rows: Loaded | null;
}

/** Null: main did not answer. The window then asks by itself, and says so. */
export async function askBeginning(api: Api): Promise<Beginning | null> {
  try {
    const [snapshot, page] = await Promise.all([api.getSnapshot(), api.startPage()]);
    if (!snapshot.ok || !page.ok) return null;
    const showsRows = page.value === 'activity' && snapshot.value.accounts.length > 0;
    const rows = showsRows ? await askRows(api, snapshot.value) : null;
    return { snapshot: snapshot.value, page: page.value, rows };
  } catch {
    return null;
  }
}

async function askRows(api: Api, { filter }: Snapshot): Promise<Loaded | null> {
  const query: ActivityQuery = { ...filter, text: '', between: null };
  const page = await api.getActivity({ ...query, before: null, limit: pageSize });
  if (!page.ok) return null;
  const isEnough = page.value.rows.length > 0 || page.value.next === null;
  return isEnough ? { query, ...page.value } : null;
}
