/** What scripts/observe.cjs has written down in the app. */
export interface Observed {
  readonly toasts: readonly { readonly title: string; readonly body: string }[];
  readonly opened: readonly string[];
  readonly icons: number;
  readonly tooltips: readonly string[];
}
