/** A book's links as they hold in a file of its own: the app's addresses aren't there. */
import type { Book, Mark } from '../book/book.ts';
import { mapSentences, sectionsOf, sentencesOf } from '../book/walk.ts';

/**
 * The same book whose links lead outward, or as `#id` to one of its own sections or sentences. Other links are plain text.
 */
export function withOwnLinks(book: Book): Book {
  const ids = new Set([
    ...sectionsOf(book).map(({ section }) => section.id),
    ...sentencesOf(book).map(({ sentence }) => sentence.id),
  ]);
  const own = `/read/${book.id}#`;
  const markOf = (mark: Mark): readonly Mark[] => {
    if (mark.type !== 'link' || /^(?:https?|mailto|tel):/iu.test(mark.href)) return [mark];
    const id = mark.href.startsWith(own) ? mark.href.slice(own.length) : mark.href.replace(/^#/u, '');
    return ids.has(id) ? [{ ...mark, href: `#${id}` }] : [];
  };
  return mapSentences(book, (sentence) =>
    sentence.marks.some((mark) => mark.type === 'link')
      ? { ...sentence, marks: sentence.marks.flatMap(markOf) }
      : sentence,
  );
}
