import { z } from 'zod';
import type { Changed } from '../cloud/change.ts';
import type { Drive } from '../cloud/drive.ts';

const by = z.string().optional();
const item = z.string();
const size = z.number().int().min(0).optional();
const scope = z.enum(['anonymous', 'organization', 'users']).optional();
const count = z.number().int().min(1).max(100_000);

/** One method of `Drive`, as JSON. */
export const changeRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('createFile'), path: item, size, by }),
  z.strictObject({ do: z.literal('createFolder'), path: item, by }),
  z.strictObject({ do: z.literal('edit'), item, size, by }),
  z.strictObject({ do: z.literal('rename'), item, name: z.string(), by }),
  z.strictObject({
    do: z.literal('move'),
    item,
    folder: z.string(),
    name: z.string().optional(),
    by,
  }),
  z.strictObject({ do: z.literal('delete'), item, by }),
  z.strictObject({ do: z.literal('restore'), item, by }),
  z.strictObject({ do: z.literal('share'), item, scope, by }),
  z.strictObject({ do: z.literal('unshare'), item, by }),
  z.strictObject({ do: z.literal('touch'), item, by }),
  z.strictObject({ do: z.literal('relist'), item }),
  z.strictObject({
    do: z.literal('comment'),
    item,
    mentions: z.array(z.string()).optional(),
    reply: z.boolean().optional(),
    by,
  }),
  z.strictObject({ do: z.literal('mention'), item, mentioned: z.string(), by }),
  z.strictObject({ do: z.literal('bulk'), count, folder: z.string().optional(), by }),
]);

export function makeChange(drive: Drive, request: z.output<typeof changeRequestSchema>): Changed[] {
  switch (request.do) {
    case 'createFile':
      return [drive.createFile(request.path, request)];
    case 'createFolder':
      return [drive.createFolder(request.path, request)];
    case 'edit':
      return [drive.edit(request.item, request)];
    case 'rename':
      return [drive.rename(request.item, request.name, request)];
    case 'move':
      return [drive.move(request.item, request.folder, request)];
    case 'delete':
      return [drive.delete(request.item, request)];
    case 'restore':
      return [drive.restore(request.item, request)];
    case 'share':
      return [drive.share(request.item, request)];
    case 'unshare':
      return [drive.unshare(request.item, request)];
    case 'touch':
      return [drive.touch(request.item, request)];
    case 'relist':
      return [drive.relist(request.item)];
    case 'comment':
      drive.comment(request.item, request);
      return [];
    case 'mention':
      drive.mention(request.item, request.mentioned, request);
      return [];
    case 'bulk':
    default:
      return drive.bulk(request.count, request);
  }
}
