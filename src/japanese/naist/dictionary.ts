/** A packed dictionary spread out in flat arrays: nothing in it is an object for a word. */

import {
  CHILDREN_ESCAPE,
  type PackedClasses,
  SECTION,
  SINGLE_BYTE_CHARACTERS,
  SINGLE_BYTE_TEMPLATES,
} from './codes.ts';
import { readSections, type Sections, sectionOf } from './container.ts';
import { MIDDLE, SAME, WHOLE } from './reading-code.ts';

export interface Dictionary {
  readonly trie: Trie;
  readonly words: Words;
  readonly classes: Classes;
  readonly connections: Connections;
}

/** Nodes are numbered in level order, the root 0; the children of a node stand side by side, sorted by label. */
export interface Trie {
  /** The rank of each code unit, which the labels are written in; `NO_RANK` where no word has it. */
  readonly rankOf: Uint16Array;
  readonly labels: Uint16Array;
  /**
   * Two numbers a node, side by side because both are asked for together. The children of `n` are from `firsts[2n]` up
   * to, not including, `firsts[2n + 2]`; the entries whose surface ends at it are from `firsts[2n + 1]` up to, not
   * including, `firsts[2n + 3]`.
   */
  readonly firsts: Uint32Array;
}

export const NO_RANK = 0xffff;

/** Columns by the entry's number. The last entries are those of unknown words. */
export interface Words {
  /** Its template in the upper 16 bits, its cost, signed, in the lower. */
  readonly heads: Int32Array;
  readonly templates: Templates;
  /** The first entry of unknown words. */
  readonly unknownFrom: number;
  readonly kana: string;
  readonly readingCodes: Uint8Array;
  /** Where the reading's kana begin in `readings`. */
  readonly readingAt: Uint32Array;
  readonly readings: Uint8Array;
}

export interface Templates {
  readonly left: Uint16Array;
  readonly right: Uint16Array;
  /** Six fields of the part of speech and its forms, then how much to cut for the dictionary form, and its end. */
  readonly fields: readonly (readonly string[])[];
}

/** MeCab's classes of characters. A class is a bit in masks, and a number elsewhere. */
export interface Classes {
  /** What is said of a code unit, as an index into the next columns. */
  readonly kindOf: Uint8Array;
  readonly masks: Uint32Array;
  /** The class whose entries an unknown word has. */
  readonly defaults: Uint8Array;
  /** Unknown words of 1 up to so many characters. */
  readonly lengths: Uint8Array;
  /** 1: an unknown word as long as the class goes on. */
  readonly groups: Uint8Array;
  /** 1: unknown words also where the dictionary has one. */
  readonly invokes: Uint8Array;
  /** The entries of class `c` are from `entries[c]` up to, not including, `entries[c + 1]`. */
  readonly entries: Uint32Array;
}

export interface Connections {
  /** How many right ids there are: a row's length. */
  readonly rights: number;
  /** The cost of a right id before a left id at `left * rights + right`. */
  readonly costs: Int16Array;
}

/** Rejects with a `TypeError` where the bytes, gzipped or not, are no packed dictionary. */
export async function readDictionary(bytes: ArrayBuffer): Promise<Dictionary> {
  const sections = await readSections(bytes);
  const { trie, entries } = readTrie(sections);
  return {
    trie,
    words: readWords(sections, entries),
    classes: readClasses(sections, entries),
    connections: readConnections(sectionOf(sections, SECTION.matrix)),
  };
}

function readTrie(sections: Sections): { readonly trie: Trie; readonly entries: number } {
  const characters = textOf<string>(sections, SECTION.characters);
  const rankOf = new Uint16Array(0x10000).fill(NO_RANK);
  for (let rank = 0; rank < characters.length; rank++) rankOf[characters.charCodeAt(rank)] = rank;

  const packed = sectionOf(sections, SECTION.children);
  const counts = sectionOf(sections, SECTION.counts);
  // A node has a byte at the least; what is too much is cut off.
  const columns = new Uint32Array((packed.length + 1) * 2);
  let child = 1;
  let entry = 0;
  let node = 0;
  let surface = 0;
  for (let at = 0; at < packed.length; node++) {
    let value = packed[at++] ?? 0;
    if (value === CHILDREN_ESCAPE) {
      value += (packed[at] ?? 0) + ((packed[at + 1] ?? 0) << 8);
      at += 2;
    }
    columns[node * 2] = child;
    columns[node * 2 + 1] = entry;
    child += value >> 1;
    if ((value & 1) === 1) entry += counts[surface++] ?? 0;
  }
  columns[node * 2] = child;
  columns[node * 2 + 1] = entry;
  const firsts = columns.subarray(0, (node + 1) * 2);
  const labels = spread(sectionOf(sections, SECTION.labels), node, 1, SINGLE_BYTE_CHARACTERS);
  return { trie: { rankOf, labels, firsts }, entries: entry };
}

