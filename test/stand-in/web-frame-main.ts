import { originOf } from './custom-schemes.ts';
import { report } from './report.ts';
import { strictBase } from './strict.ts';

/** What a frame needs of the page it is in. */
export interface FrameHost {
  sendToPage(channel: string, args: unknown[]): void;
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;
}

let lastRoutingId = 0;

/** The main frame of one document; the next document has another. */
export class WebFrameMain extends strictBase('WebFrameMain') {
  readonly routingId = ++lastRoutingId;
  readonly processId = 1;
  readonly frameTreeNodeId = 1;
  readonly name = '';
  readonly parent = null;
  readonly frames: readonly WebFrameMain[] = [];
  readonly #host: FrameHost;
  readonly #url: string;
  #disposed = false;

  constructor(host: FrameHost, url: string) {
    super();
    this.#host = host;
    this.#url = url;
  }

  get url(): string {
    return this.#live().#url;
  }

  get origin(): string {
    return originOf(this.#live().#url);
  }

  get top(): WebFrameMain {
    return this.#live();
  }

  get detached(): boolean {
    return this.#disposed;
  }

  isDestroyed(): boolean {
    return this.#disposed;
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    try {
      this.#live().#host.sendToPage(channel, args);
    } catch (error) {
      report('Error sending from webFrameMain: ', error);
    }
  }

  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.#live().#host.executeJavaScript(code, userGesture);
  }

  static dispose(frame: WebFrameMain): void {
    frame.#disposed = true;
  }

  #live(): this {
    if (this.#disposed) {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    }
    return this;
  }
}
