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
}: Edition): Promise<readonly PressedFormat[]> {
  const out = options.out ?? '';
  const talking: TalkingBook = {
    book,
    narration: narrated?.narration ?? null,
    making: { date: options.date, generator: GENERATOR },
  };
  const pressed: PressedFormat[] = [];
  for (const format of options.formats) {
    const written = writeFormat(format, talking, options);
    if (written.files.length === 0) {
      say(`${format}：声のない本なので、作りませんでした。`);
      continue;
    }
    for (const problem of written.problems) say(`${format}：${problem.code}「${problem.detail}」`);
    pressed.push({
      format,
      paths: await put(out, id, format, written, options.date),
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

/** An EPUB is its archive; the others are a folder, and an archive that unpacks to one. */
async function put(
  out: string,
  id: string,
  format: PressFormat,
  { files }: WrittenBook,
  date: string,
): Promise<readonly string[]> {
  if (format === 'epub') {
    await writeArchive(join(out, `${id}.epub`), files, { date });
    return [`${id}.epub`];
  }
  const folder = `${id}-${format}`;
  await writeFolder(join(out, folder), files);
  await writeArchive(join(out, `${folder}.zip`), files, { date, folder });
  return [folder, `${folder}.zip`];
}
