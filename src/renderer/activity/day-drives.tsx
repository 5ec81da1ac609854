import type { ReactNode } from 'react';
import { tokens } from '@fluentui/react-components';
import type { DayPart } from '../../shared/activity-query.ts';

/** As many drives have a look of their own; the others share the last one. */
export const mostLooks = 5;

/** A colour and a pattern each, for not everybody tells colours apart. Under forced colours the pattern alone is left. */
const looks = [
  { color: tokens.colorPaletteBlueBorderActive, lines: null },
  { color: tokens.colorPaletteDarkOrangeBorderActive, lines: 'M0 6 L6 0' },
  { color: tokens.colorPaletteLightTealBorderActive, lines: 'M0 3 H6' },
  { color: tokens.colorPaletteBerryBorderActive, lines: 'M3 0 V6' },
  { color: tokens.colorPaletteMarigoldBorderActive, lines: 'M0 0 L6 6' },
  { color: tokens.colorNeutralForeground4, lines: 'M0 3 H6 M3 0 V6' },
] as const;

export const patternOf = (id: string, look: number): string => `${id}-${look}`;

interface PatternsProps {
  readonly id: string;
}

/** To be filled with. */
export function Patterns({ id }: PatternsProps): ReactNode {
  return (
    <defs>
      {looks.map(({ color, lines }, look) => (
        <pattern
          key={color}
          id={patternOf(id, look)}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <rect width="6" height="6" style={{ fill: color }} />
          {lines !== null && (
            <path d={lines} style={{ stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 }} />
          )}
        </pattern>
      ))}
    </defs>
  );
}

/** Which look a drive of the day has. */
export function lookOf(drives: readonly DayPart[], watchId: string): number {
  const place = drives.findIndex((drive) => drive.watchId === watchId);
  return place === -1 || place >= mostLooks ? mostLooks : place;
}
