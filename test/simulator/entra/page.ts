import type { Account } from '../cloud/people.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body{font:16px system-ui;max-width:28rem;margin:4rem auto}form{margin:.5rem 0}
button,input{font:inherit;padding:.6rem;width:100%;text-align:start}</style></head>
<body>
${body}
</body>
</html>
`;
}

export function hiddenInputs(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
}

interface Picker {
  readonly title: string;
  /** Where the choice is posted. */
  readonly action: string;
  readonly flow: string;
  readonly accounts: readonly Account[];
}

export function pickerPage({ title, action, flow, accounts }: Picker): string {
  const target = escapeHtml(action);
  const forms = accounts.map(
    ({ name, username }) => `<form method="post" action="${target}">
${hiddenInputs({ flow, account: username })}
<button data-account="${username}">${escapeHtml(name)}<br><small>${username}</small></button></form>`,
  );
  const cancel = `<form method="post" action="${target}">
${hiddenInputs({ flow, account: '' })}
<button data-cancel>Cancel</button></form>`;
  return page('Sign in to your account', [`<h1>${title}</h1>`, ...forms, cancel].join('\n'));
}

/** The answer to `response_mode=form_post`: a form that posts itself to the app. */
export function formPostPage(target: string, fields: Readonly<Record<string, string>>): string {
  return page(
    'Working…',
    `<form method="POST" name="hiddenform" action="${escapeHtml(target)}">
${hiddenInputs(fields)}
<noscript><p>Script is disabled. Click Submit to continue.</p><button>Submit</button></noscript></form>
<script>document.forms[0].submit();</script>`,
  );
}

export function codePage(action: string, message: string): string {
  return page(
    'Enter code',
    `<h1>Enter code</h1>
<p id="message">${escapeHtml(message)}</p>
<form method="post" action="${escapeHtml(action)}">
<input name="otc" aria-label="Code" autocomplete="off" autofocus><button>Next</button></form>`,
  );
}
