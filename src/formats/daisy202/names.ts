/** File names and ids within a DAISY 2.02 book: flat, lower case, 8.3 (specification §2.4, ISO 9660). */
import { type Chapter, chapterNumber } from '../chapters.ts';

export function smilName(chapter: Chapter): string {
  return `smil${chapterNumber(chapter)}.smil`;
}

export function textName(chapter: Chapter): string {
  return `text${chapterNumber(chapter)}.html`;
}

/** The id of the `par` that says a sentence or announces a page. */
export function parId(id: string): string {
  return `p-${id}`;
}

/** The id of the `text` within it, which the navigation points to. */
export function textId(id: string): string {
  return `t-${id}`;
}
