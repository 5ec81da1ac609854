import { z } from 'zod';
import { language, theme } from './look.ts';
import { wishes } from '../notices/wishes.ts';
import type { Config } from './settings.ts';

/** Characters of a file; five hundred rules with long names take a fifth of it. */
const longest = 1024 * 1024;

const portable = z.object({
  drivebell: z.literal('settings'),
  version: z.literal(1),
  theme,
  language,
  tellsOwn: z.boolean(),
  wishes,
});

/** What a person may take along: settings and rules, without accounts, drives, programs or secrets. */
export type PortableSettings = Pick<Config, 'theme' | 'language' | 'tellsOwn' | 'wishes'>;

/** As a file that a person can read. */
export function exported({ theme, language, tellsOwn, wishes }: PortableSettings): string {
  const file: z.infer<typeof portable> = {
    drivebell: 'settings',
    version: 1,
    theme,
    language,
    tellsOwn,
    wishes,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Null: it is no such file, or one of a later version. */
export function imported(text: string): PortableSettings | null {
  if (text.length > longest) return null;
  const parsed = portable.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const { theme, language, tellsOwn, wishes } = parsed.data;
  return { theme, language, tellsOwn, wishes };
}

function jsonOf(text: string): unknown {
  try {
    // Some editors begin a file with a mark of its encoding.
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
}
