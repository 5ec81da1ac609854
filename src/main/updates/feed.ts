import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { mayAsk, mayFollow } from '../../core/updates/release.ts';
import type { UpdateFailure } from '../../shared/updates.ts';
import { type Get, type Gotten, NotFollowed } from '../net.ts';

/** Why something was not asked for, or not taken. */
class FeedRefused extends Error {
  override readonly name = 'FeedRefused';
  readonly failure: UpdateFailure;

  constructor(failure: UpdateFailure) {
    super(failure);
    this.failure = failure;
  }
}

export interface FeedLimits {
  /** Without a single byte. */
  readonly stillMs: number;
  readonly textMs: number;
  readonly fileMs: number;
  readonly textBytes: number;
}

export const usualLimits: FeedLimits = {
  stillMs: 30_000,
  textMs: 60_000,
  fileMs: 2 * 60 * 60 * 1000,
  // GitHub's list of releases brings the notes of the last ten.
  textBytes: 2 * 1024 * 1024,
};

interface Asked {
  readonly protocol?: string | null;
  readonly hostname?: string | null;
  readonly port?: number | string | null;
  readonly path?: string | null;
  readonly headers?: unknown;
}

interface DownloadOptions {
  readonly sha512?: string | null;
  readonly onProgress?: (progress: { readonly transferred: number }) => void;
}

/**
 * Plays electron-updater's HttpExecutor: everything it asks goes through here, to one place, within
 * limits of time and size, and without what would tell one installation from another.
 */
export class Feed {
  readonly #get: Get;
  readonly #limits: FeedLimits;
  /** Why the last request failed: electron-updater wraps errors until nobody knows. */
  failure: UpdateFailure | null = null;
  /** A file that is longer is not read to its end. */
  mostFileBytes = 0;

  constructor(get: Get, limits: FeedLimits) {
    this.#get = get;
    this.#limits = limits;
  }

  async request(asked: Asked): Promise<string | null> {
    const { textMs, textBytes } = this.#limits;
    const url = `${asked.protocol ?? 'https:'}//${asked.hostname ?? ''}${asked.port ? `:${asked.port}` : ''}${asked.path ?? ''}`;
    const chunks: Uint8Array[] = [];
    await this.#read({ url, accept: acceptOf(asked.headers), wholeMs: textMs }, async (body) => {
      let bytes = 0;
      for await (const chunk of body) {
        bytes += chunk.byteLength;
        if (bytes > textBytes) throw new FeedRefused('feed-unreadable');
        chunks.push(chunk);
      }
    });
    const text = Buffer.concat(chunks).toString('utf8');
    return text === '' ? null : text;
  }

  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    const { sha512, onProgress } = options;
    const { mostFileBytes } = this;
    const hash = createHash('sha512');
    const asked = { url: url.href, accept: '*/*', wholeMs: this.#limits.fileMs };
    await this.#read(asked, (body) =>
      pipeline(
        async function* through(): AsyncGenerator<Uint8Array> {
          let transferred = 0;
          for await (const chunk of body) {
            transferred += chunk.byteLength;
            if (transferred > mostFileBytes) throw new FeedRefused('damaged');
            hash.update(chunk);
            onProgress?.({ transferred });
            yield chunk;
          }
        },
        createWriteStream(destination, { mode: 0o600 }),
      ),
    );
    if (!sha512 || hash.digest('base64') !== sha512) throw this.#failed(new FeedRefused('damaged'));
    return destination;
  }

  async #read(
    {
      url,
      accept,
      wholeMs,
    }: { readonly url: string; readonly accept: string; readonly wholeMs: number },
    take: (body: AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<void> {
    const limit = new AbortController();
    const tooSlow = (): void => limit.abort(new FeedRefused('too-slow'));
    const whole = setTimeout(tooSlow, wholeMs);
    const still = setTimeout(tooSlow, this.#limits.stillMs);
    this.failure = null;
    try {
      if (!mayAsk(url)) throw new FeedRefused('feed-foreign');
      const { signal } = limit;
      const answer = await this.#get(url, { accept, signal, mayFollow });
      refuseStatus(answer);
      await take(moving(answer.body, still));
    } catch (thrown) {
      throw this.#failed(limit.signal.aborted ? limit.signal.reason : thrown);
    } finally {
      clearTimeout(whole);
      clearTimeout(still);
      // Whatever is left of it is not wanted.
      limit.abort();
    }
  }

  #failed(thrown: unknown): unknown {
    this.failure = failureOf(thrown);
    return thrown;
  }
}

async function* moving(
  body: AsyncIterable<Uint8Array>,
  still: NodeJS.Timeout,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of body) {
    still.refresh();
    yield chunk;
  }
}

function refuseStatus({ status, body }: Gotten): void {
  if (status >= 200 && status < 300) return;
  body.destroy();
  throw new FeedRefused(status >= 500 || status === 429 ? 'server-down' : 'feed-unreadable');
}

function failureOf(thrown: unknown): UpdateFailure {
  if (thrown instanceof FeedRefused) return thrown.failure;
  if (thrown instanceof NotFollowed) return 'feed-foreign';
  return isOfDisk(thrown) ? 'not-written' : 'no-network';
}

const diskCodes = new Set([
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'EIO',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
]);

export function isOfDisk(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && diskCodes.has(String(thrown.code));
}

/** Of the headers that electron-updater would send, one of which names the installation. */
function acceptOf(headers: unknown): string {
  const found = Object.entries((headers ?? {}) as Record<string, unknown>).find(
    ([name]) => name.toLowerCase() === 'accept',
  );
  return typeof found?.[1] === 'string' ? found[1] : '*/*';
}
