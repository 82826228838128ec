/**
 * The dictionary that Open JTalk speaks with: Debian's naist-jdic, and a row for every word that our engine reads
 * otherwise. Such a row's surface is a single character of Unicode's private use area, which stands for the word in the
 * text, so that a reading holds exactly where it was decided. Open JTalk loads no user dictionary, so the whole is compiled
 * anew (MeCab's `mecab-dict-index`, about five seconds), once for a set of rows.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eachEntry } from '../../build/mecab/system-dictionary.ts';
import { PressError } from '../press-error.ts';
import { moraeOf, pronunciationOf } from './pronunciation.ts';
import type { Substitution } from './script.ts';

/** Where Debian's package puts the compiled dictionary. */
export const SYSTEM_DICTIONARY = '/var/lib/mecab/dic/open-jtalk/naist-jdic';
const INDEXER = '/usr/lib/mecab/mecab-dict-index';
const KEPT = [
  'char.bin',
  'matrix.bin',
  'unk.dic',
  'left-id.def',
  'right-id.def',
  'pos-id.def',
  'rewrite.def',
];

/** Written beside the source, for the indexer alone. */
const DICRC = `cost-factor = 800
bos-feature = BOS/EOS,*,*,*,*,*,*,*,*
eval-size = 6
unk-eval-size = 4
config-charset = UTF-8
`;

/** A row is chosen whatever stands around it. */
const COST = -20_000;

export interface SpokenDictionary {
  /** The folder for `open_jtalk -x`. */
  readonly folder: string;
  readonly keyOf: (substitution: Substitution) => string;
}

const FIRST_KEY = 0xe000;
const KEYS = 0x1900;

/** Compiles, or finds compiled below `cache`, the dictionary with rows for these words. */
export async function compileDictionary(
  cache: string,
  substitutions: readonly Substitution[],
): Promise<SpokenDictionary> {
  const words = [...new Set(substitutions.map(wordOf))].sort();
  if (words.length > KEYS) {
    throw new PressError('too-many-readings', `${words.length}語の読みが辞書と違います（${KEYS}語まで）。`);
  }
  const keys = new Map(words.map((word, index) => [word, String.fromCharCode(FIRST_KEY + index)]));
  const keyOf = (substitution: Substitution): string =>
    keys.get(wordOf(substitution)) ?? substitution.reading;
  if (words.length === 0) return { folder: SYSTEM_DICTIONARY, keyOf };

  const system = await readFile(join(SYSTEM_DICTIONARY, 'sys.dic'));
  const hash = createHash('sha256')
    .update(`${system.length}\n${words.join('\n')}`)
    .digest('hex')
    .slice(0, 16);
  const folder = join(cache, `dictionary-${hash}`);
  if (await exists(join(folder, 'sys.dic'))) return { folder, keyOf };

  const making = `${folder}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    for (const name of KEPT) await copyFile(join(SYSTEM_DICTIONARY, name), join(making, name));
    await writeFile(join(making, 'dicrc'), DICRC);
    await writeRows(join(making, 'naist.csv'), system, keys);
    await index(making);
    await rm(join(making, 'naist.csv'));
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return { folder, keyOf };
}

function wordOf({ surface, reading }: Substitution): string {
  return `${surface}\t${reading}`;
}

/** All rows of the system dictionary, then ours. */
async function writeRows(path: string, system: Uint8Array, keys: ReadonlyMap<string, string>): Promise<void> {
  const surfaces = new Set([...keys.keys()].map((word) => word.split('\t')[0] ?? ''));
  const known = new Map<string, string>();
  const file = createWriteStream(path);
  let lines = '';
  eachEntry(system, ({ surface, left, right, cost, feature }) => {
    lines += `${quoted(surface)},${left},${right},${cost},${feature}\n`;
    if (surfaces.has(surface)) {
      const sound = feature.split(',')[8] ?? '';
      const word = `${surface}\t${sound}`;
      if (!known.has(word)) known.set(word, `${left},${right},${COST},${feature}`);
    }
    if (lines.length > 1 << 20) {
      file.write(lines);
      lines = '';
    }
  });
  for (const [word, key] of keys) lines += `${key},${rowOf(word, known)}\n`;
  file.end(lines);
  await new Promise<void>((resolve, reject) => {
    file.on('finish', resolve);
    file.on('error', reject);
  });
}

function quoted(surface: string): string {
  return /[",\s]/u.test(surface) ? `"${surface.replaceAll('"', '""')}"` : surface;
}

/** The dictionary's own row for the word so read, with its accent; else a noun's, without a fall in pitch. */
function rowOf(word: string, known: ReadonlyMap<string, string>): string {
  const [surface = '', reading = ''] = word.split('\t');
  const said = pronunciationOf(reading);
  for (const [other, row] of known) {
    const [same = '', sound = ''] = other.split('\t');
    if (same === surface && sound !== '' && pronunciationOf(sound) === said) return row;
  }
  return `${NOUN},${COST},名詞,一般,*,*,*,*,${surface.replaceAll(',', '，')},${said},${said},0/${moraeOf(reading)},C1`;
}

/** The left and right id of 名詞,一般 in naist-jdic. */
const NOUN = '1345,1345';

async function index(folder: string): Promise<void> {
  const child = spawn(INDEXER, ['-s', '-d', folder, '-o', folder, '-f', 'utf-8', '-t', 'utf-8'], {
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new PressError('dictionary-failed', '読み上げの辞書を作れませんでした。');
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
