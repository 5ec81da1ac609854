import type { Drives } from '../cloud/cloud.ts';
import type { Request } from '../http/request.ts';
import type { Knobs } from '../knobs.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { Caller } from './caller.ts';
import type { Delta } from './delta.ts';
import type { SocketIoSurroundings } from './socket-io.ts';

/** What every Graph route can reach. */
export interface World extends SocketIoSurroundings {
  readonly drives: Drives;
  readonly knobs: Knobs;
  readonly delta: Delta;
  readonly webhooks: Webhooks;
}

/** One authenticated request. */
export interface Call {
  readonly request: Request;
  readonly caller: Caller;
  readonly world: World;
}
