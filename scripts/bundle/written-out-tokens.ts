import type { Plugin } from 'vite';

/**
 * Fluent's `tokens.x` is the text `var(--x)` (only layers have a number besides). Written out where styles use it, the table of all names
 * stays out of the bundle: 8 kB compressed.
 */
export function writtenOutTokens(): Plugin {
  return {
    name: 'written-out-tokens',
    enforce: 'pre',
    transform: {
      filter: { id: [/\/src\/renderer\/.*\.tsx?$/u, /\/@fluentui\/react-.*\.styles\.js$/u] },
      handler: writeOutTokens,
    },
  };
}

export function writeOutTokens(code: string): string {
  return code.replaceAll(/(?<![./\w])tokens\.(?!zIndex)(\w+)/gu, "'var(--$1)'");
}
