export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'too-large' | 'not-json' };

/** Reads a JSON body, never more than `mostBytes` of it. Throws when the connection breaks or stalls. */
export async function readJson(response: Response, mostBytes: number): Promise<Body> {
  const type = response.headers.get('content-type') ?? '';
  if (!/[/+]json\b/i.test(type)) {
    await response.body?.cancel();
    return { ok: false, code: 'not-json' };
  }
  const text = await readText(response, mostBytes);
  if (text === null) return { ok: false, code: 'too-large' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, code: 'not-json' };
  }
}

async function readText(response: Response, mostBytes: number): Promise<string | null> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
