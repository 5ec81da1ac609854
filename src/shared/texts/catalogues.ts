import { de } from './de.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { Language } from './languages.ts';

/** All that app and window begin with; the window loads only its own language. */
export const catalogues = { en, de, ko } as const satisfies Record<Language, object>;
