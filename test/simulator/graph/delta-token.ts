import type { Drive } from '../cloud/drive.ts';

/** Where a delta link stands: after a change, or inside a run of pages. */
export type Position =
  | { readonly kind: 'since'; readonly seq: number }
  | { readonly kind: 'page'; readonly run: number; readonly offset: number }
  | { readonly kind: 'start' };

export type ReadPosition = Position | { readonly kind: 'lost' } | { readonly kind: 'malformed' };

const shape =
  /^3;%234;%231;3;([0-9a-f-]{36});(\d+);(\w+)-(\d+);(since|page|start);(\d+);(\d+);%23$/;
/** .NET counts 100 ns from the year 1. */
const ticks = (at: number) => String(BigInt(at) * 10_000n + 621_355_968_000_000_000n);

/** Opaque to clients; the look is that of a SharePoint change token (sheet 2.2). */
export function encodeToken(drive: Drive, instance: string, position: Position): string {
  const [first, second] =
    position.kind === 'since'
      ? [position.seq, 0]
      : position.kind === 'page'
        ? [position.run, position.offset]
        : [0, 0];
  const lineage = `${instance}-${drive.generation}`;
  const { listId } = drive.facts;
  const place = `${position.kind};${first};${second}`;
  const text = `3;%234;%231;3;${listId};${ticks(Date.now())};${lineage};${place};%23`;
  return Buffer.from(text).toString('base64url');
}

/** `lost`: of another list, an earlier start of the simulator or an earlier generation. */
export function decodeToken(drive: Drive, instance: string, token: string): ReadPosition {
  const fields = shape.exec(Buffer.from(token, 'base64url').toString('utf8'));
  if (!fields) return { kind: 'malformed' };
  const [, listId, , origin, generation, kind, first, second] = fields;
  const isOurs = listId === drive.facts.listId && origin === instance;
  if (!isOurs || Number(generation) !== drive.generation) return { kind: 'lost' };
  if (kind === 'since') return { kind, seq: Number(first) };
  if (kind === 'page') return { kind, run: Number(first), offset: Number(second) };
  return { kind: 'start' };
}
