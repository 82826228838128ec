import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../../../src/book/book.ts';
import { writeEpub } from '../../../../src/formats/epub/write-epub.ts';
import type { TalkingBook } from '../../../../src/formats/talking-book.ts';
import { zipOf } from '../../../../src/formats/zip/pack.ts';
import { MAKING, spoken, unspoken } from '../../../property/narrations.ts';
import { bookOf, hardBooks } from '../hard-documents.ts';

async function filesOf(talking: TalkingBook, vertical = false): Promise<ReadonlyMap<string, string>> {
  const { files } = writeEpub(talking, { vertical });
  const texts = files.map(async ({ path, load }): Promise<[string, string]> => {
    return [path, new TextDecoder().decode(await load())];
  });
  return new Map(await Promise.all(texts));
}

async function findingsIn(talking: TalkingBook, vertical: boolean): Promise<string[]> {
  const { messages } = await EpubCheck.validate(await zipOf(writeEpub(talking, { vertical }).files, MAKING));
  return messages
    .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
    .map(({ id, message, location }) => `${id} ${location?.path}: ${message}`);
}

describe('EPUBCheck finds nothing in a book of', () => {
  test.each(hardBooks)('%s', async (_name, book) => {
    expect(await findingsIn(spoken(book), false)).toEqual([]);
  });

  test.each(hardBooks.filter(([name]) => /pages|ruby|again/u.test(name)))(
    'text alone, in columns: %s',
    async (_name, book) => {
      expect(await findingsIn(unspoken(book), true)).toEqual([]);
    },
  );

  test('it finds what is wrong', async () => {
    const { files } = writeEpub(spoken(bookOf('# 題\n\n文。')));
    const lacking = files.filter(({ path }) => path !== 'EPUB/nav.xhtml');
    expect((await EpubCheck.validate(await zipOf(lacking, MAKING))).valid).toBe(false);
  });
});

