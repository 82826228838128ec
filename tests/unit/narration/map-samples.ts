/** A book with every part that a move can stop at, and a way to write a place briefly: `b1@4` is the offset 4 in `b1`. */
import type { Book } from '../../../src/book/book.ts';
import { speechText } from '../../../src/japanese/speech-text.ts';
import { type BookMap, createBookMap } from '../../../src/narration/book-map.ts';
import type { MoveTarget } from '../../../src/narration/moves.ts';
import type { PlayerSpot } from '../../../src/narration/player.ts';
import type { SentenceTime } from '../../../src/narration/timeline.ts';
import { planUtterances } from '../../../src/narration/utterances.ts';
import { book, paragraph, section, sentence } from './samples.ts';

const page = (label: string) => ({ type: 'page-break', id: `p${label}`, label }) as const;

export const sample: Book = book(
  [sentence('title', '本の名前。')],
  [
    section(
      'one',
      [sentence('h1', '第1章')],
      [
        page('1'),
        paragraph(
          { ...sentence('a1', '朝は、パンをたべます。'), phrases: [3, 3] },
          sentence('a2', '夜はごはん。'),
        ),
        page('2'),
        page('3'),
        paragraph(sentence('mute', '※'), sentence('b1', 'つづきです。')),
      ],
      [section('one-one', [sentence('h11', '1の1')], [paragraph(sentence('c1', 'こまかい話。'))])],
    ),
    section(
      'two',
      [sentence('h2', '第2章')],
      [
        {
          type: 'list',
          ordered: false,
          items: [
            { blocks: [paragraph(sentence('i1', 'ひとつ。'), sentence('i2', 'まだひとつ。'))] },
            { blocks: [page('4'), paragraph(sentence('i3', 'ふたつ。'))] },
          ],
        },
        page('5'),
      ],
    ),
  ],
);

export function mapOf(of: Book = sample, timeOf?: (sentence: string) => SentenceTime | null): BookMap {
  return createBookMap(of, planUtterances(of, speechText), timeOf);
}

/** Every sentence takes so many seconds. */
export const recordedIn = (seconds: number) => (): SentenceTime => ({ seconds, words: [] });

export function spot(place: string, seconds: number | null = null): PlayerSpot {
  const [sentence = '', offset] = place.split('@');
  return { sentence, offset: offset === undefined ? null : Number(offset), seconds };
}

export function written(target: MoveTarget): string {
  if (target.kind !== 'place') return `${target.kind} ${target.why}`;
  const at = target.offset === undefined ? '' : `@${target.offset}`;
  return `${target.sentence}${at}${target.seconds === undefined ? '' : ` ${target.seconds} s`}`;
}
