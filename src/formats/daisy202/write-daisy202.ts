/**
 * A Book as DAISY 2.02 (DAISY Consortium, 2001-02-28): text and sound where it is narrated, else text alone. There is no
 * ruby in XHTML 1.0; readings stand in parentheses or are left to the voice.
 */
import type { Section, Sentence } from '../../book/book.ts';
import type { Clip } from '../../book/media-overlay.ts';
import { textOf } from '../../book/text.ts';
import { sectionsOf } from '../../book/walk.ts';
import {
  type Chapter,
  chaptersOf,
  clipsOf,
  isHeld,
  lengthOfMoments,
  type Moment,
  momentId,
  momentsOf,
} from '../chapters.ts';
import { describeImages } from '../describe-images.ts';
import { identifierOf } from '../identifier.ts';
import { withNumberedPages } from '../numbered-pages.ts';
import { withOwnTitle } from '../own-title.ts';
import type { PlainReadings } from '../plain-readings.ts';
import { encodeShiftJis } from '../shift-jis/encode.ts';
import {
  type BookFile,
  bookFile,
  type TalkingBook,
  type WriteProblem,
  type WrittenBook,
} from '../talking-book.ts';
import { writeContent } from './content.ts';
import { smilName, textName } from './names.ts';
import { writeNcc } from './ncc.ts';
import { type Charset, metaNamed, writePage } from './page.ts';
import { writeMaster, writeSmil } from './smil.ts';

export interface Daisy202Options {
  /** `utf-8` unless told. */
  readonly charset?: Charset;
  /** `none` unless told. */
  readonly readings?: PlainReadings;
}

export function writeDaisy202(given: TalkingBook, options: Daisy202Options = {}): WrittenBook {
  const { charset = 'utf-8', readings = 'none' } = options;
  const talking: TalkingBook = {
    ...given,
    book: withNumberedPages(describeImages(withOwnTitle(given.book))),
  };
  const { book, narration, making } = talking;
  const clips = clipsOf(narration);
  const headings = headingsOf(sectionsOf(book).map(({ section }) => section));
  const headingOf = (sentence: Sentence): readonly Sentence[] => headings.get(sentence.id) ?? [sentence];
  const chapters = chaptersOf(book)
    .map((chapter) => ({ chapter, moments: heldMoments(chapter, clips) }))
    .filter(({ moments }) => moments.length > 0);
  const missing = new Set<string>();
  const encode = (text: string): Uint8Array => {
    if (charset === 'utf-8') return new TextEncoder().encode(text);
    const encoded = encodeShiftJis(text);
    for (const char of encoded.missing) missing.add(char);
    return encoded.bytes;
  };
  const common = {
    identifier: identifierOf(talking),
    bookTitle: book.metadata.title,
    generator: making.generator,
    charset,
  };

  const files: BookFile[] = [];
  let bytes = 0;
  const add = (path: string, text: string): void => {
    const encoded = encode(text);
    bytes += encoded.length;
    files.push(bookFile(path, encoded));
  };
  let elapsed = 0;
  for (const { chapter, moments } of chapters) {
    const title = titleOf(chapter, book.metadata.title);
    const spoken = new Set(moments.map(momentId));
    const page = { title, language: book.metadata.language, charset };
    const metas = [metaNamed('dc:title', book.metadata.title), metaNamed('dc:format', 'Daisy 2.02')];
    add(textName(chapter), writePage({ ...page, metas }, writeContent(chapter, { readings, spoken })));
    add(smilName(chapter), writeSmil(chapter, moments, clips, { ...common, title, elapsed }));
    elapsed += lengthOfMoments(moments, clips);
  }
  const named = chapters.map(({ chapter }) => ({ chapter, title: titleOf(chapter, book.metadata.title) }));
  add('master.smil', writeMaster(named, elapsed, common));
  for (const recording of narration?.recordings ?? []) {
    bytes += Math.round(recording.duration * RECORDING_BYTES_PER_SECOND);
    files.push({ path: recording.path, load: recording.load });
  }
  const ncc = writeNcc(talking, chapters, {
    identifier: common.identifier,
    charset,
    total: elapsed,
    files: files.length + 1,
    kilobytes: Math.ceil(bytes / 1024),
    headingOf,
  });
  return {
    files: [bookFile('ncc.html', encode(ncc)), ...files],
    problems: [...missing].map((char): WriteProblem => ({ code: 'not-in-charset', detail: char })),
  };
}

/** 48 kbit/s. */
const RECORDING_BYTES_PER_SECOND = 6000;

function heldMoments(chapter: Chapter, clips: ReadonlyMap<string, Clip>): readonly Moment[] {
  return momentsOf(chapter).filter((moment) => isHeld(moment, clips));
}

function titleOf(chapter: Chapter, bookTitle: string): string {
  const heading = textOf(chapter.sections[0]?.heading ?? []);
  return heading === '' ? bookTitle : heading;
}

function headingsOf(sections: readonly Section[]): ReadonlyMap<string, readonly Sentence[]> {
  const headings = new Map<string, readonly Sentence[]>();
  for (const { heading } of sections) {
    const [first] = heading;
    if (first !== undefined) headings.set(first.id, heading);
  }
  return headings;
}
