import { z } from 'zod';

/** In ms since 1970. What is beyond no calendar can say, and to try it throws. */
export const moment = z.number().min(0).max(8.64e15);
