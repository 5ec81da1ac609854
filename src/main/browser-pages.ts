import type { TextKey, Translate } from '../shared/texts/translate.ts';

interface BrowserPages {
  readonly signedIn: string;
  readonly notSignedIn: string;
}

/** What the system browser shows at the end of a sign-in: whole pages that load nothing, in the language of that moment. */
export function browserPages(t: Translate): BrowserPages {
  return {
    get signedIn() {
      return page(t, 'browser.signed-in');
    },
    get notSignedIn() {
      return page(t, 'browser.not-signed-in');
    },
  };
}

function page(t: Translate, title: TextKey): string {
  const style = 'font:16px/1.5 system-ui;margin:15vh auto;max-width:28rem;text-align:center';
  return `<!doctype html><meta charset="utf-8"><title>${t(title)}</title><body style="${style}"><h1 style="font-size:1.5rem">${t(title)}</h1><p>${t('browser.go-back')}</p></body>`;
}
