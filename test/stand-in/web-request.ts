import type { OnBeforeRequestListenerDetails, WebRequestFilter } from 'electron';
import { strictBase } from './strict.ts';

type Listener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean; redirectURL?: string }) => void,
) => void;

const asPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replace('<all_urls>', '*')
      .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')}$`,
  );

/** The one listener of a session that may cancel its requests. */
export class WebRequest extends strictBase('session.webRequest') {
  #listener: Listener | null = null;
  #patterns: readonly RegExp[] = [];

  onBeforeRequest(filter: WebRequestFilter | Listener | null, listener?: Listener | null): void {
    if (typeof filter === 'function' || filter === null) {
      this.#listener = filter;
      this.#patterns = [/^/];
    } else {
      this.#listener = listener ?? null;
      this.#patterns = filter.urls.map(asPattern);
    }
  }

  /** For the stand-in: whether the app lets this request through. */
  static allows(requests: WebRequest, details: OnBeforeRequestListenerDetails): Promise<boolean> {
    const listener = requests.#listener;
    if (!listener || !requests.#patterns.some((pattern) => pattern.test(details.url))) {
      return Promise.resolve(true);
    }
    return new Promise((resolve, reject) => {
      listener(details, ({ cancel, redirectURL }) => {
        if (redirectURL) reject(new Error('stand-in: redirectURL is not implemented'));
        else resolve(!cancel);
      });
    });
  }
}
