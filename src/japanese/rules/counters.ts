/** Finds the counter behind a number, and reads the two together with the sound changes between them. */
import { COUNTERS, type Counter, type CounterSound } from './counter-table.ts';
import { UNIT_COUNTERS } from './unit-counters.ts';
import { isDigitAt } from './written-number.ts';

const BY_FIRST = new Map<string, Counter[]>();
for (const counter of [...COUNTERS, ...UNIT_COUNTERS].sort(longestFirst)) {
  const first = counter.text.charAt(0);
  const group = BY_FIRST.get(first);
  if (group === undefined) BY_FIRST.set(first, [counter]);
  else group.push(counter);
}

function longestFirst(one: Counter, other: Counter): number {
  return other.text.length - one.text.length;
}

/** か is written in these ways, and before these it counts: 3か所, 5ヵ年. */
const KA: ReadonlySet<number> = new Set([...'かカヵヶケ箇'].map((char) => char.charCodeAt(0)));
const KA_COUNTERS: readonly Counter[] = [
  '所=しょ',
  '月=げつ',
  '月間=げつかん',
  '月半=げつはん',
  '月児=げつじ',
  '年=ねん',
  '年間=ねんかん',
  '国=こく',
  '国語=こくご',
  '条=じょう',
  '町=ちょう',
  '村=そん',
  '寺=じ',
  '店=てん',
  '院=いん',
  '校=こう',
  '郡=ぐん',
  '島=とう',
]
  .map((row) => {
    const [text = '', reading = ''] = row.split('=');
    return { text, reading: `か${reading}`, sound: 'k' as const };
  })
  .sort(longestFirst);

/** 目 behind a counter makes it ordinal, unless a word begins with it. */
const ORDINAL = /目(?![的標安前録次指線立処])/uy;
/** What 目 doesn't follow, since it means something of its own there (分目, 割り目). */
const NO_ORDINAL: ReadonlySet<string> = new Set(['％', '円', '月', '時', '度', '番', '代', '段', '丁', '項']);

const NONE: readonly Counter[] = [];

/** All counters that the text may have at `at`, the longest first. */
export function countersAt(text: string, at: number): readonly Counter[] {
  const plain = plainCounters(text, at);
  if (!plain.some((counter) => text[at + counter.text.length] === '目')) return plain;
  const ordinal = plain.flatMap((counter) => {
    const end = at + counter.text.length;
    const follows = text[end] === '目' && !NO_ORDINAL.has(counter.text) && matches(ORDINAL, text, end);
    return follows
      ? [{ ...counter, text: `${counter.text}目`, reading: `${counter.reading}め`, ...afterMe(counter) }]
      : [];
  });
  return ordinal.length === 0 ? plain : [...ordinal, ...plain].sort(longestFirst);
}

function afterMe(counter: Counter): Partial<Counter> {
  return counter.afterThree === undefined ? {} : { afterThree: `${counter.afterThree}め` };
}

function plainCounters(text: string, at: number): readonly Counter[] {
  const group = BY_FIRST.get(text.charAt(at));
  const listed =
    group?.filter(
      ({ text: counter }) =>
        text.startsWith(counter, at) && !splitsLetters(text, at, counter) && !isVerb(text, at, counter),
    ) ?? NONE;
  if (!KA.has(text.charCodeAt(at))) return listed;
  const written = text.charAt(at);
  const found = KA_COUNTERS.filter((counter) => text.startsWith(counter.text, at + 1)).map((counter) => ({
    ...counter,
    text: written + counter.text,
  }));
  return [...found, ...listed];
}

/** 5m is metres; 5men isn't, nor is the W of 5W1H watts. */
function splitsLetters(text: string, at: number, counter: string): boolean {
  const end = at + counter.length;
  if (!isLetter(text.charCodeAt(end - 1))) return false;
  if (/^[WVＷＶ]$/u.test(counter)) return isDigitAt(text, end) || isLetter(text.charCodeAt(end));
  return isLetter(text.charCodeAt(end)) || text[end] === '＆';
}

