import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { z } from 'zod';

export const tools = { createHash, createServer, text: z.string() };
