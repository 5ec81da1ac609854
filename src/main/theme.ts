import { nativeTheme } from 'electron';
import type { Theme } from '../shared/look.ts';

/** The page follows by itself: what it asks of the system is answered with this. */
export function drawTheme(theme: Theme): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
}
