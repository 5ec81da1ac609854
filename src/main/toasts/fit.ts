interface Limit {
  readonly graphemes: number;
  /** UTF-16 units: one grapheme can be made of thousands of them. */
  readonly units: number;
  /** Of UTF-8, with what says that there is more. */
  readonly bytes?: number;
}

interface Limits {
  readonly title: Limit;
  readonly body: Limit;
}

// macOS cuts at 256 bytes wherever that falls; Windows shows four lines and refuses 5 kB.
const limits: Partial<Record<NodeJS.Platform, Limits>> = {
  darwin: {
    title: { graphemes: 100, units: 120, bytes: 256 },
    body: { graphemes: 160, units: 240, bytes: 256 },
  },
  win32: { title: { graphemes: 200, units: 300 }, body: { graphemes: 300, units: 500 } },
};
const otherwise: Limits = {
  title: { graphemes: 200, units: 400 },
  body: { graphemes: 400, units: 800 },
};

const more = '…';
const graphemes = new Intl.Segmenter();
// Line ends may stay; what else controls breaks the system's markup or its wire.
const controls = /[^\P{Cc}\n]|\p{Noncharacter_Code_Point}/gu;

interface Text {
  readonly title: string;
  readonly body: string;
}

/** As much of a text as this system shows. */
export function fit<T extends Text>(toast: T, platform: NodeJS.Platform): T {
  const { title, body } = limits[platform] ?? otherwise;
  return { ...toast, title: cut(toast.title, title), body: cut(toast.body, body) };
}

function cut(text: string, limit: Limit): string {
  const clean = text.toWellFormed().replaceAll(controls, ' ');
  const mostBytes = (limit.bytes ?? Number.POSITIVE_INFINITY) - Buffer.byteLength(more);
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(clean)) {
    const next = kept + segment;
    count += 1;
    const isFull = count > limit.graphemes || next.length > limit.units;
    if (isFull || Buffer.byteLength(next) > mostBytes) return `${kept.trimEnd()}${more}`;
    kept = next;
  }
  return kept;
}

/** For a place that reads markup. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
