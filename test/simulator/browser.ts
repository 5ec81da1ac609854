/** Plays the person at the browser: fetches Entra's page, presses a button, follows the answer to the app. */

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

async function submit({ action, fields }: Form): Promise<Response> {
  return await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
}

/** Hands Entra's answer to the app: by posting the form, or by following the redirect. */
async function deliver(answer: Response): Promise<number> {
  const location = answer.headers.get('location');
  if (location !== null) return (await fetch(location)).status;
  const page = await answer.text();
  const [form] = formsOf(page, answer.url);
  if (!form) throw new Error(`Entra refused: ${errorOf(page)}`);
  return (await submit(form)).status;
}

function errorOf(page: string): string {
  return unescapeHtml(/<p id="error">(.*?)<\/p>/s.exec(page)?.[1] ?? 'no form on the page');
}

async function press(authorizeUrl: string, account: string): Promise<number> {
  const answer = await fetch(authorizeUrl, { redirect: 'manual' });
  if (answer.headers.has('location')) return await deliver(answer);
  const page = await answer.text();
  const forms = formsOf(page, answer.url);
  const [alone] = forms;
  // With a hint there is no picker: the page already is the answer.
  if (alone?.fields.has('code')) return (await submit(alone)).status;
  const choice = forms.find(({ fields }) => fields.get('account') === account);
  if (!choice) throw new Error(forms.length === 0 ? errorOf(page) : `Not on offer: ${account}`);
  return await deliver(await submit(choice));
}

/** Resolves with the status the app's redirect URI answered with. */
export async function chooseAccount(authorizeUrl: string, username: string): Promise<number> {
  return await press(authorizeUrl, username);
}

export async function cancelSignIn(authorizeUrl: string): Promise<number> {
  return await press(authorizeUrl, '');
}

/** Types a device code in and chooses an account; null declines. */
export async function enterDeviceCode(
  verificationUri: string,
  userCode: string,
  username: string | null,
): Promise<void> {
  const fields = new URLSearchParams({ otc: userCode });
  const page = await (await submit({ action: verificationUri, fields })).text();
  const choice = formsOf(page, verificationUri).find(
    (form) => form.fields.get('account') === (username ?? ''),
  );
  if (!choice) throw new Error('The code was not taken');
  await submit(choice);
}
