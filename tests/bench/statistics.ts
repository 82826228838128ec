/** The middle value; the mean of the two in the middle where their number is even. `NaN` for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of each numeric field over all samples. */
export function medians<K extends string>(
  samples: readonly Readonly<Record<K, number>>[],
): Record<K, number> {
  const fields = Object.keys(samples[0] ?? {}) as K[];
  const entries = fields.map((field) => [field, median(samples.map((sample) => sample[field]))]);
  return Object.fromEntries(entries) as Record<K, number>;
}
