/** The texts that are measured: a built site's own plans, and longer ones made by repeating them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOOK_VERSION, type Book, type Section } from '../../src/book/book.ts';
import { parseBook } from '../../src/book/parse-book.ts';
import { mapSentences, sentencesOf } from '../../src/book/walk.ts';

export interface TextSize {
  /** UTF-16 code units. */
  readonly characters: number;
  readonly rubies: number;
}

/** The plans of a built site (`dist/books/`), in standard and in easy Japanese, by id. */
export function readPlans(dist: string): ReadonlyMap<string, Book> {
  const folder = join(dist, 'books');
  const books = readdirSync(folder)
    .filter((name) => /^plan-.*\.json$/u.test(name))
    .sort()
    .map((name) => {
      const parsed = parseBook(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.ok) throw new Error(`${name} is no book: ${JSON.stringify(parsed.error)}`);
      return [parsed.book.id, parsed.book] as const;
    });
  return new Map(books);
}

export function sizeOf(book: Book): TextSize {
  let characters = 0;
  let rubies = 0;
  for (const { sentence } of sentencesOf(book)) {
    characters += sentence.text.length;
    rubies += sentence.ruby.length;
  }
  return { characters, rubies };
}

/** The books one after the other as one, again and again until it is `enough`; every id is made unique. */
export function repeatBooks(id: string, books: readonly Book[], enough: (book: Book) => boolean): Book {
  const title = `長い本（${id}）`;
  let repeated: Book = {
    version: BOOK_VERSION,
    id,
    metadata: { title, language: 'ja', creators: [] },
    title: [{ id: 'bench-title', text: title, ruby: [], marks: [], words: [] }],
    sections: [],
  };
  for (let copy = 1; !enough(repeated); copy += 1) {
    const sections = books.flatMap((book) => renamed(book, `-${book.id}-${copy}`).sections);
    repeated = { ...repeated, sections: [...repeated.sections, ...sections] };
  }
  return repeated;
}

function renamed(book: Book, suffix: string): Book {
  const section = (one: Section): Section => ({
    ...one,
    id: one.id + suffix,
    blocks: one.blocks.filter(({ type }) => type !== 'page-break'),
    sections: one.sections.map(section),
  });
  const sentences = mapSentences(book, (sentence) => ({ ...sentence, id: sentence.id + suffix }));
  return { ...sentences, sections: sentences.sections.map(section) };
}

/** The first sentence of the book's text below its title and first heading: the words that a reader waits for. */
export function firstWords(book: Book): string {
  const place = sentencesOf(book).find(({ role }) => role !== 'title' && role !== 'heading');
  if (place === undefined) throw new Error(`${book.id} has no text`);
  return place.sentence.id;
}

/** Paragraphs of the content as its authors write it, again and again until there are so many characters. */
export function paragraphsOf(content: string, characters: number): readonly string[] {
  const lines = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => readFileSync(join(content, file), 'utf8').split('\n'))
    .filter((line) => /[぀-ヿ]/u.test(line) && line.length >= 20);
  if (lines.length === 0) throw new Error(`${content} has no text`);
  const paragraphs: string[] = [];
  for (let length = 0; length < characters; ) {
    const line = lines[paragraphs.length % lines.length] ?? '';
    paragraphs.push(line);
    length += line.length;
  }
  return paragraphs;
}
