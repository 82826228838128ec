/** What is marked on the screen while it is said, and who follows it. */
import type { SentenceId, TextRange } from '../book/book.ts';

/** `range` is the word that is being said, where the voice tells; `null` marks the sentence as a whole. */
export type MarkListener = (sentence: SentenceId, range: TextRange | null) => void;

export interface Marks {
  /** The same sentence as a whole is told once only. */
  mark(sentence: SentenceId, range: TextRange | null): void;
  /** The word that is marked in a sentence; `null` where none is. */
  word(sentence: SentenceId): TextRange | null;
  /** True until something has been marked. */
  isEmpty(): boolean;
  /** The returned function ends it. */
  listen(listener: MarkListener): () => void;
  /** Nobody is told any more. */
  clear(): void;
}

export function createMarks(): Marks {
  const listeners = new Set<MarkListener>();
  let marked: { readonly sentence: SentenceId; readonly word: TextRange | null } | null = null;
  return {
    mark: (sentence, range) => {
      if (range === null && marked?.sentence === sentence && marked.word === null) return;
      marked = { sentence, word: range };
      for (const listener of [...listeners]) listener(sentence, range);
    },
    word: (sentence) => (marked?.sentence === sentence ? marked.word : null),
    isEmpty: () => marked === null,
    listen: (listener) => {
      // Wrapped, so that the same function given twice is told twice.
      const own: MarkListener = (sentence, range) => listener(sentence, range);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    clear: () => listeners.clear(),
  };
}
