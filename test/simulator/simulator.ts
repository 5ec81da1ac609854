import { randomUUID } from 'node:crypto';
import { ChangeLog } from './cloud/change.ts';
import { type Drives, buildDrives } from './cloud/cloud.ts';
import { personalAccount, workAccount } from './cloud/people.ts';
import { Control } from './control/control.ts';
import { Entra } from './entra/entra.ts';
import { Delta } from './graph/delta.ts';
import { Graph } from './graph/graph.ts';
import type { Answer } from './http/answer.ts';
import { type FaultAnswer, Faults } from './http/faults.ts';
import type { Request } from './http/request.ts';
import { RequestLog } from './http/request-log.ts';
import { HttpServer } from './http/server.ts';
import { type Knobs, knobsSchema } from './knobs.ts';
import { Endpoints } from './push/endpoints.ts';
import { Push } from './push/push.ts';

export type { Changed, Deed } from './cloud/change.ts';
export type { Drive } from './cloud/drive.ts';
export type { DriveKey } from './cloud/drive-facts.ts';
export type { Account } from './cloud/people.ts';
export type { FaultAnswer } from './http/faults.ts';
export type { LoggedRequest } from './http/request-log.ts';
export type { Knobs } from './knobs.ts';

export interface SimulatorOptions {
  /** 0: any free port. */
  readonly port?: number | undefined;
  readonly pushPort?: number | undefined;
  /** Ids and trees: the same seed, the same ids. */
  readonly seed?: number | undefined;
  readonly clientId?: string | undefined;
  readonly moreClientIds?: readonly string[] | undefined;
  readonly knobs?: Partial<Knobs> | undefined;
}

const usualClientId = '5f0c7a52-9d3e-4b61-8a7f-2e6d1c9b3a40';

/** Microsoft's side, on loopback. */
export class Simulator implements AsyncDisposable {
  readonly clientId: string;
  readonly accounts = { work: workAccount, personal: personalAccount };
  readonly knobs: Knobs;
  readonly changes = new ChangeLog();
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly drives: Drives;
  readonly entra: Entra;
  readonly push: Push;
  readonly #graph: Graph;
  readonly #control: Control;
  readonly #http: HttpServer;
  #origin = '';

  static async start(options: SimulatorOptions = {}): Promise<Simulator> {
    const simulator = new Simulator(options);
    await simulator.push.start(options.pushPort ?? 0);
    simulator.#origin = await simulator.#http.listen(options.port ?? 0);
    return simulator;
  }

  private constructor(options: SimulatorOptions) {
    const { seed = 1, moreClientIds = [] } = options;
    const knobs = knobsSchema.parse(options.knobs ?? {});
    const clientIds = [options.clientId ?? usualClientId, ...moreClientIds];
    const endpoints = new Endpoints(knobs);
    const push = new Push(knobs, endpoints);
    const { changes } = this;
    this.knobs = knobs;
    this.clientId = options.clientId ?? usualClientId;
    this.drives = buildDrives({
      seed,
      changes,
      deletedDescendants: () => knobs.deletedDescendants,
    });
    this.entra = new Entra(
      knobs,
      clientIds.map((id) => id.toLowerCase()),
    );
    this.push = push;
    const world = {
      drives: this.drives,
      knobs,
      endpoints,
      pushOrigin: () => push.origin,
      delta: new Delta(knobs, randomUUID().replaceAll('-', '')),
    };
    this.#graph = new Graph(world, this.entra);
    this.#http = new HttpServer({
      faults: this.faults,
      log: this.requests,
      dateSkewMs: () => knobs.dateSkewMs,
      answer: (request: Request) => this.#answer(request),
      plain: (request: Request, fault: FaultAnswer) => this.#graph.fault(request, fault),
    });
    this.#control = new Control(this);
    changes.onChange(({ drive }) => push.announce(this.drives[drive]));
  }

  get origin(): string {
    return this.#origin;
  }

  get pushOrigin(): string {
    return this.push.origin;
  }

  async stop(): Promise<void> {
    this.#control.stop();
    await Promise.all([this.push.stop(), this.#http.close()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #answer(request: Request): Promise<Answer> {
    const answer = (await this.#control.answer(request)) ?? this.entra.answer(request);
    return answer ?? this.#graph.answer(request);
  }
}
