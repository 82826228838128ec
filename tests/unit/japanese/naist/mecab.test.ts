/** Holds the analyzer to MeCab itself, over the same dictionary, where both are installed. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DICTIONARY_PACKAGE } from '../../../../src/build/naist/package.ts';
import { createLattice } from '../../../../src/japanese/naist/lattice.ts';
import { analyzerOf } from '../../../../src/japanese/naist/naist-analyzer.ts';
import { packedDictionary } from './packed.ts';

const REMEDY = `apt-get install mecab ${DICTIONARY_PACKAGE.name}`;

/** Installed, or as `npm run dictionary` left it. */
const folder = [
  `/${DICTIONARY_PACKAGE.folder}`,
  resolve('.cache/naist-jdic', DICTIONARY_PACKAGE.folder),
].find((path) => existsSync(join(path, 'sys.dic')));
const missing = hasMecab() ? (folder === undefined ? 'the dictionary' : null) : 'MeCab';

function hasMecab(): boolean {
  try {
    execFileSync('mecab', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface Sentence {
  readonly words: readonly string[];
  readonly cost: number;
}

/** MeCab's answer to each line. Lines hold no line break and no NUL, which its command can't take. */
function askMecab(lines: readonly string[]): readonly Sentence[] {
  const dictionary = mkdtempSync(join(tmpdir(), 'naist-jdic-'));
  try {
    for (const file of ['sys.dic', 'unk.dic', 'matrix.bin', 'char.bin', 'left-id.def', 'right-id.def']) {
      symlinkSync(join(folder ?? '', file), join(dictionary, file));
    }
    writeFileSync(join(dictionary, 'dicrc'), 'cost-factor = 800\nbos-feature = BOS/EOS,*,*,*,*,*,*,*,*\n');
    const word = '%m\\t%H';
    const formats = [`-F${word}\\n`, `-U${word}\\tunknown\\n`, '-EEOS\\t%pc\\n'];
    const output = execFileSync('mecab', ['-r', '/dev/null', '-d', dictionary, '-b', '1000000', ...formats], {
      input: `${lines.join('\n')}\n`,
      maxBuffer: 1 << 29,
      encoding: 'utf8',
    });
    return sentencesOf(output);
  } finally {
    rmSync(dictionary, { recursive: true });
  }
}

function sentencesOf(output: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let words: string[] = [];
  for (const line of output.split('\n')) {
    const [surface = '', feature = '', unknown] = line.split('\t');
    if (surface === 'EOS' && /^-?\d+$/u.test(feature)) {
      sentences.push({ words, cost: Number(feature) });
      words = [];
    } else if (line !== '') words.push(describeFeature(surface, feature, unknown === undefined));
  }
  return sentences;
}

function describeFeature(surface: string, feature: string, known: boolean): string {
  const fields = feature.split(',');
  const details = fields.slice(1, 4).filter((detail) => detail !== '*');
  const [form = '*', base = '', reading = ''] = fields.slice(5, 8);
  const word = [surface, fields[0], details.join('-'), form === '*' ? '' : form];
  // `:` stands between the words of an entry that is several.
  return [...word, ...(known ? [base, reading].map((field) => field.replaceAll(':', '')) : ['', ''])].join(
    ' ',
  );
}

async function ourAnswers(lines: readonly string[]): Promise<readonly Sentence[]> {
  const dictionary = await packedDictionary();
  const analyzer = analyzerOf(dictionary);
  const analyze = createLattice(dictionary).analyze;
  return Promise.all(
    lines.map(async (line) => ({
      words: (await analyzer.parse(line))
        // MeCab passes over spaces without a word.
        .filter((token) => !/^[ \t\v\r]+$/u.test(token.surface))
        .map(({ surface, pos, posDetail, form = '', baseForm = '', reading }) =>
          [surface, pos, posDetail, form, baseForm, reading ?? ''].join(' '),
        ),
      cost: analyze(line).cost,
    })),
  );
}

function contentLines(): readonly string[] {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => readFileSync(join('content', file), 'utf8').split('\n'));
}

/** Sentences that verified readings are known of, where a folder with them is named. */
function goldLines(): readonly string[] {
  const path = join(process.env.TOMOYOMI_SHARED ?? '', 'readings', 'ud-dev-gold.json');
  if (process.env.TOMOYOMI_SHARED === undefined || !existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { text: string }[]).map(({ text }) => text);
}

const SCRIPTS = [
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげご',
  'アイウエオカキクケコサシスセソタチツテトーンッャュョ',
  '一二三四五六七八九十百千万億〇',
  '日本川崎市民生委員地域福祉計画高津宮前中原幸麻生多摩区人年月時分方行上下間家',
  'abcdefXYZ0123456789０１２３４５ＡＢＣ',
  '、。「」（）・〜－％!?/()%\u3000 \t',
  'αβγДЖЗ①Ⅲ㎞゛ゝ々ヶﾊﾝｶｸ龍﨑한국어简体',
];

function randomLines(): readonly string[] {
  const char = fc.constantFrom(...SCRIPTS.flatMap((script) => [...script]), '🙂', '👨‍👩‍👧', '𠮷', '𩸽');
  const run = fc
    .tuple(fc.constantFrom(...SCRIPTS), fc.array(fc.nat(), { minLength: 1, maxLength: 30 }))
    .map(([script, picks]) => picks.map((pick) => script.charAt(pick % script.length)).join(''));
  const line = fc.array(fc.oneof(char, run), { minLength: 1, maxLength: 20 }).map((parts) => parts.join(''));
  return fc.sample(line, { numRuns: 3000, seed: 20_240_401 });
}

const gold = goldLines();

const title = missing === null ? 'the same words at the same cost' : `skipped, no ${missing} here: ${REMEDY}`;

describe.skipIf(missing !== null)(`beside MeCab: ${title}`, () => {
  it.each<readonly [string, () => readonly string[]]>([
    ['the plans', contentLines],
    [
      'long lines without a full stop',
      () => [
        contentLines()
          .join('')
          .replace(/[、。\s]/gu, ''),
      ],
    ],
    ...(gold.length > 0 ? [['sentences from elsewhere', () => gold] as const] : []),
    ['scripts mixed at random', randomLines],
  ])('in %s', { timeout: 60_000 }, async (_, read) => {
    const lines = read().filter((line) => line !== '');
    const [mecab, ours] = [askMecab(lines), await ourAnswers(lines)];
    expect(mecab.length).toBe(lines.length);
    for (const [index, line] of lines.entries()) {
      expect(ours[index], line.slice(0, 200)).toEqual(mecab[index]);
    }
  });
});
