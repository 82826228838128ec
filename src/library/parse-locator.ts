/** Locators that come back from the device. */
import type { Seconds } from '../book/book.ts';
import type { Locator } from '../book/locator.ts';
import { fieldsOf } from './kept-json.ts';

/** The locator, or `null` where the value is none. A missing quote is empty: the sentence may still be found by its id. */
export function parseLocator(value: unknown): Locator | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { book, sentence, offset, quote } = fields;
  if (typeof book !== 'string' || book === '' || typeof sentence !== 'string' || sentence === '') return null;
  return {
    book,
    sentence,
    offset: typeof offset === 'number' && offset >= 0 ? Math.trunc(offset) : 0,
    quote: typeof quote === 'string' ? quote : '',
  };
}

/** A moment in epoch milliseconds; 0 where it isn't known. */
export function parseMoment(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

/** The longest recording of a sentence that is believed, in seconds; what lies beyond is drawn in. */
const LONGEST_SENTENCE = 3600;

/** A time into a sentence's recording, to the hundredth; `null` where there is none. */
export function parseSeconds(value: unknown): Seconds | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return Math.round(Math.min(Math.max(0, value), LONGEST_SENTENCE) * 100) / 100;
}
