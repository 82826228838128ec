/** Sentences and books for the press's tests. */
import { BOOK_VERSION, type Book, type Ruby, type Sentence } from '../../../src/book/book.ts';

export function sentence(text: string, ruby: readonly Ruby[] = [], id = 's-1'): Sentence {
  return { id, text, ruby, marks: [], words: [] };
}

export function ruby(start: number, end: number, reading: string, more: Partial<Ruby> = {}): Ruby {
  return { start, end, reading, origin: 'analyzer', confidence: 1, ...more };
}

/** A book of one chapter, in which every sentence is a paragraph. Ids count from `s-0`, the title's. */
export function bookOf(title: string, texts: readonly string[]): Book {
  return {
    version: BOOK_VERSION,
    id: 'book',
    metadata: { title, language: 'ja', creators: [] },
    title: [sentence(title, [], 's-0')],
    sections: [
      {
        id: 'sec-1',
        heading: [],
        blocks: texts.map((text, index) => ({
          type: 'paragraph',
          sentences: [sentence(text, [], `s-${index + 1}`)],
        })),
        sections: [],
      },
    ],
  };
}
