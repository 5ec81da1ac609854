import { z } from 'zod';
import type { UpdateFailure } from '../../shared/updates.ts';

/** Where every version of Drivebell is published, and the only place where new ones are looked for. */
export const releasesPage = 'https://github.com/drivebell/drivebell/releases';

/** Where GitHub keeps what belongs to a release, and leads to. */
const storage = /^(?:objects|release-assets|github-releases)\.githubusercontent\.com$/;

const mostBytes = 1024 ** 3;
/** A name and nothing else: no folder, no other host, nothing that is decoded to either. */
const fileName = /^[A-Za-z\d][\w.+-]{0,120}$/;

const release = z.object({
  version: z.string(),
  files: z
    .array(
      z.object({
        url: z.string().regex(fileName),
        sha512: z.string().regex(/^[A-Za-z\d+/]{86}==$/),
        size: z.int().min(1).max(mostBytes).optional(),
      }),
    )
    .min(1)
    .max(50),
  // Of an installer that downloads what it installs.
  packages: z.undefined().optional(),
});

export interface Offered {
  readonly version: string;
  /** Of the largest of its files. */
  readonly bytes: number;
}

export type Judged =
  | { readonly ok: true; readonly offered: Offered | null }
  | { readonly ok: false; readonly code: UpdateFailure };

/** Whether what the feed says can be meant, and is newer than what runs. Null: it is what runs. */
export function judge(feed: unknown, current: string): Judged {
  const parsed = release.safeParse(feed);
  if (!parsed.success) {
    const isForeign = parsed.error.issues.some(({ path }) => path.at(-1) === 'url');
    return { ok: false, code: isForeign ? 'feed-foreign' : 'feed-unreadable' };
  }
  const { version, files } = parsed.data;
  if (version === current) return { ok: true, offered: null };
  if (/^\d+\.\d+\.\d+-/.test(version)) return { ok: false, code: 'prerelease' };
  const order = compare(version, current);
  if (order === null) return { ok: false, code: 'feed-unreadable' };
  if (order < 0) return { ok: false, code: 'older' };
  const bytes = Math.max(0, ...files.map(({ size = 0 }) => size));
  if (bytes === 0) return { ok: false, code: 'feed-unreadable' };
  return { ok: true, offered: { version, bytes } };
}

export function mayAsk(url: string): boolean {
  const { href } = new URL(url);
  return href.startsWith(`${releasesPage}/`) || href === `${releasesPage}.atom`;
}

/** GitHub leads downloads to its storage. */
export function mayFollow(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port } = new URL(url);
  return mayAsk(url) || (protocol === 'https:' && port === '' && storage.test(hostname));
}

/** Null: one of them is no version. */
function compare(version: string, current: string): number | null {
  const [one, other] = [numbersOf(version), numbersOf(current)];
  if (!one || !other) return null;
  const different = one.findIndex((part, index) => part !== other[index]);
  // A trial version comes before the one it leads to.
  if (different === -1) return current.includes('-') ? 1 : -1;
  return (one[different] ?? 0) - (other[different] ?? 0);
}

function numbersOf(version: string): readonly number[] | null {
  const found = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-[\w.-]+)?$/.exec(version);
  return found && found.slice(1).map(Number);
}