/** Ranks of one or two bytes, from index `from` on. */
function spread(packed: Uint8Array, length: number, from: number, single: number): Uint16Array {
  const ranks = new Uint16Array(length);
  let at = 0;
  for (let index = from; index < length; index++) {
    const byte = packed[at++] ?? 0;
    ranks[index] = byte < single ? byte : single + ((byte - single) << 8) + (packed[at++] ?? 0);
  }
  return ranks;
}

function readWords(sections: Sections, unknownFrom: number): Words {
  const packedCosts = sectionOf(sections, SECTION.costs);
  const entries = packedCosts.length >> 1;
  const templateOf = spread(sectionOf(sections, SECTION.templateOf), entries, 0, SINGLE_BYTE_TEMPLATES);
  const heads = new Int32Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    const cost = (packedCosts[entry * 2] ?? 0) | ((packedCosts[entry * 2 + 1] ?? 0) << 8);
    heads[entry] = ((templateOf[entry] ?? 0) << 16) | cost;
  }
  const readingCodes = sectionOf(sections, SECTION.readingLengths);
  const readingAt = new Uint32Array(readingCodes.length);
  let at = 0;
  for (let index = 0; index < readingCodes.length; index++) {
    readingAt[index] = at;
    at += readingLength(readingCodes[index] ?? SAME);
  }
  return {
    heads,
    templates: readTemplates(sections),
    unknownFrom,
    kana: textOf<string>(sections, SECTION.kana),
    readingCodes,
    readingAt,
    readings: sectionOf(sections, SECTION.readings),
  };
}

/** The template of an entry. */
export function templateOf(words: Words, entry: number): number {
  return (words.heads[entry] ?? 0) >>> 16;
}

/** The cost of an entry. */
export function costOf(words: Words, entry: number): number {
  return ((words.heads[entry] ?? 0) << 16) >> 16;
}

/** How many kana follow a code. */
export function readingLength(code: number): number {
  if (code === SAME) return 0;
  return code >= WHOLE ? code - WHOLE : code - MIDDLE;
}

function readTemplates(sections: Sections): Templates {
  const lines = new TextDecoder().decode(sectionOf(sections, SECTION.templates)).split('\n');
  const left = new Uint16Array(lines.length);
  const right = new Uint16Array(lines.length);
  const fields = lines.map((line, index) => {
    const [first, second, ...rest] = line.split('\t');
    left[index] = Number(first);
    right[index] = Number(second);
    return rest;
  });
  return { left, right, fields };
}

function readClasses(sections: Sections, unknownFrom: number): Classes {
  const { unknown, runs } = textOf<PackedClasses>(sections, SECTION.classes);
  const infos: number[] = [];
  const kindOf = new Uint8Array(0x10000);
  let code = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const info = runs[index + 1] ?? 0;
    if (!infos.includes(info)) infos.push(info);
    const end = code + (runs[index] ?? 0);
    kindOf.fill(infos.indexOf(info), code, end);
    code = end;
  }
  const entries = new Uint32Array(unknown.length + 1);
  entries[0] = unknownFrom;
  for (const [index, count] of unknown.entries()) entries[index + 1] = (entries[index] ?? 0) + count;
  return {
    kindOf,
    masks: Uint32Array.from(infos, (info) => info & 0x3ffff),
    defaults: Uint8Array.from(infos, (info) => (info >>> 18) & 0xff),
    lengths: Uint8Array.from(infos, (info) => (info >>> 26) & 0xf),
    groups: Uint8Array.from(infos, (info) => (info >>> 30) & 1),
    invokes: Uint8Array.from(infos, (info) => info >>> 31),
    entries,
  };
}

/** Undoes `packMatrix`: each cost is written as what it adds to its neighbours'. */
function readConnections(packed: Uint8Array): Connections {
  const rights = (packed[0] ?? 0) | ((packed[1] ?? 0) << 8);
  const size = (packed.length - 4) >> 1;
  const costs = new Int16Array(size);
  for (let row = 0; row < size; row += rights) {
    let sum = 0;
    for (let index = row; index < row + rights; index++) {
      const folded = (packed[4 + index] ?? 0) | ((packed[4 + size + index] ?? 0) << 8);
      sum += (folded >> 1) ^ -(folded & 1);
      costs[index] = sum + (row > 0 ? (costs[index - rights] ?? 0) : 0);
    }
  }
  return { rights, costs };
}

/** JSON that our own packer wrote. */
function textOf<Value>(sections: Sections, name: string): Value {
  return JSON.parse(new TextDecoder().decode(sectionOf(sections, name))) as Value;
}
