// eslint(no-restricted-imports) core stores codes, never sentences
import type { TextKey } from '../shared/texts/translate.ts';

export const key: TextKey = 'edited';
