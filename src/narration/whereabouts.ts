/** "Where am I?": chapter, page, how much lies behind, how long the rest takes; as data, and as a sentence for a voice. */
import type { Seconds, Sentence } from '../book/book.ts';
import { toRubyNotation } from '../book/ruby-notation.ts';
import { textOf } from '../book/text.ts';
import { speechText } from '../japanese/speech-text.ts';
import { type BookMap, chapterAt, pageAt } from './book-map.ts';
import { clampRate } from './estimate.ts';
import { type MoveTarget, secondsOf } from './moves.ts';
import type { PlayerSpot } from './player.ts';

/** A heading as it is written, as it is shown, and as it is said. */
export interface SaidTitle {
  readonly text: string;
  /** In ruby notation. */
  readonly notation: string;
  /** With what a voice would read otherwise in kana, and numbers in words. */
  readonly spoken: string;
}

export interface Whereabouts {
  /** The top section's heading; `null` where there is none. */
  readonly chapter: SaidTitle | null;
  /** The page's label as printed; `null` where the book has no pages, or before the first. */
  readonly page: string | null;
  /** How much of the time lies behind, 0 to 100, whole; 100 is never said before the last sentence. */
  readonly percent: number;
  /** At the present rate. */
  readonly secondsLeft: Seconds;
}

/** How the rest will be said. */
interface Pace {
  readonly rate: number;
  /** The silence that the reader has asked for after each sentence. */
  readonly sentencePause?: Seconds;
  /** How often each sentence is said. */
  readonly times?: number;
}

/** A place that isn't spoken counts as the book's beginning. */
export function whereabouts(
  map: BookMap,
  here: PlayerSpot,
  { rate, sentencePause = 0, times = 1 }: Pace,
): Whereabouts {
  const index = map.indexOf.get(here.sentence) ?? 0;
  const { begins, total } = map.timeline();
  const at = (begins[index] ?? 0) + (map.sentences.length === 0 ? 0 : secondsOf(map, index, here));
  const heading = chapterAt(map, index)?.section.heading ?? [];
  const after = Math.max(0, map.sentences.length - 1 - index);
  const percent = total === 0 ? 0 : Math.round((at / total) * 100);
  return {
    chapter: heading.length === 0 ? null : titleOf(heading),
    page: pageAt(map, index)?.label ?? null,
    percent: Math.min(after === 0 ? 100 : 99, percent),
    secondsLeft: (Math.max(0, total - at) * times) / clampRate(rate) + after * sentencePause * times,
  };
}

/** The place as a Japanese sentence that any voice can say. */
export function whereaboutsSpeech({ chapter, page, percent, secondsLeft }: Whereabouts): string {
  const places = [
    ...(chapter === null ? [] : [`${chapter.spoken}、`]),
    ...(page === null ? [] : [`${pageSpeech(page)}、`]),
  ];
  return `${places.join('')}ぜんたいの${percent}パーセントです。のこりは${minutesSpeech(secondsLeft)}です。`;
}

/** A page's label as it is said: 12ページ. Small Roman numbers, as forewords have them, are said as numbers. */
export function pageSpeech(label: string): string {
  const roman = romanNumber(label);
  if (roman !== null) return `ローマ数字の${roman}ページ`;
  const said = speechText({ id: '', text: label.trim(), ruby: [], marks: [], words: [] }).text;
  return /ページ$|頁$/u.test(said) ? said : `${said}ページ`;
}

/** Why a move leads nowhere, in words for a voice; `null` where it leads somewhere. */
export function moveSpeech(target: MoveTarget): string | null {
  switch (target.kind) {
    case 'place':
      return null;
    case 'start':
      return 'ここがはじめです。';
    case 'end':
      if (target.why === 'page') return 'このあとに、ページはありません。';
      return target.why === 'heading' ? 'このあとに、見出しはありません。' : 'ここがさいごです。';
    case 'none':
      return NONE[target.why];
  }
}

const NONE: Readonly<Record<Extract<MoveTarget, { kind: 'none' }>['why'], string>> = {
  'no-pages': 'この本には、ページの番号がありません。',
  'no-headings': 'この本には、見出しがありません。',
  'no-headings-of-level': 'この本には、その段の見出しがありません。',
  'nothing-to-say': 'この本には、読み上げる文がありません。',
};

function titleOf(heading: readonly Sentence[]): SaidTitle {
  return {
    text: textOf(heading),
    notation: heading.map(({ text, ruby }) => toRubyNotation(text, ruby)).join(''),
    spoken: heading.map((sentence) => speechText(sentence).text.replace(/[。\s]+$/u, '')).join('、'),
  };
}

function minutesSpeech(seconds: Seconds): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return '1分たらず';
  if (minutes < 60) return `約${minutes}分`;
  const rest = minutes % 60;
  return `約${Math.floor(minutes / 60)}時間${rest === 0 ? '' : `${rest}分`}`;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The number that small Roman letters stand for, `null` where they stand for none. */
function romanNumber(label: string): number | null {
  if (!/^(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u.test(label) || label === '') return null;
  let sum = 0;
  const values = [...label].map((letter) => ROMAN[letter] ?? 0);
  values.forEach((value, at) => {
    sum += value < (values[at + 1] ?? 0) ? -value : value;
  });
  return sum;
}
