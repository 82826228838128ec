/** Holds what Open JTalk said against what our engine reads: the words that it read otherwise. */
import type { Ruby, TextRange, Utf16Offset } from '../../book/book.ts';
import { placeMorphemes } from './align.ts';
import { soundOf } from './pronunciation.ts';
import type { ScriptLine, Substitution } from './script.ts';
import type { Morpheme } from './trace.ts';

export interface Misreading extends Substitution {
  /** What was said, in katakana; empty where the words couldn't be found in what was said. */
  readonly said: string;
}

/** A morpheme with its range in the sentence. */
export interface PlacedMorpheme extends Morpheme, TextRange {}

/** The morphemes of a line as ranges of the sentence; those that can't be placed are left out. */
export function inSentence(line: ScriptLine, morphemes: readonly Morpheme[]): readonly PlacedMorpheme[] {
  const ranges = placeMorphemes(line.text, morphemes);
  return morphemes.flatMap((morpheme, index) => {
    const range = ranges[index];
    if (range === undefined || range === null) return [];
    const start = line.offsets[range.start] ?? 0;
    // A word that was put in the place of others reaches to where the next character came from.
    const end = line.offsets[range.end] ?? start;
    return [{ ...morpheme, start, end: Math.max(start, end) }];
  });
}

/**
 * The stretches whose sound isn't that of `ruby`, drawn out to whole morphemes. `ruby` holds the readings of the whole
 * sentence, digits included; text without a ruby is its own reading where it is kana, and isn't compared elsewhere.
 */
export function misreadings(
  text: string,
  ruby: readonly Ruby[],
  spoken: readonly PlacedMorpheme[],
): readonly Misreading[] {
  const found: Misreading[] = [];
  for (const range of stretches(ruby, spoken)) {
    const wanted = readingOf(text, ruby, range.start, range.end);
    if (wanted === null) continue;
    const said = spoken
      .filter((one) => one.start < range.end && one.end > range.start)
      .map((one) => one.pronunciation)
      .join('');
    if (soundsAs(wanted, said)) continue;
    found.push({ ...range, surface: text.slice(range.start, range.end), reading: wanted.kana, said });
  }
  return found;
}

/** Every ruby with the morphemes that it touches, merged until none overlaps another. */
function stretches(ruby: readonly Ruby[], spoken: readonly TextRange[]): readonly TextRange[] {
  const ranges = [...spoken.filter((one) => one.end > one.start), ...ruby].sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number; read: boolean }[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    const read = 'reading' in range;
    if (last !== undefined && range.start < last.end) {
      last.end = Math.max(last.end, range.end);
      last.read ||= read;
    } else merged.push({ start: range.start, end: range.end, read });
  }
  return merged.filter((range) => range.read).map(({ start, end }) => ({ start, end }));
}

/** How a stretch should sound. */
interface Wanted {
  readonly kana: string;
  /** Where in `kana` a は or へ is the text's own, and so may be a particle. */
  readonly particles: ReadonlySet<number>;
}

/** The stretch in kana, or `null` where something other than kana has no ruby. */
function readingOf(text: string, ruby: readonly Ruby[], start: Utf16Offset, end: Utf16Offset): Wanted | null {
  let kana = '';
  const particles = new Set<number>();
  const add = (reading: string, base: string): void => {
    for (const char of reading.replaceAll('・', '')) {
      if ((char === 'は' || char === 'へ') && base.includes(char)) particles.add(kana.length);
      kana += char;
    }
  };
  let at = start;
  for (const one of ruby) {
    if (one.end <= start || one.start >= end) continue;
    add(text.slice(at, one.start), text.slice(at, one.start));
    add(one.reading, text.slice(one.start, one.end));
    at = one.end;
  }
  add(text.slice(at, end), text.slice(at, end));
  return /^[ぁ-ゖァ-ヺー]+$/u.test(kana) ? { kana, particles } : null;
}

/** Sounds are as long as the kana that they are made of, so they are compared place by place. */
function soundsAs({ kana, particles }: Wanted, said: string): boolean {
  const [one, other] = [spokenForm(kana), spokenForm(said)];
  return one.length === other.length && [...one].every((char, at) => isAlike(char, other.charAt(at), at));

  function isAlike(char: string, heard: string, at: number): boolean {
    if (char === heard) return true;
    if (!particles.has(at)) return false;
    return char === 'は' ? heard === 'わ' : char === 'へ' && (heard === 'え' || heard === 'ー');
  }
}

/** 言う is said ゆう, however it is written. */
function spokenForm(kana: string): string {
  return soundOf(kana).replaceAll('いう', 'ゆー');
}
