/** File names and ids within a DAISY 3 book. */
import { type Chapter, chapterNumber } from '../chapters.ts';

export const TEXT_NAME = 'text.xml';
export const PACKAGE_NAME = 'package.opf';
export const NCX_NAME = 'navigation.ncx';
export const RESOURCE_NAME = 'resource.res';

/** The kind of moment that a listener can leave out; an element's name of DTBook, as the specification asks. */
export const PAGE_TEST = 'pagenum';

export function smilName(chapter: Chapter): string {
  return `smil${chapterNumber(chapter)}.smil`;
}

/** The id of the `par` that says a sentence or announces a page. */
export function parId(id: string): string {
  return `p-${id}`;
}

/** What the text and the navigation name a moment by. */
export function momentAddress(chapter: Chapter, id: string): string {
  return `${smilName(chapter)}#${parId(id)}`;
}
