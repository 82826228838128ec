/** Lays numbers and characters out so that gzip finds what repeats in them. */

/** Bytes that grow. */
export class ByteColumn {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  push(byte: number): void {
    if (byte < 0 || byte > 0xff || !Number.isInteger(byte)) throw new RangeError(`${byte} is no byte.`);
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** Below `limit` one byte; else `limit` and two bytes of the rest, the lower first. */
  pushSmall(value: number, limit = 0xff): void {
    if (value < limit) this.push(value);
    else {
      this.push(limit);
      this.push((value - limit) & 0xff);
      this.push((value - limit) >> 8);
    }
  }

  /** Below `single` one byte; else the first says which 256 the second counts in. */
  pushRank(rank: number, single: number): void {
    if (rank < single) this.push(rank);
    else {
      this.push(single + ((rank - single) >> 8));
      this.push((rank - single) & 0xff);
    }
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Gives each value a number, the commonest 0. */
export function rankByFrequency<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort((one, other) => other[1] - one[1]);
  return new Map(sorted.map(([value], rank) => [value, rank]));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
