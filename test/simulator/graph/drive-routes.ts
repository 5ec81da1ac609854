import { contentOf } from '../cloud/content.ts';
import type { Drive } from '../cloud/drive.ts';
import type { ItemState } from '../cloud/item.ts';
import { type Answer, redirect } from '../http/answer.ts';
import { answerActivities } from './activities.ts';
import { collection, entity } from './collection.ts';
import { driveJson } from './drive-json.ts';
import { GraphError, notFound, notSupported } from './error.ts';
import { type ItemSurroundings, itemJson } from './item-json.ts';
import { answerSocketIo } from './socket-io.ts';
import type { Call } from './world.ts';

/** Everything below one drive; null where there is no such route. */
export function answerDrive(call: Call, drive: Drive, rest: string): Answer | null {
  const { request, world, caller } = call;
  if (rest === '') return entity(request, 'drives', driveJson(drive));
  // Only the root has this action; work drives know it by their list, too (sheet 1.1).
  if (/^(root|list)\/subscriptions\/socketio$/i.test(rest)) {
    const isOffered = !rest.startsWith('list') || drive.facts.driveType !== 'personal';
    if (!isOffered || !drive.offersPush) throw notSupported();
    return answerSocketIo(request, caller, drive, world);
  }
  if (rest === 'activities' && request.path.startsWith('/beta/'))
    return answerActivities(call, drive);
  const addressed = address(drive, rest);
  if (!addressed) return null;
  const { item, action } = addressed;
  if (/^delta(\(.*\))?$/.test(action)) return answerDelta(call, drive, item);
  const surroundings = {
    drive,
    view: drive.journal.current,
    knobs: world.knobs,
    origin: request.origin,
    withPath: true,
  };
  switch (action) {
    case '':
      return entity(request, 'driveItem', itemJson(item, surroundings));
    case 'children':
      return children(call, item, surroundings);
    case 'content':
      if (item.kind !== 'file') throw notSupported();
      return redirect(String(itemJson(item, surroundings)['@microsoft.graph.downloadUrl']));
    default:
      return null;
  }
}

interface Addressed {
  readonly item: ItemState;
  readonly action: string;
}

/** `root/…` and `items/{id}/…`, and below either a path: `root:/Folder/File`, `root:/Folder:/children`. */
export function address(drive: Drive, rest: string): Addressed | null {
  const { current } = drive.journal;
  const shape =
    /^(?:root|items\/(?<id>[^/:]+))(?::(?<path>\/[^:]*)(?::(?:\/(?<below>.*))?)?|\/(?<action>.*))?$/;
  const found = shape.exec(rest);
  if (!found) return null;
  const { id = 'root', path, below, action } = found.groups ?? {};
  const top = id === 'root' ? current.root : existing(current.get(id));
  const item = path === undefined ? top : existing(current.find(path, top));
  return { item, action: below ?? action ?? '' };
}

function existing(item: ItemState | undefined): ItemState {
  if (!item) throw notFound();
  return item;
}

/** Below the root only on personal drives (sheet 2.6). */
function answerDelta({ request, world }: Call, drive: Drive, item: ItemState): Answer {
  if (item.parentId === null) return world.delta.answer(request, drive, null);
  if (drive.facts.driveType === 'personal') return world.delta.answer(request, drive, item);
  throw new GraphError(400, 'notSupported', 'view.delta can only be called on the root.');
}

function children(
  { request, world }: Call,
  item: ItemState,
  surroundings: ItemSurroundings,
): Answer {
  const items = surroundings.view.children(item.id).map((child) => itemJson(child, surroundings));
  return collection(request, {
    context: 'Collection(driveItem)',
    items,
    pageSize: world.knobs.pageSize,
  });
}

/** The pre-authenticated download; null where the link is of no file or an old one. */
export function download(path: string, drives: readonly Drive[]): Answer | null {
  const [, driveId, itemId, version] = /^\/_content\/([^/]+)\/([^/]+)\/(\d+)$/.exec(path) ?? [];
  const item = drives.find(({ id }) => id === driveId)?.journal.current.get(itemId ?? '');
  if (!item || item.bytesVersion !== Number(version)) return null;
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream' },
    body: contentOf(item),
  };
}
