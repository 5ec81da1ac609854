import type { Drive } from '../cloud/drive.ts';
import type { ItemState } from '../cloud/item.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Request } from '../http/request.ts';
import type { Knobs } from '../knobs.ts';
import { type Run, Runs, fullRun, sinceRun } from './delta-run.ts';
import { readPage } from './delta-page.ts';
import { type Position, decodeToken, encodeToken } from './delta-token.ts';
import { GraphError, usualError } from './error.ts';
import { option, select } from './select.ts';

const mostPerPage = 1_000;
const spelledToken = /\(token='?([^')]*)'?\)$/;

interface Asked {
  readonly run: Run;
  /** Null until a run has a second page. */
  readonly runId: number | null;
  readonly offset: number;
}

/** Delta of one simulator: its links are good for as long as it runs. */
export class Delta {
  readonly #knobs: Knobs;
  readonly #instance: string;
  readonly #runs = new Map<Drive, Runs>();

  constructor(knobs: Knobs, instance: string) {
    this.#knobs = knobs;
    this.#instance = instance;
  }

  /** `folder`: the item whose delta was asked for, null for the root. */
  answer(request: Request, drive: Drive, folder: ItemState | null): Answer {
    const asked = this.#asked(request, drive, folder);
    const surroundings = {
      drive,
      view: drive.journal.replica,
      knobs: this.#knobs,
      origin: request.origin,
      withPath: this.#knobs.deltaPaths,
    };
    const ancestors = this.#knobs.ancestors && request.headers['deltaexcludeparent'] !== 'true';
    const paging = { offset: asked.offset, limit: this.#limit(request), ancestors };
    const { value, nextOffset } = readPage(asked.run, paging, surroundings);
    const position: Position =
      nextOffset === null
        ? { kind: 'since', seq: asked.run.until }
        : {
            kind: 'page',
            run: asked.runId ?? this.#runsOf(drive).keep(asked.run),
            offset: nextOffset,
          };
    const link = nextOffset === null ? '@odata.deltaLink' : '@odata.nextLink';
    const selected = option(request.query, 'select');
    return json(200, {
      '@odata.context': `${request.origin}/v1.0/$metadata#Collection(driveItem)`,
      [link]: this.#link(request, drive, position),
      value: value.map((item) => select(item, selected)),
    });
  }

  /** 410, with a link that enumerates from scratch where that is asked for (sheet 2.5). */
  resync(request: Request, drive: Drive, shape: { code: string; location: boolean }): GraphError {
    const { message } = usualError(410);
    const location = this.#link(request, drive, { kind: 'start' });
    return new GraphError(410, shape.code, message, shape.location ? { location } : {});
  }

  #asked(request: Request, drive: Drive, folder: ItemState | null): Asked {
    const { lagMs } = this.#knobs;
    const token = spelledToken.exec(request.path)?.[1] ?? request.query.get('token');
    const scope = folder ?? undefined;
    const start = () => ({ run: fullRun(drive, this.#knobs, scope), runId: null, offset: 0 });
    if (token === null || token === '') return start();
    if (token === 'latest') {
      return { run: { items: [], until: drive.journal.catchUp(lagMs) }, runId: null, offset: 0 };
    }
    if (/^\d{4}-\d\d-\d\dT/.test(token)) return this.#sinceTime(drive, token);
    const position = decodeToken(drive, this.#instance, token);
    switch (position.kind) {
      case 'start':
        return start();
      case 'since':
        return { run: this.#since(drive, position.seq, scope), runId: null, offset: 0 };
      case 'page': {
        const run = this.#runsOf(drive).get(position.run);
        if (run) return { run, runId: position.run, offset: position.offset };
        throw this.#lost(request, drive);
      }
      case 'lost':
        throw this.#lost(request, drive);
      case 'malformed':
      default:
        throw usualError(400);
    }
  }

  #lost(request: Request, drive: Drive): GraphError {
    const { resyncCode: code, resyncLocation: location } = this.#knobs;
    return this.resync(request, drive, { code, location });
  }

  /** Work drives only (sheet 2.1). */
  #sinceTime(drive: Drive, token: string): Asked {
    const at = Date.parse(token);
    if (drive.facts.driveType === 'personal' || Number.isNaN(at)) throw usualError(400);
    const { items, until } = sinceRun(drive, this.#knobs, drive.journal.seqBefore(at));
    const { replica } = drive.journal;
    const older = replica
      .descendants(replica.root.id)
      .filter(({ id, modifiedAt }) => modifiedAt >= at && !items.some((item) => item.id === id));
    return { run: { items: [...older, ...items], until }, runId: null, offset: 0 };
  }

  #since(drive: Drive, seq: number, folder: ItemState | undefined): Run {
    const run = sinceRun(drive, this.#knobs, seq);
    if (!folder) return run;
    const { replica } = drive.journal;
    const isInside = (item: ItemState) =>
      item.id === folder.id || replica.ancestors(item).some(({ id }) => id === folder.id);
    return { ...run, items: run.items.filter(isInside) };
  }

  #limit({ query }: Request): number {
    const top = Number(option(query, 'top') ?? Number.NaN);
    return Number.isInteger(top) && top > 0 ? Math.min(top, mostPerPage) : this.#knobs.pageSize;
  }

  /** Absolute, on the Host it was asked on, with `$select` and `$top` carried along (sheet 2.1). */
  #link({ origin, path, query }: Request, drive: Drive, position: Position): string {
    const token = encodeToken(drive, this.#instance, position);
    const base = `${origin}${encodeURI(path.replace(spelledToken, ''))}`;
    const carried = [...query]
      .filter(([name]) => name !== 'token')
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    if (this.#knobs.linkSpelling === 'query')
      return `${base}?${[...carried, `token=${token}`].join('&')}`;
    const rest = carried.length === 0 ? '' : `?${carried.join('&')}`;
    return `${base}(token='${token}')${rest}`;
  }

  #runsOf(drive: Drive): Runs {
    const runs = this.#runs.get(drive) ?? new Runs();
    this.#runs.set(drive, runs);
    return runs;
  }
}
