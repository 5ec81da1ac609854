import type { enLater } from './en-later.ts';
import type { Params, TextKey, WithoutPlural } from './translate.ts';

export type AnyKey = TextKey | WithoutPlural<keyof typeof enLater>;

/** Knows all words. */
export type TranslateAny = (key: AnyKey, params?: Params) => string;
