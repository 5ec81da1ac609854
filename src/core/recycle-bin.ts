import type { WatchedDrive } from './settings/settings.ts';

/** The page of what was deleted in a drive; null: it is not known where the drive is. */
export function recycleBinOf({
  kind,
  webUrl,
}: Pick<WatchedDrive, 'kind' | 'webUrl'>): string | null {
  if (kind === 'personal') return 'https://onedrive.live.com/?v=recyclebin';
  if (webUrl === null || !URL.canParse(webUrl)) return null;
  const { origin, pathname } = new URL(webUrl);
  // A library lies right below its site.
  const site = pathname.replace(/\/+$/, '').replace(/\/[^/]*$/, '');
  return `${origin}${site}/_layouts/15/RecycleBin.aspx`;
}
