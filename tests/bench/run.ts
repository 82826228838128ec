/**
 * `npm run bench`: measures the built site beside its peers in one run of one browser, prints medians, ratios and what
 * they are held against, and writes everything to `tests/bench/results.json`. Options: `--runs N` (of each opening, 7
 * by default), `--site DIR` (a site built elsewhere), `--only opening`, `listen`, `recorded`, `marking`, `switches`,
 * `readings` or `press`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import type { Book } from '../../src/book/book.ts';
import { build, dist as ownDist } from '../../tools/build.mjs';
import { serve } from '../../tools/serve.mjs';
import { judge } from './bars.ts';
import { launchBrowser, SLOW, VIEWPORT } from './browser.ts';
import { writeBenchEpub } from './epub.ts';
import { measureFirstText, type Opening } from './first-text.ts';
import { measureListen } from './listen.ts';
import { measureMarking } from './marking.ts';
import { bundleScript, preparePeers } from './prepare.ts';
import { measurePress } from './press.ts';
import { measureReadings } from './readings.ts';
import { measureRecorded } from './recorded.ts';
import { barsOf, METHOD, type Measured, type OpeningResult, report } from './report.ts';
import { measureSwitches } from './switches.ts';
import { firstWords, paragraphsOf, readPlans, repeatBooks, sizeOf } from './texts.ts';

const here = dirname(fileURLToPath(import.meta.url));
const cache = resolve(here, '..', '..', '.cache', 'bench');

/** The size of an EPUB like a book from a shop, in bytes, and of a text that is long for furigana, in rubies. */
const LONG_EPUB = 233_000;
const LONG_RUBIES = 22_000;

/** The text whose readings are worked out, in UTF-16 code units. */
const LONG_TEXT = 100_000;

/** Each reads the text eight times over: enough for a median, and the bench stays short. */
const MOST_READING_RUNS = 5;

interface Site {
  readonly dist: string;
  readonly origin: string;
  readonly peers: string;
}

interface Texts {
  readonly plan: Book;
  readonly largest: Book;
  readonly long: Book;
  readonly rubies: Book;
}

function textsOf(dist: string): Texts {
  const plans = readPlans(dist);
  const plan = plans.get('plan-5');
  const all = [...plans.values()];
  const largest = all
    .filter(({ id }) => /^plan-\d+$/u.test(id))
    .sort((a, b) => sizeOf(b).characters - sizeOf(a).characters)[0];
  if (plan === undefined || largest === undefined) throw new Error(`${dist} has no plans`);
  return {
    plan,
    largest,
    long: repeatBooks('bench-long', all, (book) => writeBenchEpub(book).length >= LONG_EPUB),
    rubies: repeatBooks('bench-rubies', all, (book) => sizeOf(book).rubies >= LONG_RUBIES),
  };
}

async function measureOpenings(
  browser: Browser,
  { origin, peers }: Site,
  { plan, largest, long }: Texts,
  runs: number,
): Promise<readonly OpeningResult[]> {
  const script = await bundleScript('first-text');
  const pairs = [
    { text: 'plan-5, the same text for all', own: plan, other: plan },
    {
      text: `long EPUB for the peers; ${largest.id}, the largest plan, for ともよみ`,
      own: largest,
      other: long,
    },
  ];
  const opened: OpeningResult[] = [];
  for (const { text, own, other } of pairs) {
    const peer = (name: string, page: string): Opening => ({
      name,
      url: `${peers}/${page}?book=/books/${other.id}.epub`,
      sentence: firstWords(other),
    });
    const openings = [
      { name: 'ともよみ', url: `${origin}/read/${own.id}`, sentence: firstWords(own) },
      peer('epub.js', 'epubjs.html'),
      peer('foliate-js', 'foliate.html'),
    ];
    for (const slow of [false, true]) {
      progress(`first text, ${slow ? 'slow' : 'fast'}: ${text}`);
      const samples = await measureFirstText(browser, openings, { runs, slow, script });
      opened.push({ text, slow, samples });
    }
  }
  return opened;
}

