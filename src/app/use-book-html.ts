import { useEffect, useMemo, useState } from 'react';
import type { Book } from '../book/book.ts';
import type { Settings } from '../library/settings.ts';
import { isPlainLook, writeBookHtml } from './book-html.ts';
import type { Prerendered } from './services.ts';

type Script = (reading: string) => string;

/** kuroshiro's conversions are fetched when a reader first asks for them. */
const SCRIPTS: Readonly<Record<'katakana' | 'romaji', () => Promise<Script>>> = {
  katakana: async () => (await import('../japanese/kana.ts')).toKatakana,
  romaji: async () => (await import('../japanese/romaji.ts')).toRomaji,
};

/**
 * The book's HTML; `null` while there is none. What the page came with is right until a setting asks for other words
 * than it holds (readings for a screen reader, another script); from then on the HTML is written here.
 */
export function useBookHtml(
  id: string,
  book: Book | null,
  settings: Settings,
  prerendered: Prerendered | null,
): string | null {
  const { readingScript, screenReader } = settings;
  const [script, setScript] = useState<{ name: string; convert: Script } | null>(null);
  useEffect(() => {
    if (readingScript === 'hiragana') return setScript(null);
    let current = true;
    // Without a network and without the chunk the readings stay hiragana, which is a reading too.
    SCRIPTS[readingScript]().then(
      (convert) => current && setScript({ name: readingScript, convert }),
      () => current && setScript(null),
    );
    return () => {
      current = false;
    };
  }, [readingScript]);

  const convert = script?.name === readingScript ? script.convert : null;
  const own = prerendered !== null && prerendered.id === id;
  const [touched, setTouched] = useState(!own);
  const plain = isPlainLook({ screenReader, readingScript: convert });
  if (!plain && !touched) setTouched(true);
  return useMemo(() => {
    // The very string that the page came with: React takes the text over without looking into it.
    if (own && (!touched || book === null)) return prerendered.html;
    if (book === null) return null;
    return writeBookHtml(book, { screenReader, readingScript: convert });
  }, [own, touched, book, screenReader, convert, prerendered]);
}
