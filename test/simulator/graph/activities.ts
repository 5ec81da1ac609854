import type { DiaryEntry } from '../cloud/diary.ts';
import type { Drive } from '../cloud/drive.ts';
import type { Answer } from '../http/answer.ts';
import { collection } from './collection.ts';
import { timestamp } from './drive-json.ts';
import { itemJson } from './item-json.ts';
import { GraphError, notSupported } from './error.ts';
import { personJson } from './person-json.ts';
import { option } from './select.ts';
import type { Call } from './world.ts';

/**
 * `GET /beta/drives/{id}/activities`, of work drives alone. Documented: the fields, the deeds, and that no query is
 * taken. In use elsewhere: `$expand=driveItem` and `$top`. Not known: whether a deleted item can be expanded.
 */
export function answerActivities({ request, world }: Call, drive: Drive): Answer {
  const { knobs } = world;
  const { current: view } = drive.journal;
  const surroundings = { drive, view, knobs, origin: request.origin, withPath: true };
  if (drive.facts.driveType === 'personal') throw notSupported();
  const asks = [...request.query.keys()].filter((name) => name !== '$skiptoken');
  if (!knobs.activityQueries && asks.length > 0) {
    throw new GraphError(400, 'invalidRequest', 'The query specified in the URI is not valid.');
  }
  const isExpanded = option(request.query, 'expand') === 'driveItem' && knobs.activityItems;
  const expanded = ({ item: { id, name } }: DiaryEntry): object => {
    const item = view.get(id);
    return item ? itemJson(item, surroundings) : { id, name };
  };
  const entries = drive.diary.until(Date.now() - knobs.activityLagMs);
  return collection(request, {
    context: 'Collection(itemActivity)',
    items: entries.map((entry) => ({
      ...activityJson(entry),
      ...(isExpanded ? { driveItem: expanded(entry) } : {}),
    })),
    pageSize: knobs.pageSize,
  });
}

function activityJson(entry: DiaryEntry): object {
  const { id, person, at } = entry;
  return {
    id,
    action: actionJson(entry),
    actor: personJson(person),
    times: { recordedDateTime: timestamp(at) },
  };
}

function actionJson({ kind, item, oldName, thread, mentionees }: DiaryEntry): object {
  switch (kind) {
    case 'deleted':
      return {
        delete: { name: item.name, objectType: item.kind === 'folder' ? 'Folder' : 'File' },
      };
    case 'created':
      return { create: {} };
    case 'renamed':
      return { rename: { oldName } };
    case 'moved':
      return { move: {} };
    case 'restored':
      return { restore: {} };
    case 'shared':
      return { share: {} };
    case 'edited':
      return { edit: {}, version: { newVersion: `${item.bytesVersion}.0` } };
    case 'commented':
    case 'mentioned':
      return { ...commentJson(thread), ...mentionJson(mentionees) };
    case 'unshared':
    case 'touched':
    case 'relisted':
    default:
      return {};
  }
}

function commentJson(thread: DiaryEntry['thread']): object {
  if (!thread) return {};
  const { isReply, parentAuthor, participants } = thread;
  return {
    comment: {
      isReply,
      parentAuthor: personJson(parentAuthor),
      participants: participants.map((one) => personJson(one)),
    },
  };
}

function mentionJson(mentionees: DiaryEntry['mentionees']): object {
  return mentionees ? { mention: { mentionees: mentionees.map((one) => personJson(one)) } } : {};
}
