import { fromChromium } from './custom-schemes.ts';
import type { PausedRequest } from './page-requests.ts';
import type { PopupRequest } from './page-target.ts';

/** Only what a page starts by itself is asked about; `loadURL` and `reload` are not. */
export class NavigationGuard {
  #expected: string | null = null;

  expect(url: string): void {
    this.#expected = url;
  }

  allows(
    paused: PausedRequest,
    isMainFrame: boolean,
    ask: (event: 'will-redirect' | 'will-frame-navigate' | 'will-navigate') => boolean,
  ): boolean {
    const redirected = paused.redirectedRequestId !== undefined;
    const own = isMainFrame && this.#expected?.split('#')[0] === paused.request.url;
    if (isMainFrame && !redirected) this.#expected = null;
    if (own) return true;
    if (redirected) return ask('will-redirect');
    return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'));
  }
}

/** What a window open handler is given. */
export function openDetails(request: PopupRequest, referrer: string): object {
  return {
    ...request,
    url: fromChromium(request.url),
    disposition: request.features ? 'new-window' : 'foreground-tab',
    referrer: { url: referrer, policy: 'strict-origin-when-cross-origin' },
  };
}
