import { webUrlOf } from '../cloud/web-url.ts';
import type { Answer } from '../http/answer.ts';
import { requireDrive, requireScope, writeScopes } from './access.ts';
import { entity } from './collection.ts';
import { notFound, usualError } from './error.ts';
import { itemJson } from './item-json.ts';
import type { Call } from './world.ts';

/** `/shares/u!…/driveItem` for the plain address of a file, a folder or a library (sheet 4): 403 for who may not open it. */
export function sharedItem({ request, caller, world }: Call, encoded: string): Answer {
  if (!encoded.startsWith('u!')) throw usualError(400);
  const pasted = Buffer.from(encoded.slice(2), 'base64url').toString('utf8');
  const wanted = decodeURI(pasted).replace(/\/$/, '').toLowerCase();
  if (world.knobs.sharesNeedWrite) requireScope(caller, world.knobs, writeScopes);
  for (const drive of Object.values(world.drives)) {
    const view = drive.journal.current;
    const everything = [view.root, ...view.descendants(view.root.id)];
    const item = everything.find(
      (one) => decodeURI(webUrlOf(drive.facts, view, one)).toLowerCase() === wanted,
    );
    if (!item) continue;
    requireDrive(drive, caller, world.drives, world.knobs);
    const surroundings = {
      drive,
      view,
      knobs: world.knobs,
      origin: request.origin,
      withPath: true,
    };
    return entity(request, 'driveItem', itemJson(item, surroundings));
  }
  throw notFound();
}
