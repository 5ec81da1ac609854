import { randomUUID } from 'node:crypto';
import type { Drive } from '../cloud/drive.ts';
import type { Entra } from '../entra/entra.ts';
import type { Answer } from '../http/answer.ts';
import type { FaultAnswer } from '../http/faults.ts';
import type { Request } from '../http/request.ts';
import { requireDrive } from './access.ts';
import { authenticate } from './caller.ts';
import { driveAt } from './drive-path.ts';
import { answerDrive, download } from './drive-routes.ts';
import { GraphError, type RequestIds, notAllowed, usualError } from './error.ts';
import { me, myDrives } from './me.ts';
import { sharedItem } from './shares.ts';
import {
  findGroup,
  findLibrary,
  followedSites,
  libraryDrives,
  myGroups,
  searchSites,
  site,
} from './sites.ts';
import { answerSubscriptions } from './subscriptions.ts';
import type { Call, World } from './world.ts';

/** Microsoft Graph's read side and its subscriptions, under `/v1.0` and `/beta`. */
export class Graph {
  readonly #world: World;
  readonly #entra: Entra;

  constructor(world: World, entra: Entra) {
    this.#world = world;
    this.#entra = entra;
  }

  async answer(request: Request): Promise<Answer> {
    const content = download(request.path, Object.values(this.#world.drives));
    if (content) return content;
    const ids = identify(request);
    return identified(await this.#attempt(request, ids), ids);
  }

  /** What Graph says with a status, whatever was asked. */
  fault(request: Request, { status = 410, headers = {}, resync }: FaultAnswer): Answer {
    const drive = resync && this.#driveIn(request.path);
    const { code = 'resyncRequired', location = false } = resync ?? {};
    const error = drive
      ? this.#world.delta.resync(request, drive, { code, location })
      : usualError(status, headers);
    const ids = identify(request);
    return identified(error.answer(ids), ids);
  }

  async #attempt(request: Request, ids: RequestIds): Promise<Answer> {
    let account: string | undefined;
    try {
      const [, path] = /^\/(?:v1\.0|beta)\/(.*?)\/?$/.exec(request.path) ?? [];
      if (path === undefined) throw unknownSegment(request.path.split('/')[1] ?? '');
      const caller = authenticate(request, this.#entra, this.#world.knobs);
      account = caller.account.username;
      const call: Call = { request, caller, world: this.#world };
      const subscriptions = await answerSubscriptions(call, path);
      if (subscriptions) return { ...subscriptions, account };
      if (request.method !== 'GET') throw notAllowed();
      const answer = answerTop(call, path) ?? answerBelowDrive(call, path);
      if (!answer) throw unknownSegment(path.split('/').at(-1) ?? '');
      return { ...answer, account };
    } catch (error) {
      if (error instanceof GraphError) return { ...error.answer(ids), account };
      throw error;
    }
  }

  /** For a fault that never gets as far as the routes. */
  #driveIn(path: string): Drive | undefined {
    const [, id] = /\/drives\/([^/]+)\//.exec(path) ?? [];
    return (
      Object.values(this.#world.drives).find((drive) => drive.id === id) ??
      this.#world.drives.onedrive
    );
  }
}

function identify({ headers }: Request): RequestIds {
  const id = randomUUID();
  return { 'request-id': id, 'client-request-id': headers['client-request-id'] ?? id };
}

function identified(answer: Answer, ids: RequestIds): Answer {
  return { ...answer, headers: { ...ids, ...answer.headers } };
}

function unknownSegment(segment: string): GraphError {
  return new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
}

function answerTop(call: Call, path: string): Answer | null {
  switch (path) {
    case 'me':
      return me(call);
    case 'me/drives':
      return myDrives(call);
    case 'me/followedSites':
      return followedSites(call);
    case 'me/memberOf':
    case 'me/memberOf/microsoft.graph.group':
      return myGroups(call);
    case 'sites':
      return searchSites(call);
    default:
      return answerNamed(call, path);
  }
}

function answerNamed(call: Call, path: string): Answer | null {
  const [, share] = /^shares\/([^/]+)\/driveItem$/i.exec(path) ?? [];
  if (share !== undefined) return sharedItem(call, share);
  const [, siteDrives] = /^sites\/(.+?)\/drives$/.exec(path) ?? [];
  if (siteDrives !== undefined) return libraryDrives(call, findLibrary(call, siteDrives));
  const [, groupDrives] = /^groups\/([^/]+)\/drives$/.exec(path) ?? [];
  if (groupDrives !== undefined) return libraryDrives(call, findGroup(call, groupDrives));
  const [, siteAlone] = /^sites\/([^/]+(?::\/[^:]+)?)$/.exec(path) ?? [];
  return siteAlone === undefined ? null : site(call, siteAlone);
}

function answerBelowDrive(call: Call, path: string): Answer | null {
  const { caller, world } = call;
  const found = driveAt(call, path);
  if (!found) return null;
  const drive = requireDrive(found.drive, caller, world.drives, world.knobs);
  return answerDrive(call, drive, found.rest);
}
