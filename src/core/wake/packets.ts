export type Protocol = 3 | 4;

/** How often the sides ping, and how long an answer may take. */
export interface Pings {
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

export interface EventPacket {
  readonly kind: 'event';
  readonly namespace: string;
  /** Null where there is none to be read. */
  readonly name: string | null;
  /** What follows the name; its text as it stands where that is not JSON. */
  readonly argument: unknown;
  /** Parts of it come in binary frames of their own. */
  readonly isBinary: boolean;
}

export interface RefusedPacket {
  readonly kind: 'refused';
  readonly namespace: string;
  readonly message: string;
}

/** One text frame: Engine.IO's, and within its messages Socket.IO's. */
export type Packet =
  | { readonly kind: 'open'; readonly sid: string; readonly pings: Pings }
  | { readonly kind: 'close' | 'ping' | 'pong' | 'other' }
  | { readonly kind: 'joined'; readonly namespace: string; readonly hasSid: boolean }
  | { readonly kind: 'left'; readonly namespace: string }
  | RefusedPacket
  | EventPacket;

export const defaultNamespace = '/';
const mostFrameChars = 1024 * 1024;
const shortenedChars = 4096;
const pingBounds = { leastMs: 20, mostMs: 60 * 60_000 };
const usualPings: Pings = { intervalMs: 25_000, timeoutMs: 60_000 };

/** Null: nothing to be understood. Of one that is far too long the beginning still tells what it is. */
export function frameOf(data: unknown): string | null {
  if (typeof data !== 'string') return null;
  return data.length > mostFrameChars ? data.slice(0, shortenedChars) : data;
}

/** Takes whatever a server may say; never throws. */
export function parsePacket(frame: string): Packet {
  switch (frame.charAt(0)) {
    case '0':
      return parseOpen(frame.slice(1));
    case '1':
      return { kind: 'close' };
    case '2':
      return { kind: 'ping' };
    case '3':
      return { kind: 'pong' };
    case '4':
      return parseMessage(frame.slice(1));
    default:
      return { kind: 'other' };
  }
}

/** What asks to be let into a namespace: old servers are shown the URL's query there once more. */
export function joinFrames(namespace: string, protocol: Protocol, query: string): string[] {
  if (namespace === defaultNamespace) return ['40'];
  // A comma would end the namespace.
  const shown = protocol === 3 && query !== '' ? `?${query.replaceAll(',', '%2C')}` : '';
  return ['40', `40${namespace}${shown}${protocol === 3 ? ',' : ''}`];
}

function parseOpen(text: string): Packet {
  const { sid, pingInterval, pingTimeout } = asObject(parseJson(text));
  return {
    kind: 'open',
    sid: typeof sid === 'string' ? sid : '',
    pings: {
      intervalMs: isPingTime(pingInterval) ? pingInterval : usualPings.intervalMs,
      timeoutMs: isPingTime(pingTimeout) ? pingTimeout : usualPings.timeoutMs,
    },
  };
}

function isPingTime(value: unknown): value is number {
  const { leastMs, mostMs } = pingBounds;
  return typeof value === 'number' && value >= leastMs && value <= mostMs;
}

// Type, number of binary parts, namespace, what it was asked with, number of the acknowledgement wished for.
const message = /^([0-6])(?:\d+-)?(\/[^,?{["]*)?(?:\?[^,]*)?,?(?:\d+(?=\[))?/;

function parseMessage(text: string): Packet {
  const [head, type = '', namespace = defaultNamespace] = message.exec(text) ?? [''];
  const rest = text.slice(head.length);
  switch (type) {
    case '0': {
      const { sid } = asObject(parseJson(rest));
      return { kind: 'joined', namespace, hasSid: typeof sid === 'string' && sid !== '' };
    }
    case '1':
      return { kind: 'left', namespace };
    case '2':
    case '5':
      return { ...parseEvent(rest), namespace, isBinary: type === '5' };
    case '4':
      return { kind: 'refused', namespace, message: refusal(parseJson(rest)) };
    default:
      return { kind: 'other' };
  }
}

function parseEvent(text: string): Pick<EventPacket, 'kind' | 'name' | 'argument'> {
  const parts = parseJson(text);
  if (Array.isArray(parts)) {
    const [name, argument] = parts as readonly unknown[];
    return { kind: 'event', name: typeof name === 'string' ? name : null, argument };
  }
  // Cut short, its name still tells what it was.
  const name = /^\s*\[\s*"([\w-]+)"/.exec(text)?.[1] ?? null;
  return { kind: 'event', name, argument: text };
}

/** An object's message from servers of version 3 and later, a bare text from older ones. */
function refusal(data: unknown): string {
  const { message } = typeof data === 'string' ? { message: data } : asObject(data);
  return typeof message === 'string' ? message : '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
