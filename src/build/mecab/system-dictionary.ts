/**
 * Reads the dictionaries that MeCab 0.996 compiles (`sys.dic` and `unk.dic`, the same layout): a header, a double
 * array over UTF-8 keys, the entries, and their features as text.
 */

/** One line of the dictionary's source. */
export interface DictionaryEntry {
  readonly surface: string;
  readonly left: number;
  readonly right: number;
  readonly cost: number;
  /** Everything after the cost, as the source has it. */
  readonly feature: string;
}

/** MeCab writes `MAGIC ^ size of the file` at the beginning. */
const MAGIC = 0xef718f77;
const HEADER_BYTES = 72;
const UNIT_BYTES = 8;
const ENTRY_BYTES = 16;

/**
 * All entries; those of one surface stay in the order in which MeCab finds them. Throws where the bytes are no such
 * dictionary.
 */
export function readSystemDictionary(bytes: Uint8Array): DictionaryEntry[] {
  const entries: DictionaryEntry[] = [];
  eachEntry(bytes, (entry) => entries.push(entry));
  return entries;
}

/** The same, one after another: all of them together fill some hundred megabytes. */
export function eachEntry(bytes: Uint8Array, visit: (entry: DictionaryEntry) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((view.getUint32(0, true) ^ MAGIC) >>> 0 !== bytes.byteLength || view.getUint32(4, true) !== 102) {
    throw new Error('These bytes are no dictionary of MeCab 0.996.');
  }
  const doubleArrayBytes = view.getUint32(24, true);
  const entriesBytes = view.getUint32(28, true);
  const entriesAt = HEADER_BYTES + doubleArrayBytes;
  const featuresAt = entriesAt + entriesBytes;
  const utf8 = new TextDecoder('utf-8', { fatal: true });

  let count = 0;
  eachKey(view, doubleArrayBytes / UNIT_BYTES, (key, value) => {
    const surface = utf8.decode(key);
    for (let index = value >>> 8; index < (value >>> 8) + (value & 0xff); index++) {
      const at = entriesAt + index * ENTRY_BYTES;
      const feature = featuresAt + view.getUint32(at + 8, true);
      count += 1;
      visit({
        surface,
        left: view.getUint16(at, true),
        right: view.getUint16(at + 2, true),
        cost: view.getInt16(at + 6, true),
        feature: utf8.decode(bytes.subarray(feature, bytes.indexOf(0, feature))),
      });
    }
  });
  if (count * ENTRY_BYTES !== entriesBytes) throw new Error('The dictionary has entries without a key.');
}

/** Walks Darts' double array: a unit is a base and a check, a leaf's base is `-1 - value`. */
function eachKey(view: DataView, units: number, visit: (key: Uint8Array, value: number) => void): void {
  const base = (unit: number): number => view.getInt32(HEADER_BYTES + unit * UNIT_BYTES, true);
  const check = (unit: number): number => view.getUint32(HEADER_BYTES + unit * UNIT_BYTES + 4, true);
  const key: number[] = [];
  const walk = (from: number): void => {
    if (check(from) === from && base(from) < 0) visit(Uint8Array.from(key), -1 - base(from));
    for (let byte = 0; byte < 256; byte++) {
      const unit = from + byte + 1;
      if (unit >= units || check(unit) !== from) continue;
      key.push(byte);
      walk(base(unit));
      key.pop();
    }
  };
  walk(base(0));
}
