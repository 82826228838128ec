/**
 * What the reader says a word is read as. A correction is of a surface, the word as it is written with its okurigana, and
 * holds at one place, in one book, or everywhere; `japanese/apply-corrections.ts` lays it over a Book.
 */
import type { Locator } from './locator.ts';

/** From the narrowest to the widest. */
export const CORRECTION_SCOPES = ['place', 'book', 'everywhere'] as const;

export type CorrectionScope = (typeof CORRECTION_SCOPES)[number];

/** What a correction says, before it is kept. */
export type CorrectionDraft = {
  /** As the text writes it, okurigana included: 行った. At most {@link LONGEST_SURFACE} code units. */
  readonly surface: string;
  /** Of the whole surface, in hiragana: いった. At most {@link LONGEST_READING} code units. */
  readonly reading: string;
  /** For whoever keeps a list of readings; often empty. */
  readonly note: string;
} & (
  | {
      readonly scope: 'place' | 'book';
      /** For `place` the very place. For `book` where it was made: the book is `at.book`. */
      readonly at: Locator;
    }
  | {
      readonly scope: 'everywhere';
      /** Where it was made; `null` where it came from a list. */
      readonly at: Locator | null;
    }
);

export type Correction = CorrectionDraft & {
  /** Of its scope, place and surface: what says otherwise of the same has the same id. See {@link correctionId}. */
  readonly id: string;
  /** Epoch milliseconds; 0 where it isn't known. */
  readonly created: number;
};

export const LONGEST_SURFACE = 100;
export const LONGEST_READING = 200;

const READING = /^(?=.*[ぁ-ゖ])[ぁ-ゖー・]+$/u;

/** True for what can be kept as a reading: hiragana, with ー and ・, and not too long. */
export function isReading(text: string): boolean {
  return text.length <= LONGEST_READING && READING.test(text);
}

/** True for what can be kept as a surface: some writing, not too long, no half of a surrogate pair. */
export function isSurface(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_SURFACE && !/\p{Surrogate}/u.test(text);
}

/** The same for two corrections of one surface with the same reach: the later one takes the earlier one's place. */
export function correctionId({ scope, surface, at }: CorrectionDraft): string {
  if (scope === 'everywhere' || at === null) return `everywhere:${surface}`;
  return scope === 'book'
    ? `book:${at.book}:${surface}`
    : `place:${at.book}#${at.sentence}.${at.offset}:${surface}`;
}
