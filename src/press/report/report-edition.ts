/** The officer's report beside a pressed book: gathers it, and writes it. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../book/book.ts';
import { sentencesOf } from '../../book/walk.ts';
import type { ClipStore } from '../clip-store.ts';
import { peakOfMp3 } from '../encode.ts';
import type { NarratedBook } from '../narrated-book.ts';
import type { PressOptions } from '../options.ts';
import { writeWhole } from '../write-books.ts';
import { GENERATOR, type PressedFormat } from '../write-edition.ts';
import { checkNarration } from './check-narration.ts';
import {
  countWords,
  placesOf,
  type Report,
  type ReportedFormat,
  type ReportedNarration,
  reportedDoubts,
  reportedMisreadings,
} from './report.ts';
import { type Players, reportHtml } from './report-html.ts';
import { type Validation, validateEpub } from './validators.ts';

export interface ReportOptions {
  readonly id: string;
  readonly book: Book;
  readonly narrated: NarratedBook | null;
  readonly options: PressOptions;
  readonly formats: readonly PressedFormat[];
  readonly clips: ClipStore;
  readonly signal?: AbortSignal;
}

export interface WrittenReport {
  readonly path: string;
  /** How much is wrong with the book itself; words to listen to are not among it. */
  readonly faults: number;
}

/** The report holds at most so many players, each with its sentence's sound. */
const MOST_PLAYERS = 150;

export async function reportEdition(options: ReportOptions): Promise<WrittenReport> {
  const { book, formats, id, narrated, options: asked } = options;
  const out = asked.out ?? '';
  const narration = narrated === null ? null : await reportedNarration(options);
  const epub = formats.find(({ format }) => format === 'epub')?.paths[0];
  const validations: readonly Validation[] = epub === undefined ? [] : await validateEpub(join(out, epub));
  const report: Report = {
    title: book.metadata.title,
    date: asked.date,
    generator: GENERATOR,
    sentences: sentencesOf(book).filter(({ role }) => role !== 'drawn').length,
    words: countWords(book),
    formats: await Promise.all(formats.map((format) => measured(out, format))),
    doubts: reportedDoubts(book),
    narration,
    validations,
  };
  const path = join(out, `${id}-report.html`);
  await writeWhole(path, reportHtml(report, await playersFor(report, options)));
  const failed = validations.filter(({ outcome }) => outcome === 'failed').length;
  return { path, faults: failed + (narration?.faults.length ?? 0) };
}

async function reportedNarration({
  book,
  narrated,
  signal,
}: ReportOptions): Promise<ReportedNarration | null> {
  const narration = narrated?.narration ?? null;
  if (narrated === null || narration === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-report-'));
  try {
    const check = await checkNarration(book, narration, {
      folder,
      peakOf: (file) => peakOfMp3(file, signal),
    });
    const places = placesOf(book);
    return {
      narrator: narration.narrator,
      credits: narration.credits,
      duration: check.duration,
      peak: check.peak,
      faults: check.faults,
      misreadings: reportedMisreadings(book, narrated.clips),
      unspoken: check.unspoken.flatMap((sentence) => {
        const place = places.get(sentence);
        return place === undefined ? [] : [{ ...place, range: { start: 0, end: 0 } }];
      }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The sound of the first place of each word to listen to, as `data:` addresses: the report is one file. */
async function playersFor(
  { doubts, narration }: Report,
  { clips, narrated }: ReportOptions,
): Promise<Players> {
  const players = new Map<string, string>();
  if (narrated === null || narration === null) return players;
  const wanted = [
    ...narration.misreadings.map(({ place }) => place.sentence.id),
    ...doubts.flatMap(({ places }) => places.slice(0, 1).map(({ sentence }) => sentence.id)),
  ];
  for (const id of wanted) {
    const key = narrated.clips.get(id)?.key;
    if (key === undefined || players.has(id) || players.size >= MOST_PLAYERS) continue;
    players.set(id, `data:audio/mpeg;base64,${Buffer.from(await clips.load(key)).toString('base64')}`);
  }
  return players;
}

async function measured(out: string, { format, paths, problems }: PressedFormat): Promise<ReportedFormat> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(join(out, path));
      const isFolder = found.isDirectory();
      return { path, isFolder, bytes: isFolder ? await bytesBelow(join(out, path)) : found.size };
    }),
  );
  return { format, files, problems };
}

async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
