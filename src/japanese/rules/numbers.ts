/**
 * Reads numbers with their counters. Why a rule: the dictionary knows digits one by one, so it reads 14年度 as
 * いち・よん・ねんど, 3月 as つき, and knows nothing of sound changes (6本 ろっぽん) or of days (20日 はつか).
 */
import { CONFIDENCE, cutPiece, type Piece, readBy } from '../pieces.ts';
import { numbersAt } from './find-number.ts';
import { readingBefore, readingBehind } from './number-neighbours.ts';
import { nextPlace } from './number-places.ts';
import type { FoundNumber } from './scene.ts';

/**
 * The pieces with every number, and the counter after it, made one piece. A text without a number costs one look at
 * each of its characters, and gives back the same pieces.
 */
export function readNumbers(text: string, pieces: readonly Piece[]): readonly Piece[] {
  let place = nextPlace(text, 0);
  if (place === text.length) return pieces;
  const result: Piece[] = [];
  let index = 0;
  let rest: Piece | undefined = pieces[0];
  let found: readonly FoundNumber[] = [];
  let next = 0;
  while (rest !== undefined) {
    if (next === found.length) {
      if (place < rest.start) place = nextPlace(text, rest.start);
      if (place < rest.end) {
        found = numbersAt({ text, pieces, index }, rest, place);
        next = 0;
        if (found.length === 0) {
          place = nextPlace(text, place + 1);
          continue;
        }
      }
    }
    const number = next < found.length ? found[next] : undefined;
    if (number === undefined || number.start >= rest.end) {
      push(result, rest, text);
      index += 1;
      rest = pieces[index];
      continue;
    }
    next += 1;
    place = nextPlace(text, number.end);
    if (rest.start < number.start) push(result, cutPiece(rest, rest.start, number.start), text);
    push(result, numberPiece(text, number), text);
    while (rest !== undefined && rest.end < number.end) {
      index += 1;
      rest = pieces[index];
    }
    if (rest === undefined) break;
    if (rest.end > number.end) {
      rest = cutPiece(rest, number.end, rest.end);
    } else {
      index += 1;
      rest = pieces[index];
    }
  }
  return result;
}

/** Adds a piece, and lets a number and a word beside it settle the word's reading. */
function push(result: Piece[], piece: Piece, text: string): void {
  const before = result.at(-1);
  if (before === undefined) {
    result.push(piece);
    return;
  }
  if (piece.number !== undefined) {
    const reading = readingBefore(before, piece);
    if (reading !== null && reading !== before.reading) result[result.length - 1] = readBy(before, reading);
    result.push(piece);
    return;
  }
  const reading = before.number === undefined ? null : readingBehind(before, piece, text.charAt(piece.end));
  result.push(reading === null || reading === piece.reading ? piece : readBy(piece, reading));
}

function numberPiece(text: string, { start, end, number }: FoundNumber): Piece {
  const surface = text.slice(start, end);
  return {
    surface,
    start,
    end,
    reading: number.number + number.counter,
    pos: '名詞',
    posDetail: '数',
    baseForm: surface,
    form: '',
    origin: 'rule',
    confidence: CONFIDENCE.rule,
    number,
  };
}
