import { z } from 'zod';
import type { DriveKind } from '../../shared/snapshot.ts';
import { safeText } from '../safe-text.ts';
import { failure, type Graph, type GraphFailure } from './graph.ts';

const wireDrive = z.object({
  id: z.string().min(1).max(400),
  name: z.string().optional(),
  driveType: z.string().optional(),
  webUrl: z.string().max(4000).optional(),
  owner: z
    .object({
      user: z.object({ displayName: z.string() }).partial(),
      group: z.object({ displayName: z.string() }).partial(),
    })
    .partial()
    .nullish(),
});

const wireDrives = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});

const mostPages = 20;

export interface Drive {
  readonly driveId: string;
  readonly name: string;
  readonly kind: DriveKind;
  readonly owner: string | null;
  readonly webUrl: string | null;
}

type Answer<T> = { readonly ok: true; readonly value: T } | GraphFailure;

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
  let link: string | undefined = '/me/drives';
  for (let page = 0; link !== undefined && page < mostPages; page += 1) {
    const answer = await graph.get(link, { signal });
    if (!answer.ok) return answer;
    const parsed = wireDrives.safeParse(answer.value);
    if (!parsed.success) return failure('unexpected-answer');
    drives.push(...parsed.data.value.map((drive) => parseDrive(drive)).filter((d) => d !== null));
    link = parsed.data['@odata.nextLink'];
  }
  return { ok: true, value: drives };
}

function parseDrive(value: unknown): Drive | null {
  const parsed = wireDrive.safeParse(value);
  if (!parsed.success) return null;
  const { id, name, driveType, webUrl, owner } = parsed.data;
  const ownerName = owner?.user?.displayName ?? owner?.group?.displayName;
  return {
    driveId: id,
    name: safeText(name ?? '') || 'OneDrive',
    kind: kindOf(driveType),
    owner: ownerName === undefined ? null : safeText(ownerName),
    webUrl: webUrl ?? null,
  };
}

function kindOf(driveType: string | undefined): DriveKind {
  if (driveType === 'personal') return 'personal';
  return driveType === 'documentLibrary' ? 'library' : 'business';
}
