/** Which stretch of the text each of Open JTalk's words came from. */
import type { TextRange } from '../../book/book.ts';
import type { Morpheme } from './trace.ts';

/** Digits as the engine is given them: full-width, with their separators. */
const DIGITS = /[０-９][０-９，．]*/uy;

/**
 * The range of each morpheme in `text`, which is what the engine was given. Open JTalk writes digits as kanji numerals and
 * leaves out spaces; several morphemes of one number share its range. `null` where a morpheme can't be placed.
 */
export function placeMorphemes(text: string, morphemes: readonly Morpheme[]): readonly (TextRange | null)[] {
  const ranges: (TextRange | null)[] = [];
  let at = 0;
  for (let index = 0; index < morphemes.length; index++) {
    const surface = morphemes[index]?.surface ?? '';
    while (text.charAt(at) === '\u3000' && !surface.startsWith('\u3000')) at += 1;
    if (text.startsWith(surface, at)) {
      ranges.push({ start: at, end: at + surface.length });
      at += surface.length;
      continue;
    }
    DIGITS.lastIndex = at;
    const digits = DIGITS.exec(text)?.[0];
    if (digits === undefined) {
      const found = resync(text, at, surface);
      ranges.push(found === null ? null : { start: found, end: found + surface.length });
      if (found !== null) at = found + surface.length;
      continue;
    }
    const end = at + digits.length;
    const rest = numeralsIn(text, end, morphemes, index);
    for (let count = 0; count < rest; count++) ranges.push({ start: at, end });
    index += rest - 1;
    at = end;
  }
  return ranges;
}

/** How many morphemes from `index` on belong to the number that ends at `end`: up to the one that goes on from there. */
function numeralsIn(text: string, end: number, morphemes: readonly Morpheme[], index: number): number {
  let count = 1;
  for (;;) {
    const next = morphemes[index + count];
    if (next === undefined) return count;
    const isNumeral = /^[〇一二三四五六七八九十百千万億兆．・０-９，]+$/u.test(next.surface);
    if (!isNumeral) return count;
    // 10万: the 万 is the text's own.
    if (text.startsWith(next.surface, end) && !isNumeralOf(next.surface)) return count;
    if (text.startsWith(next.surface, end) && followsOn(text, end, morphemes, index + count)) return count;
    count += 1;
  }
}

function isNumeralOf(surface: string): boolean {
  return /^[一二三四五六七八九十百千．〇]+$/u.test(surface);
}

/** True where the morphemes from here on are the text from `end` on, as far as two of them tell. */
function followsOn(text: string, end: number, morphemes: readonly Morpheme[], index: number): boolean {
  const joined = (morphemes[index]?.surface ?? '') + (morphemes[index + 1]?.surface ?? '');
  return text.startsWith(joined, end);
}

/** How far ahead a lost thread is looked for, in code units. */
const REACH = 12;

function resync(text: string, at: number, surface: string): number | null {
  const found = text.indexOf(surface, at);
  return surface !== '' && found >= 0 && found - at <= REACH ? found : null;
}
