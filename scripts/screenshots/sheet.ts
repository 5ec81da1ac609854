import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { drawn, keep, type Scheme } from './capture.ts';

const style = `
:root { color-scheme: light; --paper: #fff; --words: #242424; --quiet: #616161; --line: #e0e0e0; --card: #f5f5f5; }
:root.dark { color-scheme: dark; --paper: #292929; --words: #fff; --quiet: #adadad; --line: #525252; --card: #1f1f1f; }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px; width: 960px; background: var(--paper); color: var(--words);
  font: 14px/20px 'Segoe UI', system-ui, 'Noto Sans', sans-serif; }
.quiet { color: var(--quiet); font-size: 12px; line-height: 16px; }
`;

export interface Sheet {
  readonly name: string;
  readonly scheme: Scheme;
  readonly style: string;
  readonly body: string;
}

/** A picture of several small things, put side by side. */
export async function drawSheet(sheet: Sheet): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 960, height: 120 } });
    await page.setContent(
      `<!doctype html><html class="${sheet.scheme}"><style>${style}${sheet.style}</style><body>${sheet.body}</body></html>`,
    );
    await drawn(page);
    keep(sheet.name, sheet.scheme, await page.screenshot({ fullPage: true }));
  } finally {
    await browser.close();
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>]/g, (letter) => entities[letter] ?? letter);
}
