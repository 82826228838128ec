/** Rubies and words from pieces whose readings are settled. Offsets here are those of the normalised text. */
import type { Ruby, Word } from '../book/book.ts';
import { type AlignedRuby, alignReading, type KnowsReading } from './align.ts';
import type { Analyzer } from './analyzer.ts';
import { hasKanji, isKanji, toHiragana } from './kana.ts';
import type { Piece } from './pieces.ts';

/** `irregular`: digits have ruby only where they are read unlike themselves. `always`: a number is one ruby. */
export type DigitRuby = 'irregular' | 'always';

const MOST_ALTERNATIVES = 3;

/** The rubies of one piece in order. */
export function rubiesOf(piece: Piece, analyzer: Analyzer, digits: DigitRuby): readonly Ruby[] {
  if (piece.number !== undefined && piece.origin === 'rule') return numberRubies(piece, digits);
  if (piece.reading === null || !hasKanji(piece.surface)) return [];
  const { origin, confidence } = piece;
  return spellingsOf(piece.surface, piece.reading, analyzer).map(({ start, end, reading, alternatives }) => ({
    start: piece.start + start,
    end: piece.start + end,
    reading,
    origin,
    confidence,
    ...(origin !== 'lexicon' && alternatives.length > 0 && { alternatives }),
  }));
}

interface Spelling extends AlignedRuby {
  /** The dictionary's other readings of the same word, as far as they lie over the same stretch. */
  readonly alternatives: readonly string[];
}

/** The same words come again and again: what was worked out is kept, until it is too much. */
const MOST_SPELLINGS = 20_000;
const spellings = new WeakMap<Analyzer, Map<string, readonly Spelling[]>>();

function spellingsOf(surface: string, reading: string, analyzer: Analyzer): readonly Spelling[] {
  let known = spellings.get(analyzer);
  if (known === undefined || known.size >= MOST_SPELLINGS) {
    known = new Map();
    spellings.set(analyzer, known);
  }
  const key = `${surface}\0${reading}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const spelled = spell(surface, reading, analyzer);
  known.set(key, spelled);
  return spelled;
}

function spell(surface: string, reading: string, analyzer: Analyzer): readonly Spelling[] {
  const knows: KnowsReading = (kanji, part) =>
    analyzer.readingsOf(kanji).some((known) => toHiragana(known) === part);
  const aligned = alignReading(surface, reading, knows);
  if (aligned.length === 0) return [];
  const others = analyzer
    .readingsOf(surface)
    .map((other) => alignReading(surface, other).map((ruby) => ruby.reading))
    .filter((readings) => readings.length === aligned.length);
  return aligned.map((ruby, index) => {
    const said = others.map((other) => other[index] ?? '');
    const unique = new Set(said.filter((one) => one !== '' && one !== ruby.reading));
    return { ...ruby, alternatives: [...unique].slice(0, MOST_ALTERNATIVES) };
  });
}

function numberRubies(piece: Piece, digits: DigitRuby): readonly Ruby[] {
  const { number } = piece;
  if (number === undefined || piece.reading === null) return [];
  const ruby = (start: number, end: number, reading: string): Ruby => ({
    start: piece.start + start,
    end: piece.start + end,
    reading,
    origin: 'rule',
    confidence: piece.confidence,
  });
  const { surface } = piece;
  if (number.irregular && number.counter !== '') return [ruby(0, number.length, number.number)];
  const whole = number.irregular || (digits === 'always' && number.digits);
  if (whole) return [ruby(0, surface.length, piece.reading)];
  const written = surface.slice(number.length);
  const counter = (hasKanji(written) ? alignReading(written, number.counter) : []).map((part) =>
    ruby(number.length + part.start, number.length + part.end, part.reading),
  );
  return number.digits
    ? kanjiUnits(piece, counter, ruby)
    : [ruby(0, number.length, number.number), ...counter];
}

/** In 150万人 the digits stay bare, but 万 is a kanji. */
function kanjiUnits(
  piece: Piece,
  counter: readonly Ruby[],
  ruby: (start: number, end: number, reading: string) => Ruby,
): readonly Ruby[] {
  const length = piece.number?.length ?? 0;
  const units: Ruby[] = [];
  for (let at = 0; at < length; at++) {
    const reading = { 十: 'じゅう', 百: 'ひゃく', 千: 'せん', 万: 'まん', 億: 'おく', 兆: 'ちょう' }[
      piece.surface.charAt(at)
    ];
    if (reading !== undefined) units.push(ruby(at, at + 1, reading));
  }
  return [...units, ...counter];
}

/**
 * The words that hold a ruby: each piece with kanji; after a verb or an adjective what inflects it (支え|合い,
 * 踏まえ|た), after a noun its suffix (協議|会, 川崎|市), so that a press selects the word as one says it.
 */
export function wordsOf(pieces: readonly Piece[]): readonly Word[] {
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
    words.push({ start: piece.start, end, reading });
  }
  return words;
}

function inflects(word: Piece, next: Piece): boolean {
  if (word.pos === '動詞' && next.pos === '動詞') {
    const compound = word.form === '連用形' && hasKanji(next.surface);
    return compound || next.posDetail.startsWith('接尾');
  }
  const inflected = word.pos === '動詞' || word.pos === '形容詞' || word.pos === '助動詞';
  if (!inflected) return false;
  return (
    next.pos === '助動詞' || (word.pos !== '助動詞' && next.pos === '助詞' && /^[てで]$/u.test(next.surface))
  );
}

/** A suffix of kanji; titles (さん, 氏) and counters are words of their own. */
function isSuffix(noun: Piece, next: Piece): boolean {
  if (noun.pos !== '名詞' || noun.number !== undefined || next.number !== undefined) return false;
  return /^接尾(?!-(?:人名|助数詞))/u.test(next.posDetail) && isKanji(next.surface) && isKanji(noun.surface);
}
