import type { Book } from '../book/book.ts';
import { type HtmlOptions, writeArticle, writeSentences } from '../formats/html/write-html.ts';

/** What of the settings changes the text's HTML, beside what styles do. */
interface BookLook {
  readonly screenReader: 'kanji' | 'readings' | 'plain';
  /** Converts a hiragana reading; `null` leaves it. */
  readonly readingScript: ((reading: string) => string) | null;
  /** Sets phrases apart; not by default. */
  readonly phrases?: boolean;
}

/** The inside of the page's `<article>`: the title, what the book is, and its sections. */
export function writeBookHtml(book: Book, look: BookLook): string {
  const options: HtmlOptions = {
    screenReader: look.screenReader,
    phrases: look.phrases ?? false,
    ...(look.readingScript !== null && { readingScript: look.readingScript }),
  };
  const [title, ...rest] = book.title;
  const heading = title === undefined ? '' : `<h1>${writeSentences([title], options)}</h1>`;
  const subtitle = rest.length === 0 ? '' : `<p class="subtitle">${writeSentences(rest, options)}</p>`;
  return `<header>${heading}${subtitle}</header>${writeArticle(book, options)}`;
}
