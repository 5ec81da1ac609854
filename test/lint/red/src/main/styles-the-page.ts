// eslint(no-restricted-properties) The page runs its own code only
import type { WebContents } from 'electron';

export const run = (page: WebContents): Promise<unknown> => page.insertCSS('p {}');