/** 三本立ての映画 has a counter, 柱を三本立てた a verb behind one. */
function isVerb(text: string, at: number, counter: string): boolean {
  return (
    counter.endsWith('て') &&
    /[立建]て$/u.test(counter) &&
    /[てたまらるよ]/u.test(text.charAt(at + counter.length))
  );
}

function isLetter(unit: number): boolean {
  const folded = unit >= 0xff21 ? unit - 0xfee0 : unit;
  return (folded >= 0x41 && folded <= 0x5a) || (folded >= 0x61 && folded <= 0x7a);
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The longest counter that the text has at `at`, or `null`. */
export function counterAt(text: string, at: number): Counter | null {
  return countersAt(text, at)[0] ?? null;
}

/** The last spoken part of a number, which alone decides the sound, by its ending. */
const LAST_PARTS: readonly (readonly [ending: string, part: string])[] = [
  ['いち', '1'],
  ['さん', '3'],
  ['よん', '4'],
  ['ろく', '6'],
  ['なな', '7'],
  ['はち', '8'],
  ['じゅう', '10'],
  ['きゅう', '9'],
  ['ひゃく', '100'],
  ['びゃく', '100'],
  ['ぴゃく', '100'],
  ['せん', '1000'],
  ['ぜん', '1000'],
  ['まん', '10000'],
  ['なん', '何'],
  ['ぜろ', '0'],
];

function lastPart(reading: string): readonly [ending: string, part: string] {
  return LAST_PARTS.find(([ending]) => reading.endsWith(ending)) ?? ['', ''];
}

const DOUBLES: Readonly<Record<CounterSound, readonly string[]>> = {
  plain: [],
  k: ['1', '6', '8', '10', '100'],
  s: ['1', '8', '10'],
  t: ['1', '8', '10'],
  h: ['1', '6', '8', '10', '100'],
  f: ['1', '6', '8', '10', '100'],
  loan: ['6', '10', '100'],
  noun: ['10'],
};

/** Sounds that a doubled consonant can stand before. */
const DOUBLING = /^[かきくけこさしすせそたちつてとぱぴぷぺぽは-ほ]/u;
const SOFT = 'はひふへほ';
const HALF_VOICED = 'ぱぴぷぺぽ';
const VOICED = 'ばびぶべぼ';

/** Number and counter as they are read one after the other: 6 + 本 ろっ・ぽん, 3 + 階 さん・がい. */
export function joinCounter(number: string, counter: Counter): readonly [number: string, counter: string] {
  const { reading, sound } = counter;
  const [ending, part] = lastPart(number);
  const head = number.slice(0, number.length - ending.length);
  const alone = head === '' ? counter.alone?.[part] : undefined;
  const digit = alone ?? counter.digits?.[part];
  if (digit !== undefined) return [head + digit, reading];
  if ((part === '3' || part === '何') && counter.afterThree !== undefined)
    return [number, counter.afterThree];
  const softens = sound === 'h' || sound === 'f';
  if (DOUBLES[sound].includes(part) && doubles(reading, sound)) {
    // いち, はち and じゅう, and ろく and ひゃく, all give up their last sound.
    return [`${number.slice(0, -1)}っ`, softens ? replaceFirst(reading, HALF_VOICED) : reading];
  }
  if (sound === 'h' && ['3', '1000', '10000', '何'].includes(part)) {
    return [number, replaceFirst(reading, VOICED)];
  }
  if (sound === 'f' && ['3', '4', '1000', '10000', '何'].includes(part)) {
    return [number, replaceFirst(reading, HALF_VOICED)];
  }
  return [number, reading];
}

/** A noun in は and the like stays as it is, and so does the number before it: じゅうほうこう. */
function doubles(reading: string, sound: CounterSound): boolean {
  if (sound === 'noun' && SOFT.includes(reading.charAt(0))) return false;
  return DOUBLING.test(reading);
}

function replaceFirst(reading: string, row: string): string {
  const place = SOFT.indexOf(reading.charAt(0));
  return place < 0 ? reading : row.charAt(place) + reading.slice(1);
}
