/** What the mark on the taskbar's button reads: a number up to nine, or that there are more. */
export const overlayNames = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'more',
] as const;
export type OverlayName = (typeof overlayNames)[number];

/** Null: nothing is unread. */
export function overlayOf(unread: number): OverlayName | null {
  return unread > 0 ? (overlayNames[unread - 1] ?? 'more') : null;
}

/** Where it lies below `assets/tray`, with `/`. */
export function overlayFile(name: OverlayName): string {
  return `win32/overlay-${name}.png`;
}
