import { z } from 'zod';
import { driveKeys } from '../cloud/drive-facts.ts';
import type { Push } from '../push/push.ts';

const drive = z.enum(driveKeys).optional();
const times = z.union([z.number().int().min(1), z.literal('always')]).optional();

/** One method of `Push`, as JSON. */
export const pushRequestSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['kill', 'revive', 'freeze', 'thaw', 'accept']) }),
  z.strictObject({ do: z.literal('kick'), drive }),
  z.strictObject({
    do: z.literal('close'),
    how: z.enum(['clean', 'going-away', 'reset', 'engine']),
    drive,
  }),
  z.strictObject({
    do: z.literal('refuse'),
    status: z.number().int().min(400).max(599),
    times,
    retryAfter: z.number().int().optional(),
  }),
  z.strictObject({ do: z.literal('wake'), drive: z.enum(driveKeys) }),
]);

export async function controlPush(
  push: Push,
  request: z.output<typeof pushRequestSchema>,
): Promise<void> {
  switch (request.do) {
    case 'kill':
    case 'revive':
      return await push[request.do]();
    case 'freeze':
    case 'thaw':
    case 'accept':
      return push[request.do]();
    case 'kick':
      return push.kick(request.drive);
    case 'close':
      return push.close(request.how, request.drive);
    case 'refuse':
      return push.refuse(request.status, request);
    case 'wake':
      return push.wake(request.drive);
  }
}
