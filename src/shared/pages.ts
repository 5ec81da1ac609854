/** The window's own pages, in the order of its rail. */
export const pages = ['activity', 'drives', 'settings'] as const;
export type Page = (typeof pages)[number];
