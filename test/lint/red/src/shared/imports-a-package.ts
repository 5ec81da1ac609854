// eslint(no-restricted-imports) shared imports nothing
import { z } from 'zod';

export const name = z.string();
