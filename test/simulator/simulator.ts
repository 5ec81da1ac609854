import { Control } from './control/control.ts';
import type { Answer } from './http/answer.ts';
import type { Request } from './http/request.ts';
import { HttpServer } from './http/server.ts';
import { Microsoft, type MicrosoftOptions } from './microsoft.ts';
import { Push } from './push/push.ts';

export type { Changed, Deed } from './cloud/change.ts';
export type { Drive } from './cloud/drive.ts';
export type { DriveKey } from './cloud/drive-facts.ts';
export type { Account } from './cloud/people.ts';
export type { FaultAnswer } from './http/faults.ts';
export type { LoggedRequest } from './http/request-log.ts';
export type { Knobs } from './knobs.ts';

export interface SimulatorOptions extends MicrosoftOptions {
  /** 0: any free port. */
  readonly port?: number | undefined;
  readonly pushPort?: number | undefined;
}

/** Microsoft's side, on loopback. */
export class Simulator extends Microsoft implements AsyncDisposable {
  readonly push: Push;
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
    super(options);
    const push = new Push(this.knobs, this.endpoints);
    this.push = push;
    this.#http = new HttpServer(this.desk);
    this.#control = new Control(this);
    this.changes.onChange(({ drive: key }) => {
      const drive = this.drives[key];
      if (drive) push.announce(drive);
    });
  }

  get origin(): string {
    return this.#origin;
  }

  override get pushOrigin(): string {
    return this.push.origin;
  }

  async stop(): Promise<void> {
    this.#control.stop();
    this.webhooks.stop();
    await Promise.all([this.push.stop(), this.#http.close()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  protected override async route(request: Request): Promise<Answer> {
    return (await this.#control.answer(request)) ?? (await super.route(request));
  }
}
