import { z } from 'zod';
import type { DriveKind } from '../../shared/snapshot.ts';
import { safeText } from '../safe-text.ts';
import { type Answer, type Asking, failure, type Graph } from './graph.ts';
import { type Page, readPage } from './pages.ts';

const wireDrive = z.object({
  id: z.string().min(1).max(400),
  name: z.string().optional(),
  driveType: z.string().optional(),
  webUrl: z.string().max(4000).optional(),
  owner: z
    .object({
      user: z.object({ displayName: z.string(), id: z.string() }).partial(),
      group: z.object({ displayName: z.string() }).partial(),
    })
    .partial()
    .nullish(),
});

const mostPages = 20;

export interface Drive {
  readonly driveId: string;
  readonly name: string;
  readonly kind: DriveKind;
  readonly owner: string | null;
  /** Of the person whose it is. */
  readonly ownerId: string | null;
  readonly webUrl: string | null;
}

/**
 * The drives an account can choose from, its own first. Personal accounts list system drives
 * that cannot be read, so there only the own drive counts.
 */
export async function listDrives(
  graph: Graph,
  account: { readonly kind: 'work' | 'personal' },
  signal: AbortSignal,
): Promise<Answer<readonly Drive[]>> {
  const own = await graph.get('/me/drive', { signal });
  const ownDrive = own.ok ? parseDrive(own.value) : null;
  if (!own.ok && own.code !== 'not-found' && own.code !== 'no-access') return own;
  if (account.kind === 'personal') return { ok: true, value: ownDrive ? [ownDrive] : [] };
  const others = await listAll(graph, signal);
  if (!others.ok) {
    // Not allowed to list more is no reason to offer nothing; not having reached Graph is.
    const isForbidden = ['no-access', 'not-found', 'refused'].includes(others.code);
    return ownDrive && isForbidden ? { ok: true, value: [ownDrive] } : others;
  }
  const rest = others.value.filter((drive) => drive.driveId !== ownDrive?.driveId);
  return { ok: true, value: ownDrive ? [ownDrive, ...rest] : rest };
}

async function listAll(graph: Graph, signal: AbortSignal): Promise<Answer<readonly Drive[]>> {
  const drives: Drive[] = [];
  let link: string | null = '/me/drives';
  for (let page = 0; link !== null && page < mostPages; page += 1) {
    const answer: Answer<Page<Drive>> = await readPage(graph, link, { signal }, parseDrive);
    if (!answer.ok) return answer;
    drives.push(...answer.value.items);
    link = answer.value.next;
  }
  return { ok: true, value: drives };
}

/** One drive by where it is asked for, such as `driveOf` its id. */
export async function readDrive(
  graph: Graph,
  target: string,
  asking: Asking,
): Promise<Answer<Drive>> {
  const answer = await graph.get(target, asking);
  if (!answer.ok) return answer;
  const drive = parseDrive(answer.value);
  return drive ? { ok: true, value: drive } : failure('unexpected-answer');
}

export function driveOf(driveId: string): string {
  return `/drives/${encodeURIComponent(driveId)}`;
}

export function parseDrive(value: unknown): Drive | null {
  const parsed = wireDrive.safeParse(value);
  if (!parsed.success) return null;
  const { id, name, driveType, webUrl, owner } = parsed.data;
  const ownerName = owner?.user?.displayName ?? owner?.group?.displayName;
  return {
    driveId: id,
    name: safeText(name ?? '') || 'OneDrive',
    kind: kindOf(driveType),
    owner: ownerName === undefined ? null : safeText(ownerName),
    ownerId: owner?.user?.id ?? null,
    webUrl: webUrl ?? null,
  };
}

function kindOf(driveType: string | undefined): DriveKind {
  if (driveType === 'personal') return 'personal';
  return driveType === 'documentLibrary' ? 'library' : 'business';
}
