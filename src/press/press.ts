/** The command behind `npm run press`: documents to talking books. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeAnalyzer } from '../build/node-analyzer.ts';
import { createNodeReadingEngine, loadLexicon } from '../build/node-engine.ts';
import { createReadingEngine } from '../japanese/readings.ts';
import { createClipStore } from './clip-store.ts';
import { pressErrorOf } from './files.ts';
import { type PressInput, readInputs } from './inputs.ts';
import { narratedBook } from './narrated-book.ts';
import { type PressOptions, parseOptions, USAGE } from './options.ts';
import { PressError } from './press-error.ts';
import { createProgress } from './progress.ts';
import { checkRecordings, recordBooks } from './record.ts';
import { reportEdition } from './report/report-edition.ts';
import { MEI, setUpPrograms, voiceFile } from './voice.ts';
import { writeEdition } from './write-edition.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = process.env.TOMOYOMI_PRESS_CACHE ?? join(root, '.cache', 'press');

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

async function press(options: PressOptions, signal: AbortSignal): Promise<void> {
  if (options.check) return checkRecordings(root, say);
  const out = options.out === null ? '' : fromHere(options.out);
  if (!options.record) await makeFolder(out);
  const inputs = options.record ? [] : await readAll(options);
  // The next large thing is Open JTalk's dictionary: without this, both are in memory at once.
  globalThis.gc?.();
  const isNarrated = options.voice !== 'none' || options.record;
  if (isNarrated) await setUpPrograms({ onNotice: say });
  const analyzer = await createNodeAnalyzer(root);
  const { entries: lexicon } = await loadLexicon(root);
  const narration = {
    engine: createReadingEngine({ analyzer, lexicon }),
    analyzer,
    voice: MEI,
    voicePath: isNarrated ? await voiceFile(MEI, { cache, onNotice: say }) : '',
    cache,
    signal,
  };
  if (options.record) return recordBooks(root, { ...narration, progress, say });

  const clips = createClipStore(join(cache, 'clips'));
  for (const { id, book } of inputs) {
    signal.throwIfAborted();
    say(`「${book.metadata.title}」`);
    const narrated = isNarrated ? await narratedBook(book, { ...narration, clips, progress }) : null;
    const edition = { id, book, narrated, options: { ...options, out }, say, signal };
    const formats = await writeEdition(edition);
    const report = await reportEdition({ ...edition, formats, clips });
    say(`確かめる紙：${report.path}`);
    if (report.faults > 0) {
      throw new PressError(
        'book-faulty',
        `できた本に${report.faults}件のまちがいがありました。${report.path} を見てください。`,
      );
    }
  }
}

/** With a second opinion on every reading, whose dictionary fills much memory: nothing holds it afterwards. */
async function readAll({ inputs }: PressOptions): Promise<readonly PressInput[]> {
  const engine = await createNodeReadingEngine(root, { secondOpinion: true });
  // Unpacking the dictionaries leaves a hundred megabytes that nobody needs.
  globalThis.gc?.();
  return readInputs(root, inputs, engine, fromHere);
}

/** A path as it was meant where the command was typed. */
function fromHere(path: string): string {
  return resolve(process.env.TOMOYOMI_FROM ?? process.cwd(), path);
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw pressErrorOf(error, path);
  });
}

function progress(label: string) {
  return createProgress(label, {
    write: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
  });
}

async function main(): Promise<number> {
  const ends = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ends.abort());
  try {
    const options = parseOptions(process.argv.slice(2), today());
    if (options.help) process.stdout.write(USAGE);
    else await press(options, ends.signal);
    return 0;
  } catch (error) {
    if (ends.signal.aborted) {
      say('とめました。できたところまでは取ってあり、同じ命令で続きから始まります。（interrupted）');
      return 130;
    }
    const known = pressErrorOf(error, (error as NodeJS.ErrnoException).path ?? '');
    if (!(known instanceof PressError)) {
      say(`思わぬことが起きて、止まりました。次の行を添えて知らせてください。（unexpected）`);
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    }
    say(`${known.message}（${known.code}）`);
    return known.code === 'bad-option' || known.code === 'no-such-input' ? 2 : 1;
  }
}

/** The day on the clock here. */
function today(): string {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

process.exitCode = await main();
