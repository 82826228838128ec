/**
 * `npm run soak`: the long trials of the built site in a real browser. Options: `--only listen`, `fuzz` or `kills`;
 * `--minutes N` of listening (60 by default) after `--warming N` (10, or a third) at `--rate R` (2); `--seconds N` of fuzzing in each situation (30); `--kills N`
 * (20); `--seed N` of what is left to chance; `--situation NAME`, one of those that are fuzzed; `--site DIR`, a site built elsewhere. Ends with code 1 where a bar is missed.
 */
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, dist as ownDist } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';
import { type Bar, formatNumber, formatTable, type Judged, judge } from '../bench/bars.ts';
import { launchBrowser } from './browser.ts';
import { fuzz, fuzzBars } from './fuzz.ts';
import { killBars, killRepeatedly } from './kills.ts';
import { type ListenSample, listenBars, measureListening } from './listen.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    minutes: { type: 'string', default: '60' },
    warming: { type: 'string' },
    rate: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '30' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    situation: { type: 'string' },
    site: { type: 'string', default: ownDist },
  },
});

const number = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`not a number above 0: ${text}`);
  return value;
};
const wants = (part: string): boolean => values.only === undefined || values.only === part;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function runListening(origin: string, dist: string): Promise<readonly Bar[]> {
  const minutes = number(values.minutes);
  const rate = number(values.rate);
  const warming = values.warming === undefined ? Math.min(10, minutes / 3) : number(values.warming);
  say(`Listening for ${minutes} minutes at ${rate}×, after ${formatNumber(warming)} that aren't measured`);
  const browser = await launchBrowser();
  try {
    const row = (sample: ListenSample): readonly string[] => [
      sample.plan,
      `${sample.minute.toFixed(1)} min`,
      `${(sample.heap / 1e6).toFixed(2)} MB`,
      `${sample.nodes} nodes`,
      `${sample.listeners} listeners`,
      `${sample.moments} looks`,
      `drift ${sample.drift.toFixed(3)} s`,
      `longest ${sample.longest.toFixed(0)} ms`,
    ];
    const result = await measureListening(browser, {
      origin,
      dist,
      minutes,
      warming,
      rate,
      onSample: (sample) => say(row(sample).join('  ')),
    });
    say('');
    say(formatTable(result.samples.map(row)));
    say(`books: ${result.books}; heap ${result.before.heap} → ${result.after.heap} bytes`);
    for (const error of result.errors) say(error);
    return listenBars(result);
  } finally {
    await browser.close();
  }
}

async function runFuzz(origin: string, dist: string): Promise<readonly Bar[]> {
  const browser = await launchBrowser();
  try {
    const options = {
      origin,
      dist,
      seconds: number(values.seconds),
      seed: number(values.seed),
      situation: values.situation,
      say,
    };
    return fuzzBars(await fuzz(browser, options));
  } finally {
    await browser.close();
  }
}

async function runKills(origin: string, dist: string): Promise<readonly Bar[]> {
  return killBars(
    await killRepeatedly({ origin, dist, kills: number(values.kills), seed: number(values.seed), say }),
  );
}

function report(bars: readonly Judged[]): void {
  const limit = ({ most, least }: Bar): string =>
    most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : '';
  say('');
  say(
    formatTable(
      bars.map((bar) => [
        bar.name,
        `${formatNumber(bar.figure)} ${bar.unit}`,
        limit(bar),
        bar.passed ? 'passed' : 'MISSED',
      ]),
    ),
  );
}

async function main(): Promise<void> {
  if (values.site === ownDist && !(await build())) throw new Error('the site could not be built: see above');
  const dist = resolve(values.site);
  const server = await serve({ folder: dist, port: 0 });
  const origin = `http://localhost:${server.port}`;
  say(`${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.version}`);
  try {
    const bars: Bar[] = [];
    if (wants('listen')) bars.push(...(await runListening(origin, dist)));
    if (wants('fuzz')) bars.push(...(await runFuzz(origin, dist)));
    if (wants('kills')) bars.push(...(await runKills(origin, dist)));
    const judged = judge(bars);
    report(judged);
    if (judged.some(({ passed }) => !passed)) process.exitCode = 1;
  } finally {
    server.close();
  }
}

await main();
