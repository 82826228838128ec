/** Readings for words that the dictionary doesn't have: from their parts, and from their kanji one by one. */
import type { Analyzer } from './analyzer.ts';
import { DOUBT_CONFIDENCE } from './doubt.ts';
import { hasKanji, isKana, isKanji, toHiragana } from './kana.ts';
import { KANJI_READINGS } from './kanji-readings.ts';
import { CONFIDENCE, changed, type Piece } from './pieces.ts';

/** Longer words are not looked up whole; the dictionary's longest are shorter. */
const LONGEST_WORD = 12;

/**
 * A word of two or three kanji that the dictionary doesn't have falls apart into kanji that it reads by themselves,
 * mostly in the native way (太祖 ふとし・そ). Read together they are almost always Sino-Japanese (たいそ).
 */
export function readCompounds(pieces: readonly Piece[], analyzer: Analyzer): readonly Piece[] {
  let result: Piece[] | null = null;
  for (let index = 0; index < pieces.length; index++) {
    const run = loneKanji(pieces, index);
    const reading = run.length < 2 || !isMisread(run) ? null : sinoJapanese(run, analyzer);
    const first = run[0];
    const last = run.at(-1);
    if (reading === null || first === undefined || last === undefined) {
      result?.push(...pieces.slice(index, index + Math.max(run.length, 1)));
    } else {
      const surface = run.map((piece) => piece.surface).join('');
      result ??= pieces.slice(0, index);
      result.push(
        changed(first, {
          surface,
          end: last.end,
          reading,
          baseForm: surface,
          posDetail: '一般',
          confidence: DOUBT_CONFIDENCE.guessed,
        }),
      );
    }
    index += Math.max(run.length, 1) - 1;
  }
  return result ?? pieces;
}

const LONGEST_COMPOUND = 3;
/** A given name after a family name, or before a title, is read in the native way as often as not. */
const TITLES = /^(?:氏|さん|ちゃん|君|くん|様|殿|先生)$/u;

const NONE: readonly Piece[] = [];

function loneKanji(pieces: readonly Piece[], from: number): readonly Piece[] {
  // Most words end the search here; a lone kanji by itself is no compound.
  if (!isLone(pieces[from]) || !isLone(pieces[from + 1])) return NONE;
  let end = from;
  while (end <= from + LONGEST_COMPOUND && isLone(pieces[end])) end += 1;
  if (end - from > LONGEST_COMPOUND) return NONE;
  const named = pieces[from - 1]?.posDetail.endsWith('人名-姓') === true || isTitle(pieces[end]);
  return named ? NONE : pieces.slice(from, end);
}

function isLone(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.surface.length === 1 &&
    piece.pos === '名詞' &&
    piece.origin === 'analyzer' &&
    isKanji(piece.surface) &&
    /^(?:一般|固有名詞|サ変接続)/u.test(piece.posDetail)
  );
}

function isTitle(piece: Piece | undefined): boolean {
  return piece !== undefined && TITLES.test(piece.surface);
}

/** Native and Sino-Japanese by turns, or a given name amid other nouns; two native nouns (足裏) belong together. */
function isMisread(run: readonly Piece[]): boolean {
  const native = run.filter((piece) => piece.reading !== null && !SINO_JAPANESE.test(piece.reading));
  return (
    native.length > 0 &&
    (native.length < run.length || native.some((piece) => piece.posDetail.includes('人名')))
  );
}

function sinoJapanese(run: readonly Piece[], analyzer: Analyzer): string | null {
  let reading = '';
  for (const { surface } of run) {
    const part = KANJI_READINGS.get(surface) ?? sinoReadings(surface, analyzer)[0];
    if (part === undefined) return null;
    reading += part;
  }
  return reading;
}

function sinoReadings(char: string, analyzer: Analyzer): readonly string[] {
  return analyzer
    .readingsOf(char)
    .map(toHiragana)
    .filter((reading) => SINO_JAPANESE.test(reading));
}

