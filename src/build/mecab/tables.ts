/** Reads the smaller files that MeCab 0.996 compiles: connection costs and classes of characters. */

export interface ConnectionCosts {
  /** How many right ids a word on the left may have. */
  readonly rights: number;
  /** How many left ids a word on the right may have. */
  readonly lefts: number;
  /** The cost of a right id before a left id at `right + rights * left`. */
  readonly costs: Int16Array;
}

export function readMatrix(bytes: Uint8Array): ConnectionCosts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rights = view.getUint16(0, true);
  const lefts = view.getUint16(2, true);
  if (bytes.byteLength !== 4 + rights * lefts * 2) throw new Error('These bytes are no matrix.bin.');
  const costs = Int16Array.from({ length: rights * lefts }, (_, index) => view.getInt16(4 + index * 2, true));
  return { rights, lefts, costs };
}

export interface CharacterClasses {
  /** The classes in order; a code's `default_type` counts in it. */
  readonly names: readonly string[];
  /** MeCab's `CharInfo` of each of the 65536 UCS-2 codes: bits 0–17 classes, 18–25 default, 26–29 length, group, invoke. */
  readonly infos: Uint32Array;
}

const NAME_BYTES = 32;

export function readCharacterClasses(bytes: Uint8Array): CharacterClasses {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  const infosAt = 4 + count * NAME_BYTES;
  if (bytes.byteLength < infosAt + 0xffff * 4) throw new Error('These bytes are no char.bin.');
  const names = Array.from({ length: count }, (_, index) => {
    const name = bytes.subarray(4 + index * NAME_BYTES, 4 + (index + 1) * NAME_BYTES);
    return new TextDecoder().decode(name.subarray(0, name.indexOf(0)));
  });
  const codes = (bytes.byteLength - infosAt) / 4;
  // MeCab leaves the last code out; nothing is assigned there.
  const infos = Uint32Array.from({ length: 0x10000 }, (_, code) =>
    view.getUint32(infosAt + Math.min(code, codes - 1) * 4, true),
  );
  return { names, infos };
}
