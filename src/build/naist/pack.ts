/** Packs MeCab's compiled naist-jdic into columns: what furigana needs, and apart from it what a voice needs besides. */

import { type PackedClasses, SECTION, SINGLE_BYTE_TEMPLATES } from '../../japanese/naist/codes.ts';
import { type Sections, writeSections } from '../../japanese/naist/container.ts';
import { kanaEnds, MIDDLE, SAME, toKatakana, WHOLE } from '../../japanese/naist/reading-code.ts';
import { type DictionaryEntry, readSystemDictionary } from '../mecab/system-dictionary.ts';
import {
  type CharacterClasses,
  type ConnectionCosts,
  readCharacterClasses,
  readMatrix,
} from '../mecab/tables.ts';
import { packAccents } from './accents.ts';
import { ByteColumn, rankByFrequency, utf8 } from './columns.ts';
import { packTrie } from './trie.ts';

/** The four files of a compiled dictionary. */
export interface CompiledDictionary {
  readonly system: Uint8Array;
  readonly unknown: Uint8Array;
  readonly matrix: Uint8Array;
  readonly characters: Uint8Array;
}

/** Both files before they are gzipped. */
export interface PackedDictionary {
  readonly furigana: Uint8Array<ArrayBuffer>;
  readonly accents: Uint8Array<ArrayBuffer>;
}

/** Fields of an entry's feature after six of the part of speech and its forms. */
const BASE_FORM = 6;
const READING = 7;

/** The same files, read. */
export interface DictionarySource {
  /** Entries of one surface in the order in which MeCab finds them. */
  readonly words: readonly DictionaryEntry[];
  /** Entries whose surface is the name of a class of characters. */
  readonly unknown: readonly DictionaryEntry[];
  readonly matrix: ConnectionCosts;
  readonly classes: CharacterClasses;
}

export function readCompiled(compiled: CompiledDictionary): DictionarySource {
  return {
    words: readSystemDictionary(compiled.system),
    unknown: readSystemDictionary(compiled.unknown),
    matrix: readMatrix(compiled.matrix),
    classes: readCharacterClasses(compiled.characters),
  };
}

export function packDictionary(source: DictionarySource): PackedDictionary {
  const { classes } = source;
  const groups = bySurface(source.words);
  const trie = packTrie([...groups.keys()]);
  const words = trie.surfaces.flatMap((surface) => groups.get(surface) ?? []);
  const unknown = bySurface(source.unknown);
  const entries = [...words, ...classes.names.flatMap((name) => unknownEntries(unknown.get(name) ?? []))];

  const counts = new ByteColumn();
  for (const surface of trie.surfaces) counts.push(groups.get(surface)?.length ?? 0);
  const templates = rankByFrequency(entries.map(templateOf));
  const templateColumn = new ByteColumn();
  for (const entry of entries) {
    templateColumn.pushRank(templates.get(templateOf(entry)) ?? 0, SINGLE_BYTE_TEMPLATES);
  }
  const furigana: Sections = new Map([
    [SECTION.characters, utf8(JSON.stringify(trie.characters))],
    [SECTION.labels, trie.labels],
    [SECTION.children, trie.children],
    [SECTION.counts, counts.done()],
    [SECTION.templates, utf8([...templates.keys()].join('\n'))],
    [SECTION.templateOf, templateColumn.done()],
    [SECTION.costs, packCosts(entries)],
    ...packReadings(entries),
    [SECTION.matrix, packMatrix(source.matrix)],
    [SECTION.classes, packClasses(classes, unknown)],
  ]);
  return { furigana: writeSections(furigana), accents: writeSections(packAccents(words)) };
}

