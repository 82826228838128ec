/** Finds the counter behind a number, and reads the two together with the sound changes between them. */
import { COUNTER_ROWS, type Counter, type CounterSound } from './counter-table.ts';

/** The counters by their text, the longest first where one begins another. */
const COUNTERS: readonly Counter[] = COUNTER_ROWS.map(([text, reading, sound, extra]) => ({
  text,
  reading,
  sound,
  ...extra,
})).sort((one, other) => other.text.length - one.text.length);

const BY_FIRST = new Map<string, Counter[]>();
for (const counter of COUNTERS) {
  const first = counter.text.charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), counter]);
}

/** The longest counter that the text has at `at`, or `null`. */
export function counterAt(text: string, at: number): Counter | null {
  const candidates = BY_FIRST.get(text.charAt(at)) ?? [];
  return candidates.find((counter) => text.startsWith(counter.text, at)) ?? null;
}

/** The last spoken part of a number, which alone decides the sound: a digit from 1 to 9, 十, 百, 千 or 万. */
function lastPart(reading: string): string {
  const parts: readonly (readonly [RegExp, string])[] = [
    [/いち$/u, '1'],
    [/さん$/u, '3'],
    [/よん$/u, '4'],
    [/ろく$/u, '6'],
    [/なな$/u, '7'],
    [/はち$/u, '8'],
    [/きゅう$/u, '9'],
    [/じゅう$/u, '10'],
    [/(?:ひゃく|びゃく|ぴゃく)$/u, '100'],
    [/(?:せん|ぜん)$/u, '1000'],
    [/まん$/u, '10000'],
    [/なん$/u, '何'],
  ];
  return parts.find(([end]) => end.test(reading))?.[1] ?? '';
}

const DOUBLED: Readonly<Record<string, readonly [RegExp, string]>> = {
  '1': [/いち$/u, 'いっ'],
  '6': [/ろく$/u, 'ろっ'],
  '8': [/はち$/u, 'はっ'],
  '10': [/じゅう$/u, 'じゅっ'],
  '100': [/く$/u, 'っ'],
};

const DOUBLES: Readonly<Record<CounterSound, readonly string[]>> = {
  plain: [],
  k: ['1', '6', '8', '10', '100'],
  s: ['1', '8', '10'],
  t: ['1', '8', '10'],
  h: ['1', '6', '8', '10', '100'],
  f: ['1', '6', '8', '10', '100'],
  p: ['10'],
};

const HALF_VOICED: Readonly<Record<string, string>> = { は: 'ぱ', ひ: 'ぴ', ふ: 'ぷ', へ: 'ぺ', ほ: 'ぽ' };
const VOICED: Readonly<Record<string, string>> = { は: 'ば', ひ: 'び', ふ: 'ぶ', へ: 'べ', ほ: 'ぼ' };

/** Number and counter as they are read one after the other: 6 + 本 ろっ・ぽん, 3 + 階 さん・がい. */
export function joinCounter(number: string, counter: Counter): readonly [number: string, counter: string] {
  const last = lastPart(number);
  const irregular = counter.irregular?.[last];
  if (irregular !== undefined) {
    const [head, tail] = irregular;
    return [number.replace(/(?:よん|なな|きゅう|ろく|さん)$/u, head), tail === '' ? counter.reading : tail];
  }
  if ((last === '3' || last === '何') && counter.voicedAfterThree !== undefined) {
    return [number, counter.voicedAfterThree];
  }
  const { reading, sound } = counter;
  const first = reading.charAt(0);
  const rest = reading.slice(1);
  if (DOUBLES[sound].includes(last)) {
    const [end, doubled] = DOUBLED[last] ?? [/$/u, ''];
    const soft = sound === 'h' || sound === 'f' ? (HALF_VOICED[first] ?? first) : first;
    return [number.replace(end, doubled), soft + rest];
  }
  if (sound === 'h' && ['3', '1000', '10000', '何'].includes(last))
    return [number, (VOICED[first] ?? first) + rest];
  if (sound === 'f' && ['3', '4', '1000', '10000', '何'].includes(last)) {
    return [number, (HALF_VOICED[first] ?? first) + rest];
  }
  return [number, reading];
}
