import { brotliDecompressSync } from 'node:zlib';

/**
 * The features of a WOFF2 font's GSUB table (WOFF2, 4.1; OpenType, GSUB): its four-letter tags, without repeats.
 */
export function substitutionFeatures(font: Buffer): Set<string> {
  const tableCount = font.readUInt16BE(12);
  let position = 48;
  let offset = 0;
  let found: readonly [start: number, end: number] | null = null;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8(position++);
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
  };
  for (let table = 0; table < tableCount; table += 1) {
    const flags = font.readUInt8(position++);
    const index = flags & 0x3f;
    if (index === 0x3f) position += 4;
    const original = base128();
    const version = flags >> 6;
    // glyf and loca (10, 11) are transformed unless they say otherwise, the others only if they say so.
    const isTransformed = index === 10 || index === 11 ? version === 0 : version !== 0;
    const length = isTransformed ? base128() : original;
    if (index === GSUB) found = [offset, offset + length];
    offset += length;
  }
  const tags = new Set<string>();
  if (found === null) return tags;
  const compressed = font.subarray(position, position + font.readUInt32BE(20));
  const gsub = brotliDecompressSync(compressed).subarray(...found);
  const list = gsub.readUInt16BE(6);
  for (let index = 0; index < gsub.readUInt16BE(list); index += 1) {
    const start = list + 2 + index * 6;
    tags.add(gsub.toString('latin1', start, start + 4));
  }
  return tags;
}

/** Its number in WOFF2's list of known tables. */
const GSUB = 28;