function bySurface(entries: readonly DictionaryEntry[]): ReadonlyMap<string, readonly DictionaryEntry[]> {
  const groups = new Map<string, DictionaryEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.surface);
    if (group === undefined) groups.set(entry.surface, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** An unknown word has no reading, and its own surface isn't the class's name. */
function unknownEntries(entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  return entries.map((entry) => ({
    ...entry,
    surface: '',
    feature: [...entry.feature.split(',').slice(0, BASE_FORM), '', ''].join(','),
  }));
}

/** A dictionary form is the surface with its end cut and another put on. */
function templateOf(entry: DictionaryEntry): string {
  const fields = entry.feature.split(',');
  const base = withoutSeams(fields[BASE_FORM] ?? '');
  const { surface } = entry;
  let common = 0;
  while (common < base.length && base[common] === surface[common]) common += 1;
  return [
    entry.left,
    entry.right,
    ...fields.slice(0, BASE_FORM),
    surface.length - common,
    base.slice(common),
  ].join('\t');
}

/** `:` stands between the parts of an entry of several words. */
export function withoutSeams(field: string): string {
  return field.replaceAll(':', '');
}

function packCosts(entries: readonly DictionaryEntry[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(entries.length * 2);
  const view = new DataView(bytes.buffer);
  entries.forEach(({ cost }, index) => {
    view.setInt16(index * 2, cost, true);
  });
  return bytes;
}

function packReadings(entries: readonly DictionaryEntry[]): [string, Uint8Array<ArrayBuffer>][] {
  const readings = entries.map((entry) => withoutSeams(entry.feature.split(',')[READING] ?? ''));
  const kana = rankByFrequency(readings.flatMap((reading) => [...reading]));
  if (kana.size > 256) throw new Error('The readings have more than 256 characters.');
  const lengths = new ByteColumn();
  const column = new ByteColumn();
  readings.forEach((reading, index) => {
    const { surface } = entries[index] ?? { surface: '' };
    const { code, rest } = encodeReading(surface, reading);
    lengths.push(code);
    for (const char of rest) column.push(kana.get(char) ?? 0);
  });
  return [
    [SECTION.kana, utf8(JSON.stringify([...kana.keys()].join('')))],
    [SECTION.readingLengths, lengths.done()],
    [SECTION.readings, column.done()],
  ];
}

function encodeReading(surface: string, reading: string): { code: number; rest: string } {
  if (reading === toKatakana(surface)) return { code: SAME, rest: '' };
  const { lead, tail } = kanaEnds(surface);
  const middle = reading.slice(lead, reading.length - tail);
  const around =
    toKatakana(surface.slice(0, lead)) + middle + toKatakana(surface.slice(surface.length - tail));
  if (around === reading && middle.length < WHOLE - MIDDLE)
    return { code: MIDDLE + middle.length, rest: middle };
  return { code: WHOLE + reading.length, rest: reading };
}

/** Costs differ little from their neighbours' in both directions: each is written as what it adds to those. */
function packMatrix({ rights, lefts, costs }: ConnectionCosts): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + costs.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, rights, true);
  view.setUint16(2, lefts, true);
  const cost = (left: number, right: number): number =>
    left < 0 || right < 0 ? 0 : (costs[left * rights + right] ?? 0);
  for (let left = 0; left < lefts; left++) {
    for (let right = 0; right < rights; right++) {
      const rest =
        cost(left, right) - cost(left - 1, right) - cost(left, right - 1) + cost(left - 1, right - 1);
      // The sign goes into the lowest bit, so that small numbers have an empty upper byte.
      const wrapped = (rest << 16) >> 16;
      const folded = ((wrapped << 1) ^ (wrapped >> 15)) & 0xffff;
      const index = left * rights + right;
      bytes[4 + index] = folded & 0xff;
      bytes[4 + costs.length + index] = folded >> 8;
    }
  }
  return bytes;
}

function packClasses(
  { names, infos }: CharacterClasses,
  unknown: ReadonlyMap<string, readonly DictionaryEntry[]>,
): Uint8Array<ArrayBuffer> {
  const runs: number[] = [];
  for (const info of infos) {
    if (runs.at(-1) === info) runs[runs.length - 2] = (runs.at(-2) ?? 0) + 1;
    else runs.push(1, info);
  }
  const packed: PackedClasses = { unknown: names.map((name) => unknown.get(name)?.length ?? 0), runs };
  return utf8(JSON.stringify(packed));
}
