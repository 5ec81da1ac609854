import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  circle: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: '10px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '24px',
    userSelect: 'none',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
});

const colors = [
  [tokens.colorPaletteBlueBackground2, tokens.colorPaletteBlueForeground2],
  [tokens.colorPaletteTealBackground2, tokens.colorPaletteTealForeground2],
  [tokens.colorPaletteGrapeBackground2, tokens.colorPaletteGrapeForeground2],
  [tokens.colorPalettePumpkinBackground2, tokens.colorPalettePumpkinForeground2],
  [tokens.colorPaletteForestBackground2, tokens.colorPaletteForestForeground2],
  [tokens.colorPaletteMagentaBackground2, tokens.colorPaletteMagentaForeground2],
  [tokens.colorPaletteSteelBackground2, tokens.colorPaletteSteelForeground2],
  [tokens.colorPaletteBrassBackground2, tokens.colorPaletteBrassForeground2],
] as const;

const unknown = [tokens.colorNeutralBackground4, tokens.colorNeutralForeground3] as const;

/** Who it was, to be recognized at a glance; in words it is said beside. */
export function Initials({ name }: { readonly name: string | null }): ReactNode {
  const styles = useStyles();
  const [backgroundColor, color] = name === null ? unknown : colorsOf(name);
  return (
    <span aria-hidden className={styles.circle} style={{ backgroundColor, color }}>
      {name === null ? '?' : initialsOf(name)}
    </span>
  );
}

/** Of the first and the last name; what is added in brackets is none. */
function initialsOf(name: string): string {
  const names = name
    .replaceAll(/[([{].*?[)\]}]/gu, '')
    .split(/[\s.]+/u)
    .filter((part) => /^\p{L}/u.test(part));
  const first = names[0] ?? name.trim();
  const last = names.length > 1 ? names.at(-1) : '';
  return [first, last]
    .map((part) => String.fromCodePoint(part?.codePointAt(0) ?? 0x20).trim())
    .join('')
    .toUpperCase();
}

function colorsOf(name: string): (typeof colors)[number] {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return colors[sum % colors.length] ?? colors[0];
}
