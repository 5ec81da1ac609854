import { portBounds } from '../../../src/renderer/webhook/use-webhook.ts';
import type { FakeDrivebell } from './fake-drivebell.ts';

/** Where main sends what people have written, or what is not to be translated. */
const free = new Set([
  'actor',
  'detail',
  'driveName',
  'name',
  'oldName',
  'oldPlace',
  'output',
  'page',
  'pattern',
  'person',
  'place',
  'program',
  'url',
  'userCode',
  'username',
  'value',
  'version',
  'within',
]);
/** Numbers that count nothing. */
const labels = new Set(['code', 'protocol', 'status']);

/** What a scene types in, or a field gives as an example. */
const typed = ['nowhere', 'https://contoso.sharepoint.com/x', 'https://bell.example.com/drivebell'];
/** To be typed in these digits. */
const ports = Object.values(portBounds).map(String);

const fromIntl = new Set<string>();

/** From now on it is known what Intl has made of dates, times and lists. */
export function noteIntl(): void {
  const { prototype } = Intl.DateTimeFormat;
  const getter = Object.getOwnPropertyDescriptor(prototype, 'format');
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = getter?.get?.call(this) as Intl.DateTimeFormat['format'];
      return (date?: Date | number) => noted(format(date));
    },
  });
  note(Intl.ListFormat.prototype, 'format');
  note(Intl.RelativeTimeFormat.prototype, 'format');
  note(Intl.DisplayNames.prototype, 'of');
}

type Making = (...args: unknown[]) => string;

function note<Name extends string>(prototype: Record<Name, unknown>, name: Name): void {
  const make = prototype[name] as Making;
  prototype[name] = function noting(this: unknown, ...args: unknown[]): string {
    return noted(make.apply(this, args));
  };
}

function noted(text: string): string {
  fromIntl.add(text);
  return text;
}

/** Whatever is said that is none of the catalogue's, the longest first. */
export async function knownTexts(fake: FakeDrivebell): Promise<readonly string[]> {
  const { rows, choices, unasked, hookReport, explanation, report, licences, webhookCheck } = fake;
  const packages = licences.flatMap((one) => Object.values<string>({ ...one }));
  const found = new Set([...fromIntl, ...typed, ...ports, ...report.split('\n'), ...packages]);
  const pages = [...fake.foundPages.values()];
  const snapshot = await fake.api.getSnapshot();
  collect([snapshot, rows, choices, unasked, pages, hookReport, explanation, webhookCheck], found);
  return [...found].toSorted((one, other) => other.length - one.length);
}

function collect(value: unknown, found: Set<string>, isFree = false): void {
  if (typeof value === 'string' && isFree) piecesOf(value).forEach((piece) => found.add(piece));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const isListed = Array.isArray(value) && isFree;
    if (labels.has(key) && typeof inner === 'number') found.add(String(inner));
    collect(inner, found, isListed || free.has(key));
  }
}

/** Of a list of names as well each, and of a person the initials. */
function piecesOf(text: string): readonly string[] {
  const initials = (text.match(/\b\p{Lu}/gu) ?? []).join('');
  return [text, ...text.split(', '), initials].filter((piece) => piece !== '');
}

/** A text without what is known in it. */
export function unknownIn(text: string, known: readonly string[]): string {
  const piece = text.trim();
  // A name may be drawn in two pieces.
  if (known.some((one) => one.startsWith(piece) || one.endsWith(piece))) return '';
  return known.reduce((left, one) => withoutCut(left, one).split(one).join(' '), text);
}

/** "The begin…the end" of what is too long. */
function withoutCut(text: string, long: string): string {
  const at = text.indexOf('…');
  if (at === -1 || long.length < 20) return text;
  const begin = piecesUpTo(at).find((size) => long.startsWith(text.slice(at - size, at)));
  const rest = text.slice(at + 1);
  const end = piecesUpTo(rest.length).find((size) => long.endsWith(rest.slice(0, size)));
  return begin === undefined || end === undefined
    ? text
    : `${text.slice(0, at - begin)} ${rest.slice(end)}`;
}

/** The longest first; by fewer letters anything could be meant. */
function piecesUpTo(longest: number): readonly number[] {
  return Array.from({ length: Math.max(0, longest - 3) }, (_, at) => longest - at);
}
