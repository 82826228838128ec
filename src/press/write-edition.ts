/** One book in all the formats that were asked for, each as a folder and as an archive, and the officer's report. */
import { join } from 'node:path';
import type { Book } from '../book/book.ts';
import { writeAudio } from '../formats/audio/write-audio.ts';
import { writeDaisy3 } from '../formats/daisy3/write-daisy3.ts';
import { writeDaisy202 } from '../formats/daisy202/write-daisy202.ts';
import { writeEpub } from '../formats/epub/write-epub.ts';
import type { TalkingBook, WriteProblem, WrittenBook } from '../formats/talking-book.ts';
import type { NarratedBook } from './narrated-book.ts';
import type { PressFormat, PressOptions } from './options.ts';
import { writeArchive, writeFolder } from './write-books.ts';

/** Named in every book. */
export const GENERATOR = 'ともよみ';

export interface Edition {
  /** What the books are called. */
  readonly id: string;
  readonly book: Book;
  /** `null` for books of text alone. */
  readonly narrated: NarratedBook | null;
  readonly options: PressOptions;
  readonly say: (message: string) => void;
  readonly signal?: AbortSignal;
}

/** What came of one format. */
export interface PressedFormat {
  readonly format: PressFormat;
  /** Paths below the folder for books. */
  readonly paths: readonly string[];
  readonly problems: readonly WriteProblem[];
}

export async function writeEdition({
  id,
  book,
  narrated,
  options,
  say,
  signal,
}: Edition): Promise<readonly PressedFormat[]> {
  const out = options.out ?? '';
  const talking: TalkingBook = {
    book,
    narration: narrated?.narration ?? null,
    making: { date: options.date, generator: GENERATOR },
  };
  const pressed: PressedFormat[] = [];
  for (const format of options.formats) {
    signal?.throwIfAborted();
    const written = writeFormat(format, talking, options);
    if (written.files.length === 0) {
      say(`${format}：声のない本なので、作りませんでした。`);
      continue;
    }
    const lacking = written.problems
      .filter(({ code }) => code === 'not-in-charset')
      .map(({ detail }) => detail);
    if (lacking.length > 0) say(`${format}：Shift_JIS にない文字を〓にしました：${lacking.join('')}`);
    pressed.push({
      format,
      paths: await put({ out, id, format, date: options.date, signal }, written),
      problems: written.problems,
    });
    say(
      `${format}：${
        pressed
          .at(-1)
          ?.paths.map((path) => join(out, path))
          .join('、') ?? ''
      }`,
    );
  }
  return pressed;
}

function writeFormat(format: PressFormat, talking: TalkingBook, options: PressOptions): WrittenBook {
  const { charset, readings, vertical } = options;
  switch (format) {
    case 'epub':
      return writeEpub(talking, vertical ? { vertical } : {});
    case 'daisy202':
      return writeDaisy202(talking, { charset, readings });
    case 'daisy3':
      return writeDaisy3(talking, { readings });
    case 'audio':
      return writeAudio(talking);
  }
}

interface Place {
  readonly out: string;
  readonly id: string;
  readonly format: PressFormat;
  readonly date: string;
  readonly signal: AbortSignal | undefined;
}

/** An EPUB is its archive; the others are a folder, and an archive that unpacks to one. */
async function put(
  { out, id, format, date, signal }: Place,
  { files }: WrittenBook,
): Promise<readonly string[]> {
  const ends = signal === undefined ? {} : { signal };
  if (format === 'epub') {
    await writeArchive(join(out, `${id}.epub`), files, { date, ...ends });
    return [`${id}.epub`];
  }
  const folder = `${id}-${format}`;
  await writeFolder(join(out, folder), files, signal);
  await writeArchive(join(out, `${folder}.zip`), files, { date, folder, ...ends });
  return [folder, `${folder}.zip`];
}
