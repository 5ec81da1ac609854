/** One figure: ours over a baseline taken in the same run; lower is better. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number;
  /** Null: only to be known. */
  readonly goal: number | null;
}

export function ratio({ ours, baseline }: Figure): number {
  return ours / baseline;
}

export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
