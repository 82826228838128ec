/** A pronunciation lexicon (PLS 1.0, W3C 2008) for reading systems that speak with a voice of their own. */
import type { Book } from '../../book/book.ts';
import { sentencesOf } from '../../book/walk.ts';
import { element, xmlDocument } from '../xml/xml.ts';

/** JEITA IT-4006's katakana notation, the alphabet that Japanese voices take. */
const ALPHABET = 'x-JEITA';

/** The words of the book that somebody decided on, each with its one reading; `null` where there are none. */
export function writeLexicon(book: Book): string | null {
  const readings = new Map<string, Set<string>>();
  for (const { sentence } of sentencesOf(book)) {
    for (const { start, end, reading, origin } of sentence.ruby) {
      const surface = sentence.text.slice(start, end);
      const known = readings.get(surface) ?? new Set<string>();
      readings.set(surface, known.add(origin === 'analyzer' || origin === 'rule' ? '' : reading));
    }
  }
  // A word that is read in several ways in this book can't be told by a list of words.
  const decided = [...readings].flatMap(([surface, known]) => {
    const [reading = ''] = known;
    return known.size === 1 && reading !== '' && /^[ぁ-ゖァ-ヺー]+$/u.test(reading)
      ? [{ surface, reading }]
      : [];
  });
  if (decided.length === 0) return null;
  const lexemes = decided
    .sort((one, other) => (one.surface < other.surface ? -1 : 1))
    .map(({ surface, reading }) =>
      element('lexeme', {}, element('grapheme', {}, surface), element('phoneme', {}, katakana(reading))),
    );
  const root = element(
    'lexicon',
    {
      version: '1.0',
      alphabet: ALPHABET,
      'xml:lang': book.metadata.language,
      xmlns: 'http://www.w3.org/2005/01/pronunciation-lexicon',
    },
    lexemes,
  );
  return xmlDocument(root);
}

function katakana(reading: string): string {
  return reading.replace(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}
