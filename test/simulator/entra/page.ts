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

function hiddenInputs(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
}

interface Target {
  /** Where the choice is posted. */
  readonly action: string;
  readonly flow: string;
}

interface Picker extends Target {
  readonly accounts: readonly Account[];
  readonly title?: string;
  /** What was wrong with the last choice. */
  readonly error?: string;
}

export function pickerPage(picker: Picker): string {
  const { title = 'Pick an account', action, flow, accounts, error } = picker;
  const heading = [`<h1>${title}</h1>`];
  if (error !== undefined) heading.push(`<p id="error">${escapeHtml(error)}</p>`);
  const target = escapeHtml(action);
  const forms = accounts.map(
    ({ name, username }) => `<form method="post" action="${target}">
${hiddenInputs({ flow, account: username })}
<button data-account="${username}">${escapeHtml(name)}<br><small>${username}</small></button></form>`,
  );
  const cancel = `<form method="post" action="${target}">
${hiddenInputs({ flow, account: '' })}
<button data-cancel>Cancel</button></form>`;
  return page('Sign in to your account', [...heading, ...forms, cancel].join('\n'));
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

/** The app is not for that kind of account; the words were seen in AspNetCore.Docs#19795. */
export function otherAccountPage(picker: Picker, { kind }: Account): string {
  const [wrong, right] =
    kind === 'personal' ? ['personal', 'work or school'] : ['work or school', 'personal'];
  const error = `You can't sign in here with a ${wrong} account. Use your ${right} account instead.`;
  return pickerPage({ ...picker, error });
}

export function administratorPage({ action, flow }: Target, { username }: Account): string {
  const fields = hiddenInputs({ flow, account: username, 'without-consent': '1' });
  return page(
    'Need admin approval',
    `<h1>Need admin approval</h1>
<p id="error">AADSTS90094: This app needs permission that only an administrator can grant.</p>
<form method="post" action="${escapeHtml(action)}">${fields}
<button data-without-consent>Return to the application without granting consent</button></form>`,
  );
}

/** What an administrator is shown by the admin consent endpoint. */
export function approvalPage({ action, flow }: Target, asked: readonly string[]): string {
  const form = (decision: string, words: string): string =>
    `<form method="post" action="${escapeHtml(action)}">${hiddenInputs({ flow, decision })}
<button data-${decision}>${words}</button></form>`;
  const list = asked.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  return page(
    'Permissions requested',
    `<h1>Permissions requested</h1>
<p>Review for your organization</p>
<ul>${list}</ul>
${form('accept', 'Accept')}
${form('cancel', 'Cancel')}`,
  );
}
