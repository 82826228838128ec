/** What a press on the text selects: words as one says them, with what inflects them and with their suffixes. */
import type { Utf16Offset, Word } from '../book/book.ts';
import { hasKanji, isKanji } from './kana.ts';
import type { Piece } from './pieces.ts';

/**
 * The words that may hold a ruby: each piece with kanji; after a verb or an adjective what inflects it (支え|合い,
 * 踏まえ|た), after a noun its suffix (協議|会, 川崎|市). `offsets` leads from the pieces' text to the source.
 */
export function wordsOf(pieces: readonly Piece[], offsets: readonly Utf16Offset[]): Word[] {
  const words: Word[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined || piece.reading === null) continue;
    if (!hasKanji(piece.surface) && piece.number === undefined) continue;
    let { end, reading } = piece;
    let last = piece;
    for (;;) {
      const next = pieces[index + 1];
      if (next === undefined || next.reading === null || !(inflects(last, next) || isSuffix(last, next)))
        break;
      reading += next.reading;
      end = next.end;
      last = next;
      index += 1;
    }
    words.push({ start: offsets[piece.start] ?? 0, end: offsets[end] ?? 0, reading });
  }
  return words;
}

function inflects(word: Piece, next: Piece): boolean {
  if (word.pos === '名詞') return false;
  if (word.pos === '動詞' && next.pos === '動詞') {
    const compound = word.form === '連用形' && hasKanji(next.surface);
    return compound || next.posDetail.startsWith('接尾');
  }
  const inflected = word.pos === '動詞' || word.pos === '形容詞' || word.pos === '助動詞';
  if (!inflected) return false;
  return (
    next.pos === '助動詞' ||
    (word.pos !== '助動詞' && next.pos === '助詞' && (next.surface === 'て' || next.surface === 'で'))
  );
}

/** A suffix of kanji; titles (さん, 氏) and counters are words of their own. */
function isSuffix(noun: Piece, next: Piece): boolean {
  if (noun.pos !== '名詞' || noun.number !== undefined || next.number !== undefined) return false;
  if (!next.posDetail.startsWith('接尾') || !isKanji(next.surface) || !isKanji(noun.surface)) return false;
  return !next.posDetail.startsWith('接尾-人名') && !next.posDetail.startsWith('接尾-助数詞');
}
