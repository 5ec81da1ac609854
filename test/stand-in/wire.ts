// Runs in the page too, by its text: nothing may be imported here.

/** A value in text: plain where JSON has it, a tagged list otherwise; objects sit in a table. */
type Encoded = string | number | boolean | null | readonly [tag: string, ...rest: unknown[]];

const typedArrays = new Set([
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'DataView',
]);

function bytesToText(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return btoa(binary);
}

function textToBytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
}

function describeObject(value: object, inner: (value: unknown) => Encoded): unknown[] {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (Array.isArray(value)) {
    return [
      'array',
      value.length,
      Object.keys(value).map((key) => [key, inner(value[Number(key)])]),
    ];
  }
  if (value instanceof Date) return ['date', inner(value.getTime())];
  if (value instanceof RegExp) return ['regexp', value.source, value.flags];
  if (value instanceof Map)
    return ['map', [...value].map(([key, item]) => [inner(key), inner(item)])];
  if (value instanceof Set) return ['set', [...value].map(inner)];
  if (value instanceof Error) {
    return ['error', value.name, value.message, inner(value.stack), inner(value.cause)];
  }
  if (value instanceof ArrayBuffer) return ['buffer', bytesToText(new Uint8Array(value))];
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return ['view', typedArrays.has(kind) ? kind : 'Uint8Array', bytesToText(bytes)];
  }
  if (kind === 'Object') return ['object', Object.entries(value).map(([k, v]) => [k, inner(v)])];
  throw new Error('An object could not be cloned.');
}

/** Structured clone as text, over the values `structuredClone` accepts and Electron apps send. */
export function encode(value: unknown): string {
  const table: unknown[][] = [];
  const seen = new Map<object, number>();
  const inner = (item: unknown): Encoded => {
    if (typeof item === 'string' || typeof item === 'boolean' || item === null) return item;
    if (item === undefined) return ['undefined'];
    if (typeof item === 'bigint') return ['bigint', String(item)];
    if (typeof item === 'number') {
      if (Object.is(item, -0)) return ['number', '-0'];
      return Number.isFinite(item) ? item : ['number', String(item)];
    }
    if (typeof item !== 'object') throw new Error('An object could not be cloned.');
    let index = seen.get(item);
    if (index === undefined) {
      index = table.push([]) - 1;
      seen.set(item, index);
      table[index] = describeObject(item, inner);
    }
    return ['ref', index];
  };
  const root = inner(structuredClone(value));
  return JSON.stringify([root, table]);
}

function emptyObject([tag, ...rest]: unknown[], inner: (value: Encoded) => unknown): object {
  const [first, second] = rest as [string, string];
  if (tag === 'array') return [];
  if (tag === 'date') return new Date(Number(inner(first)));
  if (tag === 'regexp') return new RegExp(first, second);
  if (tag === 'map') return new Map();
  if (tag === 'set') return new Set();
  if (tag === 'buffer') return textToBytes(first).buffer;
  if (tag === 'view') {
    const View = (globalThis as unknown as Record<string, new (buffer: ArrayBufferLike) => object>)[
      first
    ];
    return View ? new View(textToBytes(second).buffer) : {};
  }
  if (tag === 'error') {
    const known = /^(Eval|Range|Reference|Syntax|Type|URI)Error$/.test(first) ? first : 'Error';
    const Known = (globalThis as unknown as Record<string, ErrorConstructor>)[known];
    return Known ? new Known(second) : new Error(second);
  }
  return {};
}

function fill(target: object, [tag, ...rest]: unknown[], inner: (value: Encoded) => unknown): void {
  if (tag === 'array') {
    const list = target as unknown[];
    const items = rest[1] as [string, Encoded][];
    list.length = Number(rest[0]);
    for (const [key, item] of items) list[Number(key)] = inner(item);
  } else if (tag === 'map') {
    for (const [key, item] of rest[0] as [Encoded, Encoded][]) {
      (target as Map<unknown, unknown>).set(inner(key), inner(item));
    }
  } else if (tag === 'set') {
    for (const item of rest[0] as Encoded[]) (target as Set<unknown>).add(inner(item));
  } else if (tag === 'error') {
    const error = target as Error;
    error.stack = inner(rest[2] as Encoded) as string;
    const cause = inner(rest[3] as Encoded);
    if (cause !== undefined) error.cause = cause;
  } else if (tag === 'object') {
    for (const [key, item] of rest[0] as [string, Encoded][]) {
      Object.defineProperty(target, key, {
        value: inner(item),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
  }
}

export function decode(text: string): unknown {
  const [root, table] = JSON.parse(text) as [Encoded, unknown[][]];
  const made: object[] = [];
  const inner = (item: Encoded): unknown => {
    if (!Array.isArray(item)) return item;
    const [tag, value] = item as [string, string];
    if (tag === 'undefined') return undefined;
    if (tag === 'bigint') return BigInt(value);
    if (tag === 'number') return Number(value);
    return made[Number(value)];
  };
  for (const entry of table) made.push(emptyObject(entry, inner));
  for (const [index, entry] of table.entries()) fill(made[index] ?? {}, entry, inner);
  return inner(root);
}
