import type { Browser, Net } from '../ports.ts';

const limitMs = 5 * 60 * 1000;

type StopCode = 'user_cancelled' | 'user_timed_out';

/** Thrown through MSAL when the system browser cannot be started. */
class BrowserDidNotOpen extends Error {
  override readonly name = 'BrowserDidNotOpen';
  readonly errorCode = 'browser_did_not_open';
}

/**
 * One sign-in in the system browser. MSAL offers neither a cancel nor a limit and would keep its
 * loopback port open for ever; answering it ourselves with an error ends the wait and frees the port.
 */
export class BrowserFlow {
  readonly #net: Net;
  readonly #browser: Browser;
  #answerTo: { url: string; state: string } | null = null;
  #stopped: StopCode | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(net: Net, browser: Browser) {
    this.#net = net;
    this.#browser = browser;
  }

  /** MSAL's `openBrowser`. */
  readonly open = async (url: string): Promise<void> => {
    const asked = new URL(url).searchParams;
    this.#answerTo = { url: asked.get('redirect_uri') ?? '', state: asked.get('state') ?? '' };
    if (this.#stopped !== null) return this.#answer(this.#stopped);
    this.#timer = setTimeout(() => this.#stop('user_timed_out'), limitMs);
    if (!(await this.#browser.open(url))) throw new BrowserDidNotOpen();
  };

  cancel(): void {
    this.#stop('user_cancelled');
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #stop(code: StopCode): void {
    if (this.#stopped !== null) return;
    this.#stopped = code;
    if (this.#answerTo) void this.#answer(code);
  }

  async #answer(code: StopCode): Promise<void> {
    if (!this.#answerTo) return;
    const body = new URLSearchParams({ error: code, state: this.#answerTo.state });
    try {
      await this.#net.fetch(this.#answerTo.url, {
        method: 'POST',
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    } catch {
      // The loopback server was gone already: the sign-in has ended another way.
    }
  }
}
