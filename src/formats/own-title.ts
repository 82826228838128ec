/** Every talking book has a title that can be shown, pointed to and listed: formats ask for one. */
import type { Book, Sentence } from '../book/book.ts';
import { textOf } from '../book/text.ts';
import { sectionsOf, sentencesOf } from '../book/walk.ts';

const UNTITLED = '無題';

/** The same book, with a title's sentence where it had none, and its metadata's title without white space around it. */
export function withOwnTitle(book: Book): Book {
  const said = textOf(book.title).trim();
  const named = book.metadata.title.trim().replace(/\s+/gu, ' ') || said.replace(/\s+/gu, ' ') || UNTITLED;
  const title: readonly Sentence[] =
    said === '' ? [{ id: freeId(book), text: named, ruby: [], marks: [], words: [] }] : book.title;
  return { ...book, metadata: { ...book.metadata, title: named }, title };
}

function freeId(book: Book): string {
  const taken = new Set([
    ...sectionsOf(book).map(({ section }) => section.id),
    ...sentencesOf(book).map(({ sentence }) => sentence.id),
  ]);
  let id = 'title';
  while (taken.has(id)) id += '-';
  return id;
}
