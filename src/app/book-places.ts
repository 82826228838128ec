/** Pure questions about places in a book, asked by the reading page. */
import type { Book, Section, SentenceId } from '../book/book.ts';
import { type Locator, resolveLocator } from '../book/locator.ts';
import { findSentence, sectionsOf, sentencesOf } from '../book/walk.ts';

export interface OpeningPlace {
  /** The sentence to show and to go on from; `null` for the beginning. */
  readonly sentence: SentenceId | null;
  /** True where a place was named that the book doesn't have (any more). */
  readonly lost: boolean;
}

/** Where a book opens: at the address's sentence or section, else where reading stopped, else at the beginning. */
export function openingPlace(book: Book, fragment: string, kept: Locator | null): OpeningPlace {
  if (fragment !== '') {
    if (findSentence(book, fragment) !== null) return { sentence: fragment, lost: false };
    const first = firstSentenceOf(book, fragment);
    return { sentence: first, lost: first === null };
  }
  if (kept === null) return { sentence: null, lost: false };
  const place = resolveLocator(book, kept);
  return { sentence: place?.sentence ?? null, lost: place === null };
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

/** The id of the section that holds a sentence; `null` for the title and for an unknown sentence. */
export function sectionAt(book: Book, sentence: SentenceId): string | null {
  return findSentence(book, sentence)?.section?.id ?? null;
}

/** How much of the book lies before and in a sentence, 0 to 1. */
export function fractionAt(book: Book, sentence: SentenceId): number {
  const places = sentencesOf(book);
  const index = places.findIndex((place) => place.sentence.id === sentence);
  if (index <= 0) return 0;
  return index === places.length - 1 ? 1 : index / places.length;
}
