/**
 * The reading engine beside kuroshiro with its kuromoji plug-in, as both come, in Node: from nothing to the first
 * paragraph's furigana, and characters per second afterwards. Each trial is a process of its own.
 * `npx tsx tests/bench/analyzer.ts [--runs N]` prints JSON.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CHARACTERS = 100_000;
const ROUNDS = 3;
const ENGINES = [
  'kuroshiro',
  'kuromoji with our rules',
  'naist-jdic with our rules',
  'naist-jdic alone',
] as const;
type Engine = (typeof ENGINES)[number];

interface Trial {
  /** From the first byte read to the first paragraph's readings, ms; the code is there already. */
  readonly first: number;
  /** Of the best of several rounds over the same paragraphs. */
  readonly charactersPerSecond: number;
}

type Convert = (paragraph: string) => Promise<unknown>;

function paragraphs(): readonly string[] {
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();
  const lines = files.flatMap((file) => readFileSync(`content/${file}`, 'utf8').split('\n'));
  const texts = lines.filter((line) => /[぀-ヿ]/u.test(line) && line.length >= 20);
  const result: string[] = [];
  let length = 0;
  for (let index = 0; length < CHARACTERS; index++) {
    const text = texts[index % texts.length] ?? '';
    result.push(text);
    length += text.length;
  }
  return result;
}

/** Loads the engine's code, and gives back what loads its dictionary. */
async function prepare(engine: Engine): Promise<() => Promise<Convert>> {
  if (engine === 'kuroshiro') return prepareKuroshiro();
  const { createReadingEngine } = await import('../../src/japanese/readings.ts');
  const { createNodeKuromojiAnalyzer, createNodeAnalyzer } = await import('../../src/build/node-analyzer.ts');
  const naist = () => createNodeAnalyzer(process.cwd());
  if (engine === 'naist-jdic alone') {
    return async () => {
      const analyzer = await naist();
      return (text) => analyzer.parse(text);
    };
  }
  return async () => {
    const analyzer = await (engine === 'kuromoji with our rules'
      ? createNodeKuromojiAnalyzer(process.cwd())
      : naist());
    const reading = createReadingEngine({ analyzer, lexicon: [] });
    return (text) => reading.read(text);
  };
}

/** As its manual says, with nothing of ours between. */
async function prepareKuroshiro(): Promise<() => Promise<Convert>> {
  const require = createRequire(import.meta.url);
  const kuroshiro = require('kuroshiro') as typeof import('kuroshiro').default;
  const Kuroshiro = 'default' in kuroshiro ? kuroshiro.default : kuroshiro;
  const Plugin = require('kuroshiro-analyzer-kuromoji') as new () => import('kuroshiro').KuroshiroPlugin;
  return async () => {
    const converter = new Kuroshiro();
    await converter.init(new Plugin());
    return (text) => converter.convert(text, { mode: 'furigana', to: 'hiragana' });
  };
}

async function tryOnce(engine: Engine): Promise<Trial> {
  const texts = paragraphs();
  const load = await prepare(engine);
  const begin = performance.now();
  const convert = await load();
  await convert(texts[0] ?? '');
  const first = performance.now() - begin;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    for (const text of texts) await convert(text);
    best = Math.min(best, performance.now() - from);
  }
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return { first, charactersPerSecond: (characters / best) * 1000 };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

function compare(runs: number): void {
  const script = fileURLToPath(import.meta.url);
  const trials = new Map<Engine, Trial[]>(ENGINES.map((engine) => [engine, []]));
  for (let run = 0; run < runs; run++) {
    for (const engine of ENGINES) {
      const args = [...process.execArgv, script, '--engine', engine];
      const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
      trials.get(engine)?.push(JSON.parse(output) as Trial);
    }
  }
  const results = [...trials].map(([engine, list]) => ({
    engine,
    first: median(list.map((trial) => trial.first)),
    charactersPerSecond: median(list.map((trial) => trial.charactersPerSecond)),
  }));
  const peer = results[0];
  const table = results.map(({ engine, first, charactersPerSecond }) => ({
    engine,
    firstMs: Math.round(first),
    charactersPerSecond: Math.round(charactersPerSecond),
    firstRatio: Number((first / (peer?.first ?? Number.NaN)).toFixed(2)),
    speedRatio: Number((charactersPerSecond / (peer?.charactersPerSecond ?? Number.NaN)).toFixed(2)),
  }));
  console.log(JSON.stringify(table, null, 2));
}

const { values } = parseArgs({
  options: { engine: { type: 'string' }, runs: { type: 'string', default: '3' } },
});
const engine = ENGINES.find((one) => one === values.engine);
if (engine === undefined) compare(Number(values.runs));
else console.log(JSON.stringify(await tryOnce(engine)));
