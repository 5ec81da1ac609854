import { createHash } from 'node:crypto';
import { z } from 'zod';

export const tools = { createHash, text: z.string() };
