import { z } from 'zod';

/** Where Microsoft reaches this computer, and for which drives. */
export const webhookChoice = z.object({
  url: z.string().max(1000).nullable(),
  port: z.int().min(1024).max(65_535),
  use: z.enum(['fallback', 'all']),
});

/** Off until somebody gives a public address. */
export const noWebhook = { url: null, port: 8765, use: 'fallback' } as const;
