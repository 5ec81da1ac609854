// node(no-top-level-await) top-level
export const settings = await import('./settings.ts');
