import type { SentenceId } from '../book/book.ts';
import type { StatusMessage } from './status-line.tsx';

/** Puts the address of a sentence onto the clipboard; where that isn't allowed, shows it to be copied by hand. */
export async function shareSentence(book: string, sentence: SentenceId): Promise<StatusMessage> {
  const address = new URL(`/read/${book}#${sentence}`, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    return { key: 'reader.word.shared' };
  } catch {
    return { key: 'reader.word.share-failed', detail: address };
  }
}
