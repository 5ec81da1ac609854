import { safeText } from '../safe-text.ts';

const mostCharacters = 2048;

/** The beginning of what a program or server said, fit to be shown line by line. */
export function safeOutput(text: string): string {
  return text
    .slice(0, mostCharacters)
    .split(/\r\n|\n|\r/)
    .map((line) => safeText(line))
    .join('\n')
    .trim()
    .slice(0, mostCharacters);
}
