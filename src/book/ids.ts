/**
 * Stable ids. A sentence's id is made from its text alone, so that it stays the same when the text around it
 * changes: a place, a shared address and a recorded clip keep pointing at the sentence in a new edition.
 */

/**
 * A 52-bit hash of a text as eleven base-36 digits, by two interleaved 32-bit multiply-xorshift lanes over UTF-16 code
 * units. Not for security: only to tell some ten thousand sentences of one book apart.
 */
export function textHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  const number = (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff);
  return number.toString(36).padStart(11, '0');
}

/**
 * A maker of ids for one book. Equal texts get `-2`, `-3` … in the order in which they are asked for.
 * `prefix` keeps the kinds apart and makes the id a valid XML name.
 */
export function createIds(prefix: string): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const base = prefix + textHash(text.normalize('NFC').replace(/\s+/gu, ''));
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
