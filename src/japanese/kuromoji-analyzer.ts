/**
 * kuromoji (IPADIC) behind the analyzer port, by way of kuroshiro's own plug-in for it. It runs in Node and in a
 * module worker: the dictionary comes through a function that the caller gives.
 */

import type { KuromojiDictionaries } from 'kuromoji/src/dict/DynamicDictionaries.js';
import Tokenizer from 'kuromoji/src/Tokenizer.js';
import exported, { type KuroshiroToken } from 'kuroshiro-analyzer-kuromoji';
import type { Analyzer, Token } from './analyzer.ts';
import { cutForAnalyzer } from './analyzer-chunks.ts';
import { type LoadFile, loadDictionary } from './kuromoji-dictionary.ts';

const KuromojiPlugin = 'default' in exported ? exported.default : exported;

/** The plug-in for kuroshiro (`new Kuroshiro().init(plugin)`), with a loader of its own. */
export class WorkerKuromojiPlugin extends KuromojiPlugin {
  dictionaries: KuromojiDictionaries | null = null;
  readonly #load: LoadFile;

  constructor(load: LoadFile) {
    // The path is never used: `init` doesn't load by path.
    super({ dictPath: '.' });
    this.#load = load;
  }

  override async init(): Promise<void> {
    if (this._analyzer !== null) throw new Error('This analyzer has already been initialized.');
    this.dictionaries = await loadDictionary(this.#load);
    this._analyzer = new Tokenizer(this.dictionaries);
  }
}

/** Surfaces whose readings are kept, so that a long text in another language doesn't fill the memory. */
const MOST_KNOWN = 50_000;

/** An analyzer that is ready to parse. Rejects as `loadDictionary` does. */
export async function createKuromojiAnalyzer(load: LoadFile): Promise<Analyzer> {
  const plugin = new WorkerKuromojiPlugin(load);
  await plugin.init();
  const { dictionaries } = plugin;
  if (dictionaries === null) throw new Error('The plug-in has no dictionary after init.');
  const known = new Map<string, readonly string[]>();
  return {
    async parse(text) {
      const tokens: Token[] = [];
      for (const { start, end } of cutForAnalyzer(text)) {
        const piece = text.slice(start, end);
        tokens.push(...place(await plugin.parse(tame(piece)), piece, start));
      }
      return tokens;
    },
    readingsOf(surface) {
      const cached = known.get(surface);
      if (cached !== undefined) return cached;
      const readings = lookUp(dictionaries, surface);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(surface, readings);
      return readings;
    },
  };
}

/**
 * A NUL ends a key in kuromoji's trie, and it counts a surrogate pair once as one and once as two: both would throw
 * or lose words. In the same length they stand as a sign that is in no word.
 */
function tame(piece: string): string {
  return piece.replace(/[\0\ud800-\udfff]/g, '〓');
}

/** kuromoji's own positions drift after the first 。, and blank text has no tokens: places are counted here. */
function place(found: readonly KuroshiroToken[], piece: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const tamed = tame(piece);
  for (const raw of found) {
    const { length } = raw.surface_form;
    if (length === 0 || !tamed.startsWith(raw.surface_form, at)) return [unknown(piece, start)];
    tokens.push(toToken(raw, piece.slice(at, at + length), start + at));
    at += length;
  }
  if (at < piece.length) tokens.push(unknown(piece.slice(at), start + at));
  return tokens;
}

function unknown(surface: string, start: number): Token {
  return { surface, start, pos: '記号', posDetail: '', reading: null, known: false };
}

function toToken(raw: KuroshiroToken, surface: string, start: number): Token {
  const details = [raw.pos_detail_1, raw.pos_detail_2, raw.pos_detail_3];
  return {
    surface,
    start,
    pos: raw.pos ?? '記号',
    posDetail: details.filter((detail) => detail !== undefined && detail !== '*').join('-'),
    ...(raw.basic_form !== undefined && raw.basic_form !== '*' && { baseForm: raw.basic_form }),
    ...(raw.conjugated_form !== undefined && raw.conjugated_form !== '*' && { form: raw.conjugated_form }),
    reading: raw.reading !== undefined && raw.reading !== '*' ? raw.reading : null,
    known: raw.verbose.word_type === 'KNOWN',
  };
}

/** IPADIC's order of fields after the surface, see its manual: five of parts of speech and forms, then readings. */
const READING_FIELD = 8;
/** An entry's cost is the third of its numbers of two bytes each. */
const COST_OFFSET = 4;

function lookUp(dictionaries: KuromojiDictionaries, surface: string): readonly string[] {
  // The trie ends its keys with a NUL, so a text that holds one would match by mistake.
  if (surface === '' || surface.includes('\0')) return [];
  const info = dictionaries.token_info_dictionary;
  const ids = info.target_map[dictionaries.trie.lookup(surface)] ?? [];
  const entries = ids.map((id) => ({
    reading: info.getFeatures(id).split(',')[READING_FIELD] ?? '*',
    cost: info.dictionary.getShort(id + COST_OFFSET),
  }));
  entries.sort((one, other) => one.cost - other.cost);
  return [...new Set(entries.map((entry) => entry.reading).filter((reading) => reading !== '*'))];
}