async function measure(
  browser: Browser,
  site: Site,
  texts: Texts,
  { runs, wants }: { readonly runs: number; readonly wants: (part: string) => boolean },
): Promise<Measured> {
  const openings = wants('opening') ? await measureOpenings(browser, site, texts, runs) : [];
  let listen: Measured['listen'] = null;
  if (wants('listen')) {
    progress('JavaScript until 聞く answers');
    const url = `${site.origin}/read/${texts.plan.id}`;
    listen = await measureListen(browser, {
      url,
      dist: site.dist,
      speech: await bundleScript('scripted-speech'),
    });
  }
  let recorded: Measured['recorded'] = null;
  if (wants('recorded')) {
    progress('from a press to recorded sound');
    const { id } = texts.plan;
    recorded = await measureRecorded(browser, {
      origin: site.origin,
      plan: id,
      address: recordingOf(site.dist, id),
      script: await bundleScript('sound'),
      runs,
    });
  }
  let marking: Measured['marking'] = null;
  if (wants('marking')) {
    progress('moves of the marks');
    marking = await measureMarking(browser, {
      url: `${site.origin}/read/${texts.plan.id}`,
      script: await bundleScript('marking'),
    });
  }
  let switches: Measured['switches'] = null;
  if (wants('switches')) {
    progress('furigana and font size on a long book');
    switches = await measureSwitches(browser, {
      origin: site.origin,
      plainUrl: `${site.peers}/plain.html`,
      book: texts.rubies,
      scripts: { keep: await bundleScript('keep-book'), switches: await bundleScript('switches') },
      rounds: Math.max(1, Math.ceil(runs / 2)),
    });
  }
  let readings: Measured['readings'] = null;
  if (wants('readings')) {
    progress(`readings of ${LONG_TEXT} characters`);
    readings = await measureReadings(browser, {
      origin: site.origin,
      peers: site.peers,
      worker: workerOf(site.dist),
      paragraphs: paragraphsOf(join(here, '..', '..', 'content'), LONG_TEXT),
      runs: Math.min(runs, MOST_READING_RUNS),
    });
  }
  let press: Measured['press'] = null;
  if (wants('press')) {
    progress('narration');
    press = await measurePress(join(here, '..', '..'), texts.plan);
    if (press === null) progress('SKIPPED: Open JTalk or the voice is missing; npm run press fetches them');
  }
  return { openings, listen, recorded, marking, switches, readings, press };
}

/** The address of the app's worker for readings. */
function workerOf(dist: string): string {
  const name = readdirSync(join(dist, 'assets')).find((file) => /^reading-worker-.*\.js$/u.test(file));
  if (name === undefined) throw new Error(`${dist} has no worker for readings`);
  return `/assets/${name}`;
}

/** The address of a book's list of clips. */
function recordingOf(dist: string, book: string): string {
  const name = readdirSync(join(dist, 'audio', book)).find((file) => file.endsWith('clips.json'));
  if (name === undefined) throw new Error(`${dist} has no recording of ${book}`);
  return `/audio/${book}/${name}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '7' },
      site: { type: 'string', default: ownDist },
      only: { type: 'string' },
    },
  });
  if (values.site === ownDist && !(await build())) throw new Error('the site could not be built: see above');
  const dist = resolve(values.site);
  const texts = textsOf(dist);
  const folder = join(cache, 'peers');
  const epubs = await preparePeers(folder, [texts.plan, texts.long], texts.rubies);
  const servers = await Promise.all([serve({ folder: dist, port: 0 }), serve({ folder, port: 0 })]);
  const [origin = '', peers = ''] = servers.map(({ port }) => `http://localhost:${port}`);
  const load = loadavg()[0] ?? 0;
  const browser = await launchBrowser();
  try {
    const runs = Math.max(1, Number.parseInt(values.runs, 10) || 1);
    const wants = (part: string): boolean => values.only === undefined || values.only === part;
    const machine = {
      browser: `Chromium ${browser.version()}`,
      cores: cpus().length,
      processor: cpus()[0]?.model ?? 'unknown',
      node: process.version,
      /** Processes that wanted a core in the last minute, before the bench began. */
      loadBefore: load,
    };
    const measured = await measure(browser, { dist, origin, peers }, texts, { runs, wants });
    const sizes = {
      epubs,
      plan: sizeOf(texts.plan),
      largest: sizeOf(texts.largest),
      long: sizeOf(texts.long),
      rubies: sizeOf(texts.rubies),
    };
    const bars = judge(barsOf(measured));
    process.stdout.write(`${report(measured, bars, machine, sizes)}\n`);
    const conditions = { method: METHOD, machine, viewport: VIEWPORT, slow: SLOW, runs, sizes };
    writeFileSync(join(here, 'results.json'), JSON.stringify({ ...conditions, bars, ...measured }, null, 1));
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
}

function progress(what: string): void {
  process.stderr.write(`… ${what}\n`);
}

await main();
