/**
 * The dictionary that Open JTalk speaks with: Debian's naist-jdic, and a row for every word that our engine reads
 * otherwise. Such a row's surface is a single character of Unicode's private use area, which stands for the word in the
 * text, so that a reading holds exactly where it was decided. Open JTalk loads no user dictionary, so the whole is compiled
 * anew (MeCab's `mecab-dict-index`, about five seconds) when a document brings new words.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eachEntry } from '../../build/mecab/system-dictionary.ts';
import { diskFullIn, replaceFile } from '../files.ts';
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

/** What is noted beside the compiled dictionaries: which is the newest, and what its keys stand for. */
interface Newest {
  readonly folder: string;
  /** Of the system's dictionary that it was made from. */
  readonly systemBytes: number;
  /** In the order of their keys. */
  readonly words: readonly string[];
}

/**
 * The dictionary with rows for these words: the one that is there below `cache` where it has them all, else one that has
 * them besides, so that a second document seldom waits. Several runs may do so at once. Rejects with `too-many-readings`
 * or `dictionary-failed`.
 */
export async function compileDictionary(
  cache: string,
  substitutions: readonly Substitution[],
): Promise<SpokenDictionary> {
  const wanted = [...new Set(substitutions.map(wordOf))].sort();
  if (wanted.length === 0) return { folder: SYSTEM_DICTIONARY, keyOf: ({ reading }) => reading };
  if (wanted.length > KEYS) {
    throw new PressError('too-many-readings', `${wanted.length}語の読みが辞書と違います（${KEYS}語まで）。`);
  }
  const systemPath = join(SYSTEM_DICTIONARY, 'sys.dic');
  const { size: systemBytes } = await stat(systemPath);
  const newest = await readNewest(cache, systemBytes);
  const known = new Set(newest?.words);
  if (newest !== null && wanted.every((word) => known.has(word))) {
    const now = new Date();
    await utimes(join(cache, newest.folder), now, now).catch(() => undefined);
    return spoken(join(cache, newest.folder), newest.words);
  }
  const together = [...new Set([...known, ...wanted])].sort();
  const words = together.length > KEYS ? wanted : together;
  const hash = createHash('sha256')
    .update(`${systemBytes}\n${words.join('\n')}`)
    .digest('hex')
    .slice(0, 16);
  const folder = `dictionary-${hash}`;
  if (!(await exists(join(cache, folder, 'sys.dic')))) await compile(cache, folder, systemPath, words);
  await replaceFile(join(cache, NEWEST), JSON.stringify({ folder, systemBytes, words } satisfies Newest));
  await removeOld(cache);
  return spoken(join(cache, folder), words);
}

const NEWEST = 'dictionary.json';

function spoken(folder: string, words: readonly string[]): SpokenDictionary {
  const keys = keysOf(words);
  return { folder, keyOf: (substitution) => keys.get(wordOf(substitution)) ?? substitution.reading };
}

function keysOf(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word, index) => [word, String.fromCharCode(FIRST_KEY + index)]));
}

/** `null` where there is none, or one that is damaged or made from another system's dictionary. */
async function readNewest(cache: string, systemBytes: number): Promise<Newest | null> {
  try {
    const newest = JSON.parse(await readFile(join(cache, NEWEST), 'utf8')) as Newest;
    const isThere = await exists(join(cache, newest.folder, 'sys.dic'));
    return isThere && newest.systemBytes === systemBytes && Array.isArray(newest.words) ? newest : null;
  } catch {
    return null;
  }
}

async function compile(
  cache: string,
  folder: string,
  systemPath: string,
  words: readonly string[],
): Promise<void> {
  const making = join(cache, `${folder}.${process.pid}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    for (const name of KEPT) await copyFile(join(SYSTEM_DICTIONARY, name), join(making, name));
    await writeFile(join(making, 'dicrc'), DICRC);
    writeRows(join(making, 'naist.csv'), await readFile(systemPath), keysOf(words));
    await index(making);
    await rm(join(making, 'naist.csv'));
    // Another run may have made the same one meanwhile, and be reading it.
    await rename(making, join(cache, folder)).catch(async (error: unknown) => {
      if (!(await exists(join(cache, folder, 'sys.dic')))) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Some hundred megabytes each: those that no run has asked for within a day, and what killed runs left. */
async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('dictionary-')) continue;
    const found = await stat(join(cache, name)).catch(() => null);
    if (found === null || Date.now() - found.mtimeMs < A_DAY) continue;
    await rm(join(cache, name), { recursive: true, force: true });
  }
}

const A_DAY = 24 * 60 * 60 * 1000;

function wordOf({ surface, reading }: Substitution): string {
  return `${surface}\t${reading}`;
}

/** All rows of the system dictionary, then ours. Written as they come: together they fill a hundred megabytes. */
function writeRows(path: string, system: Uint8Array, keys: ReadonlyMap<string, string>): void {
  const surfaces = new Set([...keys.keys()].map((word) => word.split('\t')[0] ?? ''));
  const known = new Map<string, string>();
  const file = openSync(path, 'w');
  try {
    let lines = '';
    eachEntry(system, ({ surface, left, right, cost, feature }) => {
      lines += `${quoted(surface)},${left},${right},${cost},${feature}\n`;
      if (surfaces.has(surface)) {
        const sound = feature.split(',')[8] ?? '';
        const word = `${surface}\t${sound}`;
        if (!known.has(word)) known.set(word, `${left},${right},${COST},${feature}`);
      }
      if (lines.length > 1 << 20) {
        appendFileSync(file, lines);
        lines = '';
      }
    });
    for (const [word, key] of keys) lines += `${key},${rowOf(word, known)}\n`;
    appendFileSync(file, lines);
  } finally {
    closeSync(file);
  }
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
  if (code === 0) return;
  throw (
    (await diskFullIn(folder)) ?? new PressError('dictionary-failed', '読み上げの辞書を作れませんでした。')
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
