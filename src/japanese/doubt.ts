/** What is doubtful in a book's readings and why: for whoever settles them one after another. */
import type { Book, Fraction, Ruby, Sentence, SentenceId, TextRange, Utf16Offset } from '../book/book.ts';
import { sentencesOf } from '../book/walk.ts';
import { isKanji } from './kana.ts';

/** A reading that is less sure than this is doubtful. Above it are the dictionary's, the rules' and the lexicon's. */
export const DOUBTFUL: Fraction = 0.6;

/**
 * Why a reading is doubtful. `analyzers-disagree`: two dictionaries read the place differently. `two-readings`: the
 * dictionary has another reading that is nearly as likely, and no rule chose. `guessed`: put together from the parts of
 * a word that the dictionary doesn't have as a whole. `unknown-word`: read kanji by kanji. `no-reading`: nobody knows.
 */
export type DoubtReason = 'analyzers-disagree' | 'two-readings' | 'guessed' | 'unknown-word' | 'no-reading';

/**
 * A doubtful reading's confidence says why it is doubtful, so that a stored book needs nothing else to tell. All lie
 * below `DOUBTFUL`, the surer ones higher.
 */
export const DOUBT_CONFIDENCE: Readonly<Record<Exclude<DoubtReason, 'no-reading'>, Fraction>> = {
  'two-readings': 0.55,
  'analyzers-disagree': 0.5,
  guessed: 0.4,
  'unknown-word': 0.3,
};

/** One doubtful place: the base of a ruby, or kanji that have none. */
export interface Doubt {
  readonly sentence: SentenceId;
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
  /** The text from `start` to `end`. */
  readonly surface: string;
  /** What is shown now, in hiragana; empty for `no-reading`. */
  readonly reading: string;
  /** Other readings of the same base, likeliest first; may be empty. */
  readonly alternatives: readonly string[];
  readonly reason: DoubtReason;
  /** The word that the place belongs to, okurigana included; the place itself where it belongs to none. */
  readonly word: DoubtfulWord;
}

/** A word as one would put it into the lexicon. */
export interface DoubtfulWord extends TextRange {
  readonly surface: string;
  /** In hiragana; empty for `no-reading`. */
  readonly reading: string;
}

/** Every doubtful place of a book in reading order. What an author or a reader said is never in doubt. */
export function doubtsOf(book: Book): readonly Doubt[] {
  return sentencesOf(book).flatMap(({ sentence }) => doubtsIn(sentence));
}

/** The same for one sentence. */
export function doubtsIn(sentence: Sentence): readonly Doubt[] {
  const doubts = [
    ...sentence.ruby.filter(isDoubtful).map((ruby) => doubtOf(ruby, sentence)),
    ...unreadIn(sentence).map((range) => unread(range, sentence)),
  ];
  return doubts.sort((one, other) => one.start - other.start);
}

/** True where a ruby's reading wants a look. */
export function isDoubtful(ruby: Ruby): boolean {
  return ruby.origin !== 'author' && ruby.origin !== 'reader' && ruby.confidence < DOUBTFUL;
}

/** The same surface with the same reading, wherever it stands; in the order of the first of each. Never empty inside. */
export function groupDoubts(doubts: readonly Doubt[]): readonly (readonly Doubt[])[] {
  const groups = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const key = `${doubt.surface}\0${doubt.reading}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [doubt]);
    else group.push(doubt);
  }
  return [...groups.values()];
}

function doubtOf(ruby: Ruby, sentence: Sentence): Doubt {
  const { start, end, reading, alternatives = [] } = ruby;
  const surface = sentence.text.slice(start, end);
  const word = sentence.words.find((one) => one.start <= start && end <= one.end) ?? { start, end, reading };
  return {
    sentence: sentence.id,
    start,
    end,
    surface,
    reading,
    alternatives,
    reason: reasonOf(ruby.confidence),
    word: { ...word, surface: sentence.text.slice(word.start, word.end) },
  };
}

const REASONS = ['two-readings', 'analyzers-disagree', 'guessed', 'unknown-word'] as const;

/** The surest reason that the confidence reaches. */
function reasonOf(confidence: Fraction): DoubtReason {
  return REASONS.find((reason) => confidence >= DOUBT_CONFIDENCE[reason]) ?? 'unknown-word';
}

/** Stretches of kanji that no ruby covers. */
function unreadIn({ text, ruby }: Sentence): readonly TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  let next = 0;
  for (const char of text) {
    while ((ruby[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const end = at + char.length;
    if (isKanji(char) && (ruby[next]?.start ?? Number.POSITIVE_INFINITY) > at) {
      const last = ranges.at(-1);
      if (last?.end === at) last.end = end;
      else ranges.push({ start: at, end });
    }
    at = end;
  }
  return ranges;
}

function unread({ start, end }: TextRange, sentence: Sentence): Doubt {
  const surface = sentence.text.slice(start, end);
  const word = { start, end, surface, reading: '' };
  return {
    sentence: sentence.id,
    start,
    end,
    surface,
    reading: '',
    alternatives: [],
    reason: 'no-reading',
    word,
  };
}
