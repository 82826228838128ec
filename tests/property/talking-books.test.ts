import fc from 'fast-check';
import { XmlDocument, type XmlElement, XmlText } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { checkOverlay } from '../../src/book/media-overlay.ts';
import { sectionsOf, sentencesOf } from '../../src/book/walk.ts';
import { writeDaisy3 } from '../../src/formats/daisy3/write-daisy3.ts';
import { writeDaisy202 } from '../../src/formats/daisy202/write-daisy202.ts';
import { writeEpub } from '../../src/formats/epub/write-epub.ts';
import { toShowable } from '../../src/formats/html/escape.ts';
import { readFrames } from '../../src/formats/mp3/frames.ts';
import { plainText } from '../../src/formats/plain-readings.ts';
import type { BookFile, TalkingBook, WrittenBook } from '../../src/formats/talking-book.ts';
import { escapeXml } from '../../src/formats/xml/xml.ts';
import { faultsOf } from '../unit/formats/dtd.ts';
import { books } from './books.ts';
import { isSpeakable, spoken, unspoken } from './narrations.ts';

const talkingBooks: fc.Arbitrary<TalkingBook> = fc
  .tuple(books, fc.boolean())
  .map(([book, isSpoken]) => (isSpoken ? spoken(book) : unspoken(book)));

const isXml = ({ path }: BookFile): boolean => /\.(?:xhtml|html|smil|opf|ncx|xml|res|pls)$/u.test(path);

async function textOfFile(file: BookFile): Promise<string> {
  return new TextDecoder().decode(await file.load());
}

/** Every element with the name, in order, as its attributes. */
function elementsNamed(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  const document = XmlDocument.fromString(xml);
  const found = document
    .find(`//*[local-name()='${name}']`)
    .map((node) => Object.fromEntries((node as XmlElement).attrs.map((attr) => [attr.name, attr.value])));
  document.dispose();
  return found;
}

/** The text of each element that has an id, its readings aside. */
function textsById(xml: string): ReadonlyMap<string, string> {
  const document = XmlDocument.fromString(xml);
  const texts = new Map<string, string>();
  for (const node of document.find('//*[@id]')) {
    const element = node as XmlElement;
    const pieces = element.find(
      ".//text()[not(ancestor::*[local-name()='rt' or local-name()='rp'])] | .//*[local-name()='br']",
    );
    const text = pieces.map((piece) => (piece instanceof XmlText ? piece.content : '\n')).join('');
    const id = element.attr('id')?.value ?? '';
    expect(texts.has(id), `the id ${id} twice`).toBe(false);
    texts.set(id, text);
  }
  document.dispose();
  return texts;
}

interface Saying {
  readonly target: string;
  readonly audio: string | null;
  readonly begin: number;
  readonly end: number;
}

