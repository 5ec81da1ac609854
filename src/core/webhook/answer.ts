const longestToken = 2048;
const longestTarget = 8192;

/** All that is ever said to whoever asks: text, or nothing. */
export interface ListenerAnswer {
  readonly status: 200 | 202 | 404 | 413;
  readonly text: string | null;
}

/** `take`: the body is a notification, if it is short enough. */
export type ListenerVerdict = ListenerAnswer | 'take';

/** Answers one request by its first line alone; only the path of the address is there. */
export function answerTo(method: string, target: string, path: string): ListenerVerdict {
  if (method !== 'POST' || target.length > longestTarget) return notFound;
  const mark = target.indexOf('?');
  if ((mark === -1 ? target : target.slice(0, mark)) !== path) return notFound;
  const tokens = new URLSearchParams(mark === -1 ? '' : target.slice(mark)).getAll(
    'validationToken',
  );
  if (tokens.length === 0) return 'take';
  const [token = ''] = tokens;
  const isOdd = tokens.length > 1 || token === '' || token.length > longestToken;
  return isOdd ? notFound : { status: 200, text: token };
}

export const notFound = { status: 404, text: null } as const satisfies ListenerAnswer;
export const taken = { status: 202, text: null } as const satisfies ListenerAnswer;
export const tooLarge = { status: 413, text: null } as const satisfies ListenerAnswer;
