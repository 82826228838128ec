import { useEffect, useState } from 'react';
import type { Book } from '../book/book.ts';
import type { Settings } from '../library/settings.ts';
import type { Prerendered } from './services.ts';

/** What of the settings asks for other words than the pre-rendered page holds. */
type Look = Pick<Settings, 'screenReader' | 'readingScript' | 'phraseSpaces'>;

interface Written extends Look {
  readonly book: Book;
  readonly html: string;
}

/**
 * The book's HTML; `null` while there is none. What the page came with is right until a setting asks for other words
 * than it holds (readings for a screen reader, another script, spaces between phrases); from then on it is written
 * here. The writer, and kuroshiro's conversions, are fetched when they are first needed; until then what is there stays.
 * `corrected` says that the book is read otherwise than the page that it came with.
 */
export function useBookHtml(
  id: string,
  book: Book | null,
  settings: Settings,
  prerendered: Prerendered | null,
  corrected: boolean,
): string | null {
  const { readingScript, screenReader, phraseSpaces } = settings;
  const [written, setWritten] = useState<Written | null>(null);
  const came = prerendered !== null && prerendered.id === id ? prerendered.html : null;
  const plain = screenReader === 'kanji' && readingScript === 'hiragana' && !phraseSpaces;
  const needed = came === null || !plain || corrected || written !== null;

  useEffect(() => {
    if (book === null || !needed) return;
    let current = true;
    const write = async (): Promise<void> => {
      const { writeBookHtml } = await import('./book-html.ts');
      const html = writeBookHtml(book, {
        screenReader,
        readingScript: await scriptOf(readingScript),
        phrases: phraseSpaces,
      });
      if (current) setWritten({ book, screenReader, readingScript, phraseSpaces, html });
    };
    void write();
    return () => {
      current = false;
    };
  }, [book, needed, screenReader, readingScript, phraseSpaces]);

  // The same book in other words stays until the new ones are written.
  return written !== null && written.book.id === book?.id ? written.html : came;
}

/** Without a network and without the chunk the readings stay hiragana, which is a reading too. */
async function scriptOf(script: Settings['readingScript']): Promise<((reading: string) => string) | null> {
  try {
    if (script === 'katakana') return (await import('../japanese/kana.ts')).toKatakana;
    if (script === 'romaji') return (await import('../japanese/romaji.ts')).toRomaji;
  } catch {
    return null;
  }
  return null;
}
