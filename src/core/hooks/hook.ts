import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { isLoopback } from '../hosts.ts';

const longestUrl = 2000;
const longestPath = 4096;

/** What is to happen with each change that a rule decides. */
const hook = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('command'),
    program: z
      .string()
      .max(longestPath)
      .refine((path) => isAbsolute(path)),
  }),
  z.object({ kind: z.literal('post'), url: z.string().refine((url) => localUrl(url) === url) }),
]);

export type Hook = Readonly<z.infer<typeof hook>>;

/** By the ids of their rules. */
export type Hooks = Readonly<Record<string, Hook>>;

export const hooks = z.record(z.string(), hook).default({});

/** An address on this computer, as it will be asked for; null: it is none. */
export function localUrl(text: string): string | null {
  if (text.length > longestUrl || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || !isLoopback(url)) return null;
  url.hash = '';
  return url.href;
}

export function hookOf(all: Hooks, ruleId: string): Hook | null {
  return Object.hasOwn(all, ruleId) ? (all[ruleId] ?? null) : null;
}

/** Those whose rules are still there. */
export function hooksOf(all: Hooks, rules: readonly { readonly ruleId: string }[]): Hooks {
  const ids = new Set(rules.map((rule) => rule.ruleId));
  return Object.fromEntries(Object.entries(all).filter(([ruleId]) => ids.has(ruleId)));
}
