import { randomUUID } from 'node:crypto';
import { ChangeLog } from './cloud/change.ts';
import { type Drives, buildDrives } from './cloud/cloud.ts';
import { colleagueAccount, personalAccount, workAccount } from './cloud/people.ts';
import type { ClientOptions } from './entra/clients.ts';
import { Entra } from './entra/entra.ts';
import { Delta } from './graph/delta.ts';
import { Graph } from './graph/graph.ts';
import type { Answer } from './http/answer.ts';
import { Desk } from './http/desk.ts';
import { Faults } from './http/faults.ts';
import type { Fetch } from './http/fetch.ts';
import type { Request } from './http/request.ts';
import { RequestLog } from './http/request-log.ts';
import { type Knobs, knobsSchema } from './knobs.ts';
import { Endpoints } from './push/endpoints.ts';
import { Webhooks } from './webhooks/webhooks.ts';

export interface MicrosoftOptions {
  /** Ids and trees: the same seed, the same ids. */
  readonly seed?: number | undefined;
  readonly clientId?: string | undefined;
  /** So many small libraries more, all of them the work account's. */
  readonly moreLibraries?: number | undefined;
  /** For both kinds of account, and public. */
  readonly moreClientIds?: readonly string[] | undefined;
  /** Apps registered otherwise; one may name `clientId`, too. */
  readonly clients?: readonly ClientOptions[] | undefined;
  readonly knobs?: Partial<Knobs> | undefined;
  /** How webhooks reach their listeners. */
  readonly fetch?: Fetch | undefined;
}

const usualClientId = '5f0c7a52-9d3e-4b61-8a7f-2e6d1c9b3a40';
/** The discard port: nobody listens. */
const noPushOrigin = 'http://127.0.0.1:9';

/** Entra and Graph without a socket; `inMemoryFetch` asks them. */
export class Microsoft {
  readonly clientId: string;
  readonly accounts = {
    work: workAccount,
    personal: personalAccount,
    colleague: colleagueAccount,
  };
  readonly knobs: Knobs;
  readonly changes = new ChangeLog();
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly drives: Drives;
  readonly entra: Entra;
  readonly webhooks: Webhooks;
  readonly desk: Desk;
  protected readonly endpoints: Endpoints;
  readonly #graph: Graph;

  constructor(options: MicrosoftOptions = {}) {
    const { seed = 1, clientId = usualClientId, moreClientIds = [], clients = [] } = options;
    const { moreLibraries = 0 } = options;
    const knobs = knobsSchema.parse(options.knobs ?? {});
    const { changes } = this;
    this.knobs = knobs;
    this.clientId = clientId;
    this.endpoints = new Endpoints(knobs);
    this.drives = buildDrives({
      seed,
      moreLibraries,
      changes,
      deletedDescendants: () => knobs.deletedDescendants,
    });
    const usual = [clientId, ...moreClientIds].map((id) => ({ clientId: id }));
    this.entra = new Entra(knobs, clientId.toLowerCase(), [...usual, ...clients]);
    const webhooks = new Webhooks(knobs, options.fetch ?? ((url, init) => fetch(url, init)));
    changes.onChange((changed) => webhooks.announce(changed));
    this.webhooks = webhooks;
    const world = {
      drives: this.drives,
      knobs,
      endpoints: this.endpoints,
      pushOrigin: () => this.pushOrigin,
      webhooks,
      delta: new Delta(knobs, randomUUID().replaceAll('-', '')),
    };
    this.#graph = new Graph(world, this.entra);
    this.desk = new Desk({
      faults: this.faults,
      log: this.requests,
      dateSkewMs: () => knobs.dateSkewMs,
      answer: (request) => this.route(request),
      plain: (request, fault) => this.#graph.fault(request, fault),
    });
  }

  get pushOrigin(): string {
    return noPushOrigin;
  }

  protected route(request: Request): Answer | Promise<Answer> {
    return this.entra.answer(request) ?? this.#graph.answer(request);
  }
}
