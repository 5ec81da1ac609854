/** Electron reports by `console.error`, so that is where an app or a test may look for it. */
export function report(...values: unknown[]): void {
  // oxlint-disable-next-line no-console
  console.error(...values);
}
