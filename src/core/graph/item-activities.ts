import { z } from 'zod';
import type { Hosts } from '../hosts.ts';
import { safeText } from '../safe-text.ts';
import { type DriveItem, parseDriveItem } from './drive-item.ts';
import { type Asking, type Graph, type GraphFailure } from './graph.ts';
import { type Person, personOf, timeOf } from './wire.ts';

/** Whatever is not as expected counts as not said: the feed is a beta, and new deeds may come at any time. */
const said = <T extends z.ZodType>(type: T) => type.nullish().catch(null);

const text = said(z.string().max(4000));

const wireActivity = z.object({
  id: z.string().min(1).max(400),
  action: said(
    z.object({
      delete: said(z.object({ name: text, objectType: text })),
      comment: said(z.looseObject({})),
      mention: said(z.object({ mentionees: said(z.array(z.unknown())) })),
    }),
  ),
  actor: z.unknown().optional(),
  driveItem: z.unknown().optional(),
  times: said(
    z.object({
      lastRecordedDateTime: text,
      recordedDateTime: text,
      recordedTime: text,
      observedDateTime: text,
    }),
  ),
});
type WireActivity = z.infer<typeof wireActivity>;

const wirePage = z.object({ value: z.array(z.unknown()), '@odata.nextLink': text });

const pageSize = 100;

/** What somebody did to one item, as far as it concerns us. */
export interface ItemActivity {
  readonly id: string;
  /** Null where the feed does not say which one it was. */
  readonly item: DriveItem | null;
  readonly actor: Person | null;
  /** When the service wrote it down, in ms since 1970. */
  readonly at: number;
  readonly deleted: DeletedItem | null;
  readonly isComment: boolean;
  /** Who was mentioned; null: it is no mention. */
  readonly mentioned: readonly Person[] | null;
}

interface DeletedItem {
  readonly name: string | null;
  readonly kind: 'file' | 'folder' | null;
}

/**
 * `refused`: the request as such, its query perhaps. `not-offered`: there is no such feed for this drive, or
 * not for this person. `unreached`: another time it may go.
 */
export type ItemActivities =
  | {
      readonly ok: true;
      readonly activities: readonly ItemActivity[];
      /** Why older ones are missing: they could not be had just now, or there are more than were asked for. */
      readonly missing: 'unreached' | 'too-many' | null;
    }
  | { readonly ok: false; readonly code: 'refused' | 'not-offered' | 'unreached' };

/** The feed with the items' ids: these come only with the items themselves, which not every tenant hands out. */
export function activitiesLink(hosts: Hosts, driveId: string): string {
  return `${plainActivitiesLink(hosts, driveId)}?$expand=driveItem&$top=${pageSize}`;
}

/** The feed as documented, which knows no query. */
export function plainActivitiesLink({ graph }: Hosts, driveId: string): string {
  return `${graph}/beta/drives/${encodeURIComponent(driveId)}/activities`;
}

export interface Reach {
  /** In Microsoft's time, in ms since 1970. */
  readonly since: number;
  /** Of a hundred each. */
  readonly mostPages: number;
}

/** What was done in a drive since then, newest first as far as Microsoft keeps to it. */
export async function readItemActivities(
  graph: Graph,
  link: string,
  { since, mostPages }: Reach,
  asking: Asking,
): Promise<ItemActivities> {
  const pages: ItemActivity[][] = [];
  let next: string | null = link;
  while (next !== null && pages.length < mostPages) {
    const answer = await graph.get(next, asking);
    // What the first pages have told holds without the others.
    if (!answer.ok && pages.length > 0)
      return { ok: true, activities: pages.flat(), missing: 'unreached' };
    if (!answer.ok) return { ok: false, code: why(answer) };
    const page = wirePage.safeParse(answer.value);
    if (!page.success) return { ok: false, code: 'not-offered' };
    const met = page.data.value.map((value) => parse(value)).filter((one) => one !== null);
    pages.push(met.filter((one) => one.at >= since));
    const isAllNew = met.every((one) => one.at >= since);
    const further: string | null = page.data['@odata.nextLink'] ?? null;
    next = isAllNew && further !== null && graph.owns(further) ? further : null;
  }
  return { ok: true, activities: pages.flat(), missing: next === null ? null : 'too-many' };
}

/** Null without an id or a time: nothing could be told by it. */
function parse(value: unknown): ItemActivity | null {
  const parsed = wireActivity.safeParse(value);
  if (!parsed.success) return null;
  const { id, action, actor, driveItem, times } = parsed.data;
  const at = recordedAt(times);
  if (at === null) return null;
  return {
    id,
    item: parseDriveItem(driveItem),
    actor: personOf(actor),
    at,
    deleted: action?.delete ? deletedItem(action.delete) : null,
    isComment: Boolean(action?.comment),
    mentioned: action?.mention
      ? (action.mention.mentionees ?? []).map((one) => personOf(one)).filter((one) => one !== null)
      : null,
  };
}

function deletedItem({
  name,
  objectType,
}: NonNullable<NonNullable<WireActivity['action']>['delete']>): DeletedItem {
  const kind = objectType?.toLowerCase();
  return {
    name: safeText(name ?? '') || null,
    kind: kind === 'file' || kind === 'folder' ? kind : null,
  };
}

/** When the service heard of it: observed is when somebody who was offline did it. */
function recordedAt(times: WireActivity['times']): number | null {
  const { lastRecordedDateTime, recordedDateTime, recordedTime, observedDateTime } = times ?? {};
  const told = [lastRecordedDateTime, recordedDateTime, recordedTime, observedDateTime];
  return told.map((one) => timeOf(one)).find((time) => time !== null) ?? null;
}

function why({ code, graphCode }: GraphFailure): 'refused' | 'not-offered' | 'unreached' {
  if (code === 'refused') return 'refused';
  if (notOffered.has(code)) return 'not-offered';
  // A 501 is told from an outage by its words alone.
  const isMissing =
    code === 'microsoft-down' && /^not(Supported|Implemented)$/i.test(graphCode ?? '');
  return isMissing ? 'not-offered' : 'unreached';
}

const notOffered = new Set<GraphFailure['code']>([
  'no-access',
  'not-found',
  'gone',
  'not-json',
  'unexpected-answer',
]);
