import { safeText } from '../safe-text.ts';

const longestLabel = 100;

/** What a person calls a drive, made fit to be shown; null: nothing. */
export function labelOf(text: string): string | null {
  const safe = safeText(text);
  // Never half of a character that is made of several.
  const [...parts] = new Intl.Segmenter().segment(safe);
  const last = parts.findLast(({ index, segment }) => index + segment.length <= longestLabel);
  return safe.slice(0, last ? last.index + last.segment.length : 0).trim() || null;
}

interface Named {
  readonly label: string | null;
  readonly name: string;
  readonly scope: { readonly name: string } | null;
}

/** As the person calls it, else as Microsoft does. */
export function nameOf(drive: Named): string {
  return drive.label ?? microsoftNameOf(drive);
}

/** With what in the drive alone is watched. */
export function microsoftNameOf({ name, scope }: Omit<Named, 'label'>): string {
  return scope && scope.name !== '' ? `${name} › ${scope.name}` : name;
}
