import type { TextKey } from './use-text.ts';

/** The speed in words, so that the slider says more than a number. `rate` 0.5 to 4, 1 is the voice's own. */
export function rateWords(rate: number): {
  readonly key: TextKey;
  readonly parameters: { readonly rate: string };
} {
  const parameters = { rate: rate.toFixed(1) };
  if (rate < 0.75) return { key: 'player.rate-words.very-slow', parameters };
  if (rate < 0.95) return { key: 'player.rate-words.slow', parameters };
  if (rate < 1.1) return { key: 'player.rate-words.normal', parameters };
  if (rate < 2) return { key: 'player.rate-words.fast', parameters };
  return { key: 'player.rate-words.very-fast', parameters };
}
