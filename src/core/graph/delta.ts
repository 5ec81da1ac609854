import { z } from 'zod';
import { type DriveItem, parseDriveItem } from './drive-item.ts';
import { type Asking, failure, type Graph, type GraphFailure } from './graph.ts';

const wirePage = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

// A select without `deleted` turns tombstones into items that look alive.
export const deltaSelect =
  'id,name,eTag,cTag,size,file,folder,package,root,deleted,parentReference,createdBy,createdDateTime,lastModifiedBy,lastModifiedDateTime,webUrl,shared,remoteItem';

export interface DeltaPage {
  readonly ok: true;
  readonly items: readonly DriveItem[];
  /** Entries that were no items at all. */
  readonly dropped: number;
  /** Where the next page is, or, with `last`, where the next changes will be. */
  readonly link: string;
  readonly last: boolean;
}

export type DeltaFailure =
  | GraphFailure
  | { readonly ok: false; readonly code: 'delta-without-link' };

/** The link that lists everything a drive holds. */
export function wholeDriveLink(driveId: string): string {
  return `/drives/${encodeURIComponent(driveId)}/root/delta?$select=${deltaSelect}`;
}

/** The link whose answer lists nothing but where the next changes will be. */
export function latestLink(driveId: string): string {
  return `/drives/${encodeURIComponent(driveId)}/root/delta?token=latest&$select=${deltaSelect}`;
}

/** One page of a drive's delta feed. Items that make no sense are left out. */
export async function readDeltaPage(
  graph: Graph,
  link: string,
  asking: Asking,
): Promise<DeltaPage | DeltaFailure> {
  const answer = await graph.get(link, asking);
  if (!answer.ok) return answer;
  const page = wirePage.safeParse(answer.value);
  if (!page.success) return failure('unexpected-answer');
  const items = page.data.value.map((item) => parseDriveItem(item)).filter((item) => item !== null);
  const dropped = page.data.value.length - items.length;
  const { '@odata.nextLink': next, '@odata.deltaLink': delta } = page.data;
  const following = next ?? delta ?? null;
  if (following === null) return { ok: false, code: 'delta-without-link' };
  // Kept, a link that cannot be followed would be the end of this drive.
  if (!graph.owns(following)) return failure('unexpected-answer');
  return { ok: true, items, dropped, link: following, last: following !== next };
}