const seconds = (clock: string): number =>
  clock
    .replace(/^npt=|s$/gu, '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);

/** What is said, in the order of the SMIL files. */
async function sayingsOf(files: readonly BookFile[]): Promise<readonly Saying[]> {
  const sayings: Saying[] = [];
  for (const file of files.filter(({ path }) => /smil\d|\d\.smil|title\.smil/u.test(path))) {
    const document = XmlDocument.fromString((await textOfFile(file)).replace(/<!DOCTYPE[^>]*>/u, ''));
    for (const par of document.find("//*[local-name()='par']")) {
      const text = (par as XmlElement).get("*[local-name()='text']") as XmlElement;
      const audio = (par as XmlElement).get("*[local-name()='audio']") as XmlElement | null;
      const at = (name: string): string =>
        audio?.attr(name)?.value ??
        audio?.attr(name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`))?.value ??
        '';
      sayings.push({
        target: text.attr('src')?.value ?? '',
        audio: audio?.attr('src')?.value ?? null,
        begin: audio === null ? 0 : seconds(at('clipBegin')),
        end: audio === null ? 0 : seconds(at('clipEnd')),
      });
    }
    document.dispose();
  }
  return sayings;
}

/** Every clip begins where the one before it in the same file ends, and the last ends with the file. */
async function expectGapless(sayings: readonly Saying[], { narration }: TalkingBook): Promise<void> {
  const ends = new Map<string, number>();
  for (const { audio, begin, end } of sayings) {
    if (audio === null) continue;
    expect(begin).toBeCloseTo(ends.get(audio) ?? 0, 3);
    expect(end).toBeGreaterThan(begin);
    ends.set(audio, end);
  }
  for (const { path, duration } of narration?.recordings ?? [])
    expect(ends.get(path)).toBeCloseTo(duration, 2);
}

/** The sentences that a narration says, once each and in order. */
function saidOf({ book, narration }: TalkingBook): readonly string[] {
  const spokenPlaces = sentencesOf(book).filter(({ role }) => role !== 'drawn');
  return narration === null
    ? []
    : spokenPlaces
        .map(({ sentence }) => sentence)
        .filter(isSpeakable)
        .map(({ id }) => id);
}

const targetId = ({ target }: Saying): string => target.slice(target.indexOf('#') + 1);

async function sameBytes(write: () => WrittenBook): Promise<void> {
  const [one, other] = [write(), write()];
  expect(other.files.map(({ path }) => path)).toEqual(one.files.map(({ path }) => path));
  for (const [index, file] of one.files.entries()) {
    if (isXml(file)) expect(await textOfFile(other.files[index] as BookFile)).toBe(await textOfFile(file));
  }
}

function expectGoodPaths({ files }: WrittenBook): void {
  const paths = files.map(({ path }) => path);
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  for (const path of paths) expect(path).toMatch(/^(?:EPUB\/|META-INF\/)?[a-z0-9-]+(?:\.[a-z0-9]+)?$/u);
}

test('a silent narration is one of just its book', () => {
  fc.assert(
    fc.property(books, (book) => {
      const { narration } = spoken(book);
      const faults = narration === null ? [] : checkOverlay(book, narration.overlay);
      const places = new Map(sentencesOf(book).map(({ sentence }) => [sentence.id, sentence]));
      expect(
        faults.filter(({ sentence }) =>
          isSpeakable(places.get(sentence) ?? { id: '', text: '', ruby: [], marks: [], words: [] }),
        ),
      ).toEqual([]);
    }),
  );
});

test('recordings are as long as their clips, and whole frames', async () => {
  await fc.assert(
    fc.asyncProperty(books, async (book) => {
      for (const { load, duration } of spoken(book).narration?.recordings ?? []) {
        const { format, frames } = readFrames(await load());
        expect((frames.length * format.samplesPerFrame) / format.sampleRate).toBeCloseTo(duration, 6);
      }
    }),
    { numRuns: 30 },
  );
});

describe('any book as EPUB', () => {
  test('is well-formed, says each sentence once and in order, and has the book’s words', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, fc.boolean(), async (talking, vertical) => {
        const written = writeEpub(talking, { vertical });
        expectGoodPaths(written);
        const texts = new Map<string, string>();
        for (const file of written.files.filter(isXml)) {
          expect(faultsOf(await withoutType(file)), file.path).toEqual([]);
          if (!/\/(?:title|text-\d+)\.xhtml$/u.test(file.path)) continue;
          for (const [id, text] of textsById(await textOfFile(file))) {
            expect(texts.has(id), id).toBe(false);
            texts.set(id, text);
          }
        }
        const sayings = await sayingsOf(written.files);
        expect(sayings.map(targetId)).toEqual(saidOf(talking));
        await expectGapless(sayings, talking);
        for (const { sentence } of sentencesOf(talking.book)) {
          expect(texts.get(sentence.id)).toBe(
            toShowable(sentence.text).replace(/[\ufffe\uffff]/gu, '\ufffd'),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is the same whenever it is made', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, (talking) => sameBytes(() => writeEpub(talking))),
      { numRuns: 20 },
    );
  });
});

/** An HTML 5 document type names nothing to be held against. */
async function withoutType(file: BookFile): Promise<Uint8Array> {
  return new TextEncoder().encode((await textOfFile(file)).replace('<!DOCTYPE html>', ''));
}

const readings = fc.constantFrom('parentheses', 'none');

/** The ids that DAISY must be able to lead to: what is said, headings, pages with numbers. */
function placesOf(talking: TalkingBook): readonly string[] {
  return sectionsOf(talking.book).flatMap(({ section }) => section.heading.slice(0, 1).map(({ id }) => id));
}

function expectWords(texts: ReadonlyMap<string, string>, book: Book, chosen: 'parentheses' | 'none'): void {
  const unescaped = (text: string): string =>
    escapeXml(text).replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? '');
  for (const { sentence } of sentencesOf(book)) {
    expect(texts.get(sentence.id)).toBe(unescaped(plainText(sentence, chosen)).replace(/\r\n?/gu, '\n'));
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

describe('any book as DAISY 2.02', () => {
  test('is valid, says each sentence once and in order, and leads to each heading', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, readings, async (talking, chosen) => {
        const written = writeDaisy202(talking, { readings: chosen });
        expectGoodPaths(written);
        expect(written.problems).toEqual([]);
        for (const file of written.files.filter(isXml))
          expect(faultsOf(await file.load()), file.path).toEqual([]);
        const sayings = await sayingsOf(written.files);
        const heard = sayings.filter(({ audio }) => audio !== null);
        expect(heard.map(targetId)).toEqual(saidOf(talking));
        await expectGapless(heard, talking);
        const ncc = written.files.find(({ path }) => path === 'ncc.html') as BookFile;
        const led = elementsNamed((await textOfFile(ncc)).replace(/<!DOCTYPE[^>]*>/u, ''), 'a').map(
          ({ href = '' }) => href.replace(/^.*#t-/u, ''),
        );
        const targets = new Set(sayings.map(targetId));
        for (const id of led) expect(targets.has(id), id).toBe(true);
        for (const id of placesOf(talking)) expect(led).toContain(id);
        const texts = new Map<string, string>();
        for (const file of written.files.filter(({ path }) => /^text/u.test(path))) {
          const xml = (await textOfFile(file)).replace(/<!DOCTYPE[^>]*>/u, '');
          for (const [id, text] of textsById(xml)) texts.set(id, text);
        }
        expectWords(texts, talking.book, chosen);
      }),
      { numRuns: 150 },
    );
  });

  test('is Shift_JIS through and through where that is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, async (talking) => {
        const written = writeDaisy202(talking, { charset: 'shift_jis', readings: 'parentheses' });
        // The document's type is held against what the platform's decoder makes of the bytes.
        for (const file of written.files.filter(isXml))
          expect(faultsOf(await file.load()), file.path).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('is the same whenever it is made', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, (talking) => sameBytes(() => writeDaisy202(talking))),
      { numRuns: 20 },
    );
  });
});

describe('any book as DAISY 3', () => {
  test('is valid, says each sentence once and in order, and has the book’s words', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, readings, async (talking, chosen) => {
        const written = writeDaisy3(talking, { readings: chosen });
        expectGoodPaths(written);
        for (const file of written.files.filter(isXml))
          expect(faultsOf(await file.load()), file.path).toEqual([]);
        const sayings = await sayingsOf(written.files);
        const heard = sayings.filter(({ audio }) => audio !== null);
        expect(heard.map(targetId)).toEqual(saidOf(talking));
        await expectGapless(heard, talking);
        const text = written.files.find(({ path }) => path === 'text.xml') as BookFile;
        const xml = (await textOfFile(text)).replace(/<!DOCTYPE[^>]*>/u, '');
        const texts = textsById(xml);
        for (const saying of sayings) expect(texts.has(targetId(saying))).toBe(true);
        expectWords(texts, talking.book, chosen);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same whenever it is made', async () => {
    await fc.assert(
      fc.asyncProperty(talkingBooks, (talking) => sameBytes(() => writeDaisy3(talking))),
      { numRuns: 20 },
    );
  });
});
