import { type Drive, readDrive } from '../graph/drives.ts';
import type { Graph } from '../graph/graph.ts';
import { readPage } from '../graph/pages.ts';
import { followedSites, parseSite, siteDrive } from '../graph/sites.ts';
import type { Account } from '../settings/settings.ts';
import type { Reach } from '../sign-in/scopes.ts';
import { aborted, timeLimit } from '../time/timing.ts';
import { nameWithin } from './findings.ts';

const mostLibraries = 3;
/** Nobody waits longer for what was not asked for. */
const limitMs = 4000;

interface SuggestionParts {
  readonly account: Account;
  readonly graph: Graph;
  /** Whether the account's tokens reach that far without asking anybody. */
  readonly reaches: (reach: Reach) => Promise<boolean>;
  readonly signal: AbortSignal;
}

export interface Suggested {
  /** All that is offered. */
  readonly drives: readonly Drive[];
  readonly driveIds: ReadonlySet<string>;
}

/**
 * What most people will want to watch: their own OneDrive, and where their organization has allowed it beforehand,
 * the libraries of sites they follow, then others that Microsoft lists as theirs.
 */
export async function suggest(
  listed: readonly Drive[],
  { account, reaches, ...parts }: SuggestionParts,
): Promise<Suggested> {
  const own = listed.find(({ kind }) => kind !== 'library');
  using limit = timeLimit(parts.signal, limitMs);
  const { signal } = limit;
  const unasked = aborted(signal).then(() => false);
  const isAllowed = account.kind === 'work' && (await Promise.race([reaches('shared'), unasked]));
  const followed = isAllowed ? await followedLibraries(parts.graph, signal) : [];
  const unlisted = followed.filter(
    ({ driveId }) => !listed.some((drive) => drive.driveId === driveId),
  );
  const theirs = isAllowed ? listed.filter(({ kind }) => kind === 'library') : [];
  const libraries = new Set([...followed, ...theirs].map(({ driveId }) => driveId));
  return {
    drives: own
      ? [own, ...unlisted, ...listed.filter((drive) => drive !== own)]
      : [...unlisted, ...listed],
    driveIds: new Set([...(own ? [own.driveId] : []), ...[...libraries].slice(0, mostLibraries)]),
  };
}

async function followedLibraries(graph: Graph, signal: AbortSignal): Promise<readonly Drive[]> {
  const asking = { signal, reach: 'sites' } as const;
  const sites = await readPage(graph, followedSites, asking, parseSite);
  if (!sites.ok) return [];
  const libraries = await Promise.all(
    sites.value.items.slice(0, mostLibraries).map(async ({ siteId, name }) => {
      const drive = await readDrive(graph, siteDrive(siteId), asking);
      return drive.ok ? { ...drive.value, name: nameWithin(name, drive.value.name) } : null;
    }),
  );
  return libraries.filter((drive) => drive !== null);
}
