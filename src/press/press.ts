/** The command behind `npm run press`: documents to talking books. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeAnalyzer } from '../build/node-analyzer.ts';
import { createNodeReadingEngine } from '../build/node-engine.ts';
import { createClipStore } from './clip-store.ts';
import { readInputs } from './inputs.ts';
import { narratedBook } from './narrated-book.ts';
import { type PressOptions, parseOptions, USAGE } from './options.ts';
import { PressError } from './press-error.ts';
import { createProgress } from './progress.ts';
import { checkRecordings, recordBooks } from './record.ts';
import { MEI, setUpPrograms, voiceFile } from './voice.ts';
import { pressErrorOf } from './write-books.ts';
import { writeEdition } from './write-edition.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = join(root, '.cache', 'press');

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

async function press(options: PressOptions, signal: AbortSignal): Promise<void> {
  if (options.check) return checkRecordings(root, say);
  const engine = await createNodeReadingEngine(root, { secondOpinion: !options.record });
  const isNarrated = options.voice !== 'none' || options.record;
  if (isNarrated) await setUpPrograms({ onNotice: say });
  const narration = {
    engine,
    analyzer: await createNodeAnalyzer(root),
    voice: MEI,
    voicePath: isNarrated ? await voiceFile(MEI, { cache, onNotice: say }) : '',
    cache,
    signal,
  };
  if (options.record) return recordBooks(root, { ...narration, progress, say });

  const out = options.out ?? '';
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw pressErrorOf(error, out);
  });
  const clips = createClipStore(join(cache, 'clips'));
  for (const { id, book } of await readInputs(root, options.inputs, engine)) {
    say(`「${book.metadata.title}」`);
    const narrated = isNarrated ? await narratedBook(book, { ...narration, clips, progress }) : null;
    await writeEdition({ id, book, narrated, options, say });
  }
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
    if (!(error instanceof PressError)) throw error;
    say(`${error.message}（${error.code}）`);
    return error.code === 'bad-option' || error.code === 'no-such-input' ? 2 : 1;
  }
}

/** The day on the clock here. */
function today(): string {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

process.exitCode = await main();