describe('an EPUB', () => {
  const book = bookOf(
    '# {計画|けいかく}\n\n## {一章|いっしょう}\n\n<!-- page: 12 -->\n\n{文|ぶん}です。\n\n| 表 | 値 |\n|---|---|\n| い | ろ |\n\n## 二章\n\n文。',
  );

  test('has the container’s files first, the type before all', () => {
    const paths = writeEpub(unspoken(book)).files.map(({ path }) => path);
    expect(paths.slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'EPUB/package.opf']);
  });

  test('has real ruby, with parentheses for who can’t show it', async () => {
    const title = (await filesOf(unspoken(book))).get('EPUB/title.xhtml');
    expect(title).toContain('<ruby>計画<rp>（</rp><rt>けいかく</rt><rp>）</rp></ruby>');
  });

  test('runs in columns where that is asked for, or as its book does', async () => {
    const isVertical = async (talking: TalkingBook, vertical?: boolean): Promise<boolean> => {
      const { files } = writeEpub(talking, vertical === undefined ? {} : { vertical });
      const style = files.find(({ path }) => path === 'EPUB/style.css');
      return new TextDecoder().decode(await style?.load()).includes('vertical-rl');
    };
    const columns: Book = { ...book, metadata: { ...book.metadata, writingMode: 'vertical' } };
    expect([await isVertical(unspoken(book)), await isVertical(unspoken(book), true)]).toEqual([false, true]);
    expect([await isVertical(unspoken(columns)), await isVertical(unspoken(columns), false)]).toEqual([
      true,
      false,
    ]);
    const opf = (await filesOf(unspoken(book), true)).get('EPUB/package.opf');
    expect(opf).toContain('page-progression-direction="rtl"');
  });

  test('leads to its pages, and says where their numbers are from', async () => {
    const files = await filesOf(unspoken(book));
    expect(files.get('EPUB/nav.xhtml')).toContain('<a href="text-001.xhtml#page-12">12</a>');
    const opf = files.get('EPUB/package.opf');
    expect(opf).toContain('<meta property="source-of" refines="#source">pagination</meta>');
  });

  test('claims of its accessibility only what is true', async () => {
    const featuresOf = async (talking: TalkingBook): Promise<(string | undefined)[]> => {
      const opf = (await filesOf(talking)).get('EPUB/package.opf') ?? '';
      return [...opf.matchAll(/accessibilityFeature">([^<]+)</gu)].map(([, feature]) => feature);
    };
    const always = ['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'];
    const kana = bookOf('# かな\n\nかな。');
    expect(await featuresOf(unspoken(kana))).toEqual(always);
    expect(await featuresOf(spoken(kana))).toEqual([...always, 'synchronizedAudioText']);
    const some = unspoken(bookOf('# 題\n\n{文|ぶん}。'));
    expect(await featuresOf(some)).toEqual([...always, 'rubyAnnotations']);
    const all = unspoken(bookOf('# {題|だい}\n\n{文|ぶん}。'));
    expect(await featuresOf(all)).toEqual([...always, 'fullRubyAnnotations']);
    const paged = unspoken(bookOf('# かな\n\n<!-- page: 1 -->\n\nかな。'));
    expect(await featuresOf(paged)).toEqual([...always, 'pageNavigation', 'pageBreakMarkers']);
    expect((await filesOf(spoken(book))).get('EPUB/package.opf')).not.toContain('conformsTo');
  });

  test('says how long it sounds, in all and by document', async () => {
    const talking = spoken(book);
    const opf = (await filesOf(talking)).get('EPUB/package.opf') ?? '';
    const found = [...opf.matchAll(/media:duration"[^>]*>([\d.]+)s</gu)];
    const durations = found.map(([, seconds]) => Number(seconds));
    const whole = durations.pop() ?? 0;
    expect(durations.reduce((sum, one) => sum + one, 0)).toBeCloseTo(whole, 2);
    const recorded = talking.narration?.recordings.reduce((sum, { duration }) => sum + duration, 0) ?? 0;
    expect(whole).toBeCloseTo(recorded, 2);
  });

  test('shows what is being said, lets a listener leave a table, and names its voice', async () => {
    const files = await filesOf(spoken(book));
    expect(files.get('EPUB/package.opf')).toContain('media:active-class">media-overlay-active<');
    expect(files.get('EPUB/style.css')).toContain('.media-overlay-active {');
    const table = /<seq epub:textref="text-001\.xhtml#b-s-[^"]+" epub:type="table">/u;
    expect(files.get('EPUB/text-001.smil')).toMatch(table);
    expect(files.get('EPUB/colophon.xhtml')).toContain('朗読：だれでもない声');
  });

  test('brings the readings that somebody decided on as a lexicon', async () => {
    const files = await filesOf(unspoken(book));
    expect(files.get('EPUB/lexicon.pls')).toContain(
      '<lexeme><grapheme>計画</grapheme><phoneme>ケイカク</phoneme></lexeme>',
    );
    expect(files.get('EPUB/title.xhtml')).toContain('rel="pronunciation"');
    expect((await filesOf(unspoken(bookOf('# 題\n\n文')))).has('EPUB/lexicon.pls')).toBe(false);
  });

  test('keeps links outward and within, and no others', async () => {
    const linked = bookOf(
      '# 題\n\n[外](https://example.jp/)[中](#aa)[無](#bb)[本](/read/plan-1)\n\n## 章 {#aa}',
    );
    const files = [...(await filesOf(unspoken(linked)))];
    const text = files
      .filter(([path]) => /text-\d+\.xhtml$/u.test(path))
      .map(([, xml]) => xml)
      .join('');
    expect([...text.matchAll(/<a href="([^"]*)"/gu)].map(([, href]) => href)).toEqual([
      'https://example.jp/',
      'text-002.xhtml#aa',
    ]);
  });
});
