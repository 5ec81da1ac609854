import type { Rolldown } from 'vite';
import { languages } from '../../src/shared/texts/languages.ts';

/** Chunks that index.html names itself. */
const named: Readonly<Record<string, string>> = {
  early: 'early',
  ...Object.fromEntries(languages.map((language) => [language, `words-${language}`])),
};

/** What the window needs at the start comes in two pieces: what can be begun with, with all it imports, and the rest. */
export const startChunks: Rolldown.OutputOptions = {
  chunkFileNames: ({ name }) => `assets/${named[name] ?? '[name]-[hash]'}.js`,
  codeSplitting: {
    groups: [
      { name: 'early', test: /\/src\/renderer\/early\.ts$|rolldown\/runtime/u, priority: 1 },
      { name: 'start', tags: ['$initial'] },
    ],
  },
};
