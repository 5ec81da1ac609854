import type { WebContents } from 'electron';
import { pageOrigin } from './sessions.ts';

interface Going {
  readonly url: string;
  preventDefault(): void;
}

/** Our page stays our page: no other address, no second window, no webview. */
export function confine(contents: WebContents): void {
  const stay = (event: Going): void => {
    if (!event.url.startsWith(`${pageOrigin}/`)) event.preventDefault();
  };
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
