/**
 * The reading engine beside kuroshiro with its kuromoji plug-in, as both come, in Node.
 *
 * Characters per second: all in one process, by turns, after a warm-up; each round gives one ratio, and the median of
 * the rounds is given, because the machine is never quiet. The whole engine is `addReadings` over a book of sentences,
 * the analyzer alone its columns. First paragraph: each trial in a process of its own, from the first byte of the
 * dictionary to the first paragraph's furigana; the code is there already.
 *
 * `npx tsx tests/bench/analyzer.ts [--runs N] [--text FILE]` prints JSON. Without a file the plans are read.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BOOK_VERSION, type Book } from '../../src/book/book.ts';
import { createNodeAnalyzer } from '../../src/build/node-analyzer.ts';
import { addReadings } from '../../src/japanese/add-readings.ts';
import { type LexiconEntry, parseLexicon } from '../../src/japanese/lexicon.ts';
import { createReadingEngine } from '../../src/japanese/readings.ts';

const CHARACTERS = 100_000;
const WARM_UPS = 3;
const ENGINES = ['kuroshiro', 'whole engine', 'naist-jdic alone'] as const;
type Engine = (typeof ENGINES)[number];

/** Reads all sentences. */
type Convert = (sentences: readonly string[]) => Promise<unknown>;

const { values } = parseArgs({
  options: {
    engine: { type: 'string' },
    runs: { type: 'string', default: '7' },
    text: { type: 'string' },
  },
});
const root = process.cwd();

function sentences(): readonly string[] {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => `content/${file}`);
  const lines = (values.text === undefined ? files : [values.text]).flatMap((file) =>
    readFileSync(file, 'utf8').split('\n'),
  );
  const texts = lines
    .filter((line) => /[぀-ヿ]/u.test(line) && line.length >= 10)
    .flatMap((line) => line.split(/(?<=。)/u));
  const result: string[] = [];
  let length = 0;
  for (let index = 0; length < CHARACTERS; index++) {
    const text = texts[index % texts.length] ?? '';
    result.push(text);
    length += text.length;
  }
  return result;
}

function bookOf(texts: readonly string[]): Book {
  const block = {
    type: 'paragraph',
    sentences: texts.map((text, index) => ({ id: `s${index}`, text, ruby: [], marks: [], words: [] })),
  } as const;
  return {
    version: BOOK_VERSION,
    id: 'bench',
    metadata: { title: '', language: 'ja', creators: [] },
    title: [],
    sections: [{ id: 'a', heading: [], blocks: [block], sections: [] }],
  };
}

function lexicon(): readonly LexiconEntry[] {
  const parsed = parseLexicon(readFileSync('content/lexicon.csv', 'utf8'));
  return parsed.ok ? parsed.entries : [];
}

/** Loads the dictionary; what is made of files other than it is there before. */
function prepare(engine: Engine): () => Promise<Convert> {
  if (engine === 'kuroshiro') return prepareKuroshiro();
  if (engine === 'naist-jdic alone') {
    return async () => {
      const analyzer = await createNodeAnalyzer(root);
      return async (texts) => texts.map((text) => analyzer.analyze(text).length);
    };
  }
  const entries = lexicon();
  return async () => {
    const reading = createReadingEngine({ analyzer: await createNodeAnalyzer(root), lexicon: entries });
    return (texts) => addReadings(bookOf(texts), reading);
  };
}

/** As its manual says, with nothing of ours between. */
function prepareKuroshiro(): () => Promise<Convert> {
  const require = createRequire(import.meta.url);
  const kuroshiro = require('kuroshiro') as typeof import('kuroshiro').default;
  const Kuroshiro = 'default' in kuroshiro ? kuroshiro.default : kuroshiro;
  const Plugin = require('kuroshiro-analyzer-kuromoji') as new () => import('kuroshiro').KuroshiroPlugin;
  return async () => {
    const converter = new Kuroshiro();
    await converter.init(new Plugin());
    return async (texts) => {
      for (const text of texts) await converter.convert(text, { mode: 'furigana', to: 'hiragana' });
    };
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Milliseconds from nothing to the first paragraph's readings. */
async function firstParagraph(engine: Engine): Promise<number> {
  const first = sentences().slice(0, 3);
  const load = prepare(engine);
  return timed(async () => (await load())(first));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

function rounded(number: number): number {
  return Number(number.toFixed(2));
}

/** Runs each engine in a process of its own, by turns. */
function firstParagraphs(runs: number): ReadonlyMap<Engine, readonly number[]> {
  const script = fileURLToPath(import.meta.url);
  const trials = new Map<Engine, number[]>(ENGINES.map((engine) => [engine, []]));
  for (let run = 0; run < runs; run++) {
    for (const engine of ENGINES) {
      const args = [...process.execArgv, script, '--engine', engine];
      if (values.text !== undefined) args.push('--text', values.text);
      trials.get(engine)?.push(Number(execFileSync(process.execPath, args, { encoding: 'utf8' })));
    }
  }
  return trials;
}

/** Milliseconds for all sentences, each round of each engine. */
async function rounds(runs: number): Promise<ReadonlyMap<Engine, readonly number[]>> {
  const texts = sentences();
  const engines: (readonly [Engine, Convert])[] = [];
  for (const engine of ENGINES) engines.push([engine, await prepare(engine)()]);
  const times = new Map<Engine, number[]>(ENGINES.map((engine) => [engine, []]));
  for (let run = -WARM_UPS; run < runs; run++) {
    for (const [engine, convert] of engines) {
      const time = await timed(() => convert(texts));
      if (run >= 0) times.get(engine)?.push(time);
    }
  }
  return times;
}

/** The median of what each round's time is to kuroshiro's own. */
function ratio(times: ReadonlyMap<Engine, readonly number[]>, engine: Engine): number {
  const peer = times.get('kuroshiro') ?? [];
  return median((times.get(engine) ?? []).map((time, round) => time / (peer[round] ?? Number.NaN)));
}

async function compare(runs: number): Promise<void> {
  const characters = sentences().reduce((sum, { length }) => sum + length, 0);
  const first = firstParagraphs(runs);
  const all = await rounds(runs);
  const table = ENGINES.map((engine) => ({
    engine,
    charactersPerSecond: Math.round((characters / median(all.get(engine) ?? [])) * 1000),
    speedRatio: rounded(1 / ratio(all, engine)),
    firstMs: Math.round(median(first.get(engine) ?? [])),
    firstRatio: rounded(ratio(first, engine)),
  }));
  console.log(JSON.stringify(table, null, 2));
}

const engine = ENGINES.find((one) => one === values.engine);
if (engine === undefined) await compare(Number(values.runs));
else console.log(await firstParagraph(engine));
