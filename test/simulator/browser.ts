import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';

/** Plays the person at the browser: fetches Entra's page, presses a button, follows the answer to the app. */

// The app waits at one of the two addresses that `localhost` may have. Where this process is held up for a quarter
// of a second, Node would give that one up for the other.
setDefaultAutoSelectFamilyAttemptTimeout(10_000);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/** Another way to Entra's pages than the network, such as `inMemoryFetch`. */
type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

interface Form {
  readonly action: string;
  readonly fields: URLSearchParams;
}

function formsOf(page: string, url: string): Form[] {
  return [...page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', inside = '']) => {
      const inputs = inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
      const fields = new URLSearchParams();
      for (const [, name = '', value = ''] of inputs) fields.set(name, unescapeHtml(value));
      return { action: new URL(unescapeHtml(action), url).href, fields };
    },
  );
}

async function submit({ action, fields }: Form, ask: Fetch = fetch): Promise<Response> {
  return await ask(action, { method: 'POST', body: fields, redirect: 'manual' });
}

/** Hands Entra's answer to the app: by posting the form, or by following the redirect. */
async function deliver(answer: Response, ask: Fetch): Promise<number> {
  const location = answer.headers.get('location');
  if (location !== null) return (await fetch(location)).status;
  const page = await answer.text();
  const [form] = formsOf(page, answer.url);
  // The person can only go back to the app, which is told why.
  if (form?.fields.has('without-consent')) return await deliver(await submit(form, ask), ask);
  if (!form || !page.includes('name="hiddenform"')) {
    throw new Error(`Entra refused: ${errorOf(page)}`);
  }
  return (await submit(form)).status;
}

function errorOf(page: string): string {
  return unescapeHtml(/<p id="error">(.*?)<\/p>/s.exec(page)?.[1] ?? 'no form on the page');
}

async function press(authorizeUrl: string, account: string, ask: Fetch): Promise<number> {
  const answer = await ask(authorizeUrl, { redirect: 'manual' });
  if (answer.headers.has('location')) return await deliver(answer, ask);
  const page = await answer.text();
  const forms = formsOf(page, answer.url);
  const [alone] = forms;
  // With a hint there is no picker, nor with an error: the page already is the answer.
  if (alone && page.includes('name="hiddenform"')) return (await submit(alone)).status;
  const choice = forms.find(({ fields }) => fields.get('account') === account);
  if (!choice) throw new Error(forms.length === 0 ? errorOf(page) : `Not on offer: ${account}`);
  return await deliver(await submit(choice, ask), ask);
}

/** Resolves with the status the app's redirect URI answered with. */
export async function chooseAccount(
  authorizeUrl: string,
  username: string,
  ask: Fetch = fetch,
): Promise<number> {
  return await press(authorizeUrl, username, ask);
}

export async function cancelSignIn(authorizeUrl: string, ask: Fetch = fetch): Promise<number> {
  return await press(authorizeUrl, '', ask);
}

/** Opens an admin consent link and accepts. Resolves with where the browser was sent. */
export async function approveAsAdministrator(url: string, ask: Fetch = fetch): Promise<URL> {
  return await decide(url, 'accept', ask);
}

export async function declineAsAdministrator(url: string, ask: Fetch = fetch): Promise<URL> {
  return await decide(url, 'cancel', ask);
}

async function decide(url: string, decision: string, ask: Fetch): Promise<URL> {
  const page = await (await ask(url)).text();
  const choice = formsOf(page, url).find(({ fields }) => fields.get('decision') === decision);
  if (!choice) throw new Error(errorOf(page));
  const sentTo = new URL((await submit(choice, ask)).headers.get('location') ?? '');
  // An administrator may well be at another machine, where nobody waits for the answer.
  if (sentTo.protocol === 'http:') await fetch(sentTo).catch(() => undefined);
  return sentTo;
}

/** Types a device code in and chooses an account; null declines. */
export async function enterDeviceCode(
  verificationUri: string,
  userCode: string,
  username: string | null,
  ask: Fetch = fetch,
): Promise<void> {
  const fields = new URLSearchParams({ otc: userCode });
  const page = await (await submit({ action: verificationUri, fields }, ask)).text();
  const choice = formsOf(page, verificationUri).find(
    (form) => form.fields.get('account') === (username ?? ''),
  );
  if (!choice) throw new Error('The code was not taken');
  await submit(choice, ask);
}
