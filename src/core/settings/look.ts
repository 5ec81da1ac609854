import { z } from 'zod';
import type { LanguageChoice, Theme } from '../../shared/look.ts';

// All by name: one that is missing here is a compile error.
const themes = Object.keys({ system: 0, light: 0, dark: 0 } satisfies Record<Theme, 0>) as Theme[];
const languages = Object.keys({ system: 0, en: 0, de: 0, ko: 0 } satisfies Record<
  LanguageChoice,
  0
>) as LanguageChoice[];

export const theme = z.enum(themes);
export const language = z.enum(languages);