/** The pieces with a guess, marked by its low confidence, wherever a piece with kanji had no reading. */
export function guessUnknown(pieces: readonly Piece[], analyzer: Analyzer): readonly Piece[] {
  if (!pieces.some(isUnread)) return pieces;
  return joinUnknown(pieces).flatMap((piece) => (isUnread(piece) ? guess(piece, analyzer) : [piece]));
}

function isUnread({ reading, surface }: Piece): boolean {
  return reading === null && hasKanji(surface);
}

/**
 * An unknown kanji beside a lone known one is one word with it (協|働), because the dictionary cuts a word that it
 * doesn't have wherever it can.
 */
function joinUnknown(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    if (before !== undefined && belongTogether(before, piece)) {
      result[result.length - 1] = changed(before, {
        surface: before.surface + piece.surface,
        end: piece.end,
        reading: null,
        baseForm: before.surface + piece.surface,
        pos: '名詞',
        posDetail: '一般',
        confidence: CONFIDENCE.guess,
      });
    } else result.push(piece);
  }
  return result;
}

function belongTogether(before: Piece, piece: Piece): boolean {
  if (before.reading !== null && piece.reading !== null) return false;
  if (before.origin !== 'analyzer' || piece.origin !== 'analyzer') return false;
  // No word is longer; without the bound a text in another language would become one word, in quadratic time.
  if (before.surface.length + piece.surface.length > LONGEST_WORD) return false;
  if (![...before.surface].every(isKanji) || ![...piece.surface].every(isKanji)) return false;
  const lone = (one: Piece): boolean => one.surface.length === 1 && one.pos === '名詞';
  if (before.reading === null) return piece.reading === null || (lone(piece) && before.surface.length === 1);
  return piece.reading === null && piece.surface.length === 1 && lone(before);
}

function guess(piece: Piece, analyzer: Analyzer): readonly Piece[] {
  const parts: { readonly surface: string; readonly reading: string | null }[] = [];
  let at = 0;
  while (at < piece.surface.length) {
    const repeated = piece.surface.charAt(at) === '々' ? parts.at(-1)?.reading : undefined;
    const part =
      repeated === undefined
        ? longestKnown(piece.surface, at, analyzer)
        : { surface: '々', reading: repeated };
    parts.push(part);
    at += part.surface.length;
  }
  if (parts.some((part) => part.reading === null)) {
    let start = piece.start;
    return parts.map((part) => {
      const end = start + part.surface.length;
      const cut = changed(piece, { ...part, start, end, confidence: CONFIDENCE.guess });
      start = end;
      return cut;
    });
  }
  const reading = parts.map((part) => part.reading).join('');
  return [changed(piece, { reading, confidence: CONFIDENCE.guess })];
}

function longestKnown(
  text: string,
  at: number,
  analyzer: Analyzer,
): { readonly surface: string; readonly reading: string | null } {
  for (let end = Math.min(text.length, at + LONGEST_WORD); end > at + 1; end--) {
    const surface = text.slice(at, end);
    const reading = analyzer.readingsOf(surface)[0];
    if (reading !== undefined) return { surface, reading: toHiragana(reading) };
  }
  const char = text.charAt(at);
  if (isKana(char) && !isKanji(char)) return { surface: char, reading: toHiragana(char) };
  return {
    surface: char,
    reading: isKanji(char) ? guessKanji(char, text.length > 1 && !text.includes('々'), analyzer) : char,
  };
}

/** Within a word of several kanji the Sino-Japanese reading is likelier, and it has a shape of its own. */
export const SINO_JAPANESE = /^[ぁ-ん][ゃゅょ]?[いうんくきつち]?$/u;

function guessKanji(char: string, compound: boolean, analyzer: Analyzer): string | null {
  const listed = KANJI_READINGS.get(char);
  const readings = analyzer.readingsOf(char).map(toHiragana);
  if (compound)
    return listed ?? readings.find((reading) => SINO_JAPANESE.test(reading)) ?? readings[0] ?? null;
  return readings[0] ?? listed ?? null;
}
