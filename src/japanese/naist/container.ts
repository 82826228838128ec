/**
 * The file that a packed dictionary travels in: a mark, the format's version, a table of its sections, the sections.
 * Numbers are little-endian. The whole is gzipped on its way.
 */

/** Goes up with every change after which an older reader would misread the file. */
export const FORMAT_VERSION = 1;

const MARK = 0x6f6d6f74;
const HEAD_BYTES = 12;

/** Sections by name. */
export type Sections = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export function writeSections(sections: Sections): Uint8Array<ArrayBuffer> {
  const table = new TextEncoder().encode(
    JSON.stringify([...sections].map(([name, bytes]) => [name, bytes.byteLength])),
  );
  const size = [...sections.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0);
  const file = new Uint8Array(HEAD_BYTES + table.byteLength + size);
  const view = new DataView(file.buffer);
  view.setUint32(0, MARK, true);
  view.setUint32(4, FORMAT_VERSION, true);
  view.setUint32(8, table.byteLength, true);
  file.set(table, HEAD_BYTES);
  let at = HEAD_BYTES + table.byteLength;
  for (const bytes of sections.values()) {
    file.set(bytes, at);
    at += bytes.byteLength;
  }
  return file;
}

/** Undoes the gzip, where the server or the browser hasn't already, and finds the sections. */
export async function readSections(bytes: ArrayBuffer): Promise<Sections> {
  const file = await inflate(bytes);
  const view = new DataView(file);
  const whole = file.byteLength >= HEAD_BYTES && view.getUint32(0, true) === MARK;
  if (!whole || view.getUint32(4, true) !== FORMAT_VERSION)
    throw new TypeError('This is no packed dictionary.');
  const tableBytes = view.getUint32(8, true);
  const table = new TextDecoder().decode(new Uint8Array(file, HEAD_BYTES, tableBytes));
  const sections = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = HEAD_BYTES + tableBytes;
  const lengths = JSON.parse(table) as readonly (readonly [string, number])[];
  const end = lengths.reduce((sum, [, length]) => sum + length, at);
  if (end !== file.byteLength) throw new TypeError('The packed dictionary is incomplete.');
  for (const [name, length] of lengths) {
    sections.set(name, new Uint8Array(file, at, length));
    at += length;
  }
  return sections;
}

/** Throws where the file has no such section. */
export function sectionOf(sections: Sections, name: string): Uint8Array<ArrayBuffer> {
  const bytes = sections.get(name);
  if (bytes === undefined) throw new TypeError(`The packed dictionary has no ${name}.`);
  return bytes;
}

/** Servers differ in whether they undo a gzip themselves, so the first two bytes decide. */
async function inflate(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const head = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (head[0] !== 0x1f || head[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
