import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import { type Hosts, isSignInPage } from '../hosts.ts';
import type { Browser, Net } from '../ports.ts';
import type { Flow, FlowAsk } from './flow.ts';

const limitMs = 5 * 60 * 1000;

/** Thrown through MSAL when the system browser cannot be started. */
class BrowserDidNotOpen extends Error {
  override readonly name = 'BrowserDidNotOpen';
  readonly errorCode = 'browser_did_not_open';
}

export interface BrowserFlowParts {
  readonly net: Net;
  readonly browser: Browser;
  readonly hosts: Hosts;
  /** Whole HTML pages for the browser. */
  readonly pages: { readonly signedIn: string; readonly notSignedIn: string };
}

/**
 * A sign-in in the system browser. MSAL offers neither a cancel nor a limit and would keep its
 * loopback port open for ever; answering it ourselves with an error ends the wait and frees the port.
 */
export class BrowserFlow implements Flow {
  readonly #parts: BrowserFlowParts;
  readonly #ended = Promise.withResolvers<'cancelled' | 'timed-out'>();
  readonly ended = this.#ended.promise;
  #answerTo: { url: string; state: string } | null = null;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: BrowserFlowParts) {
    this.#parts = parts;
  }

  run(
    client: PublicClientApplication,
    { scopes, loginHint, claims }: FlowAsk,
  ): Promise<AuthenticationResult | null> {
    const { pages } = this.#parts;
    return client.acquireTokenInteractive({
      scopes,
      openBrowser: (url) => this.#open(url),
      successTemplate: pages.signedIn,
      errorTemplate: pages.notSignedIn,
      ...(loginHint === null ? { prompt: 'select_account' } : { loginHint }),
      ...(claims === null ? {} : { claims }),
    });
  }

  stop(): void {
    this.#end('cancelled');
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #open(url: string): Promise<void> {
    const asked = new URL(url).searchParams;
    this.#answerTo = { url: asked.get('redirect_uri') ?? '', state: asked.get('state') ?? '' };
    if (this.#isOver) return this.#answer();
    this.#timer = setTimeout(() => this.#end('timed-out'), limitMs);
    const { browser, hosts } = this.#parts;
    if (!isSignInPage(url, hosts) || !(await browser.open(url))) throw new BrowserDidNotOpen();
  }

  #end(how: 'cancelled' | 'timed-out'): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended.resolve(how);
    if (this.#answerTo) void this.#answer();
  }

  async #answer(): Promise<void> {
    if (!this.#answerTo) return;
    const body = new URLSearchParams({ error: 'user_cancelled', state: this.#answerTo.state });
    try {
      await this.#parts.net.fetch(this.#answerTo.url, {
        method: 'POST',
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    } catch {
      // The loopback server was gone already: the sign-in has ended another way.
    }
  }
}
