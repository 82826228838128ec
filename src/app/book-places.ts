/** Pure questions about places in a book, asked by the reading page. */
import type { Book, Section, Sentence, SentenceId } from '../book/book.ts';
import { QUOTE_LENGTH, resolveLocator } from '../book/locator.ts';
import { toRubyNotation } from '../book/ruby-notation.ts';
import { findSentence, sectionsOf, sentencesOf, walkSentences } from '../book/walk.ts';
import { createPlace, type Place } from '../library/places.ts';
import type { PlayerSpot } from '../narration/player.ts';
import type { Spot } from '../narration/spoken-from.ts';

export interface OpeningPlace {
  /** The sentence to show and to go on from; `null` for the beginning. */
  readonly sentence: SentenceId | null;
  /** Where in the sentence one stopped listening; `null` where that isn't known, or not asked for. */
  readonly spot: Spot | null;
  /** True where a place was named that the book doesn't have (any more). */
  readonly lost: boolean;
}

/** Where a book opens: at the address's sentence or section, else where reading stopped, else at the beginning. */
export function openingPlace(book: Book, fragment: string, kept: Place | null): OpeningPlace {
  if (fragment !== '') {
    if (findSentence(book, fragment) !== null) return { sentence: fragment, spot: null, lost: false };
    const first = firstSentenceOf(book, fragment);
    return { sentence: first, spot: null, lost: first === null };
  }
  if (kept === null) return { sentence: null, spot: null, lost: false };
  const place = resolveLocator(book, kept.locator);
  if (place === null) return { sentence: null, spot: null, lost: true };
  // Seconds are of the very sentence that was recorded, not of one like it.
  return { sentence: place.sentence, spot: place.exact ? spotOf(kept) : null, lost: false };
}

/**
 * What an address with a place in it leaves behind: the place in that book, and the one in the book that was open before on
 * the same page, which comes last. `book` and `sentence` are the address's; `latest` is of all books; `since` is when the
 * page was opened, in epoch milliseconds.
 */
export function leftBehind(
  book: string,
  sentence: SentenceId | null,
  kept: Place | null,
  latest: Place | null,
  since = performance.timeOrigin,
): readonly Place[] {
  const own = kept === null || kept.locator.sentence === sentence ? [] : [kept];
  const isOther = latest !== null && latest.locator.book !== book && latest.updated >= since;
  return isOther ? [...own, latest] : own;
}

/** Where in its sentence a kept place is, for the player; `null` for the sentence's start. */
export function spotOf({ locator, seconds }: Place): Spot | null {
  if (locator.offset === 0 && !seconds) return null;
  return { ...(locator.offset > 0 && { offset: locator.offset }), ...(seconds && { seconds }) };
}

/** The first sentence of a section, its heading where it has one; `null` for an unknown or empty section. */
export function firstSentenceOf(book: Book, sectionId: string): SentenceId | null {
  const within = new Set<Section>();
  const add = (section: Section): void => {
    within.add(section);
    section.sections.forEach(add);
  };
  const found = sectionsOf(book).find(({ section }) => section.id === sectionId);
  if (found === undefined) return null;
  add(found.section);
  const place = sentencesOf(book).find(({ section }) => section !== null && within.has(section));
  return place?.sentence.id ?? null;
}

interface Known {
  readonly sentence: Sentence;
  readonly section: Section | null;
  /** Its number in reading order, from 0. */
  readonly index: number;
}

const known = new WeakMap<Book, ReadonlyMap<SentenceId, Known>>();

/** Every sentence by its id. Made once for a book: places are asked for each second, also in books of ten thousand sentences. */
function sentencesById(book: Book): ReadonlyMap<SentenceId, Known> {
  const there = known.get(book);
  if (there !== undefined) return there;
  const made = new Map<SentenceId, Known>();
  walkSentences(book, ({ sentence, section }) => {
    if (!made.has(sentence.id)) made.set(sentence.id, { sentence, section, index: made.size });
  });
  known.set(book, made);
  return made;
}

/** The id of the section that holds a sentence; `null` for the title and for an unknown sentence. */
export function sectionAt(book: Book, sentence: SentenceId): string | null {
  return sentencesById(book).get(sentence)?.section?.id ?? null;
}

/** The heading above a sentence, in ruby notation; `null` where there is none. */
export function chapterAt(book: Book, sentence: SentenceId): string | null {
  const heading = sentencesById(book).get(sentence)?.section?.heading ?? [];
  return heading.map(({ text, ruby }) => toRubyNotation(text, ruby)).join('') || null;
}

/** How much of the book lies before and in a sentence, 0 to 1. */
export function fractionAt(book: Book, sentence: SentenceId): number {
  const all = sentencesById(book);
  const index = all.get(sentence)?.index ?? 0;
  if (index === 0) return 0;
  return index === all.size - 1 ? 1 : index / all.size;
}

/** Where one is in a book, as it is kept; `null` where the book has no such sentence. `now` is in epoch milliseconds. */
export function placeAt(
  book: Book,
  sentence: SentenceId,
  spot: Partial<Pick<PlayerSpot, 'offset' | 'seconds'>> = {},
  now = Date.now(),
): Place | null {
  const found = sentencesById(book).get(sentence);
  if (found === undefined) return null;
  const { text } = found.sentence;
  const offset = Math.min(spot.offset ?? 0, text.length);
  const chapter = chapterAt(book, sentence);
  return createPlace(
    { book: book.id, sentence, offset, quote: text.slice(0, QUOTE_LENGTH) },
    fractionAt(book, sentence),
    now,
    {
      title: book.metadata.title,
      ...(spot.seconds != null && { seconds: spot.seconds }),
      ...(chapter !== null && { chapter }),
    },
  );
}
