/** What Fluent's useRestoreFocusTarget gives, without Tabster, which comes after the first drawing. */
export const focusTarget = { 'data-tabster': '{"restorer":{"type":1}}' };
