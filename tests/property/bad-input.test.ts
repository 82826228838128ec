import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseBook } from '../../src/book/parse-book.ts';
import { sentencesOf } from '../../src/book/walk.ts';
import { cleanText } from '../../src/formats/clean-text.ts';
import { toShowable } from '../../src/formats/html/escape.ts';
import { writeArticle } from '../../src/formats/html/write-html.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { readText } from '../../src/formats/text/read-text.ts';
import { addReadings } from '../../src/japanese/add-readings.ts';
import { doubtsOf } from '../../src/japanese/doubt.ts';
import { createReadingEngine, type ReadingEngine } from '../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from '../unit/japanese/dictionary.ts';

/** The whole way of a reader's own text: from the file to what is shown. */

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({
    analyzer: await testAnalyzer(),
    lexicon: [{ surface: '福祉', reading: 'ふくし', note: '', voice: 'kana' }],
  });
}, LOADING);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Every tag that the writer makes of a plain text; its attributes hold nothing of the text. */
const OWN_TAG =
  /^<\/?(?:article|section|h[1-6]|p|span|ruby|rt|rp|br|div)(?: (?:id|class|data-[a-z]+|style)="[-\w .:;]*")*>$/u;

/** What is shown, without readings and white space. Fails where the text made a tag or an entity of its own. */
function shownText(html: string): string {
  for (const [tag] of html.matchAll(/<[^>]*>?/gu)) expect(tag).toMatch(OWN_TAG);
  const bare = html.replace(/<(rt|rp)\b[^>]*>[^<]*<\/\1>/gu, '').replace(/<[^>]*>/gu, '');
  expect(bare).not.toMatch(/[<>"']/u);
  return withoutSpace(
    bare.replace(/&[^;]*;?/gu, (entity) => {
      expect(ENTITIES).toHaveProperty([entity]);
      return ENTITIES[entity] ?? '';
    }),
  );
}

const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

async function shown(text: string): Promise<string | null> {
  const read = readText(text, { id: 'a', title: '題' });
  if (!read.ok) return null;
  const book = await addReadings(read.book, engine);
  expect(parseBook(JSON.parse(JSON.stringify(book)))).toEqual({ ok: true, book });
  for (const { sentence, start, end, surface } of doubtsOf(book)) {
    const place = sentencesOf(book).find((one) => one.sentence.id === sentence);
    expect(place?.sentence.text.slice(start, end)).toBe(surface);
  }
  return shownText(writeArticle({ ...book, title: [] }));
}

const bit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'福祉協働学校の計画を三月3日、。「」') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><b>',
      '&lt;',
      '&amp;協働',
      '</ruby>',
      '<rt>',
      '<!--',
      '{協働|<i>}',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '\n',
      '\n\n',
      '\r\n',
      ' ',
      '\u3000',
      '\t',
      '\u0000',
      '\u0007',
      '\u001b',
      '\u0085',
      '\u2028',
      '\ud83d',
      '\ude00',
      '😀',
      '👨‍👩‍👧',
      '葛\u{e0100}',
      '\u200b',
      '\u202e',
      '\ufeff',
      '\u3099',
      '\ufffe',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '我们的社会福利',
      '社會福利協議會',
      '사회복지',
      'สวัสดี',
      'سلام',
      '︵︶﹁﹂︑',
      '㍿㍻',
      '𠮷𩸽',
      '龘',
      'ｶﾞ',
      '⼭',
      '1,234.5',
      'http://a.example/?a=1&b=2',
    ),
  },
);
const hard = fc.array(bit, { maxLength: 40 }).map((bits) => bits.join(''));

describe('a text of any kind', { timeout: LOADING }, () => {
  it('is shown as it came in, with no markup of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 80 })), async (text) => {
        // 《 and ｜ write a reading in a plain text; tabs of lines and pages are space at its edges, and strangers within.
        fc.pre(!/[《》｜\v\f]/u.test(text));
        const found = await shown(text);
        if (found !== null) expect(found).toBe(withoutSpace(toShowable(cleanText(text))));
        else expect(withoutSpace(toShowable(cleanText(text)))).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('is opened or refused as a file, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(hard, fc.constantFrom('a.txt', 'a.md'), async (text, name) => {
        const read = await readDocument({ name, bytes: new TextEncoder().encode(text) });
        if (!read.ok) return;
        const book = await addReadings(read.book, engine);
        const html = writeArticle(book);
        expect(html).not.toMatch(/<(?:script|img|b|i)\b/u);
      }),
      { numRuns: 200 },
    );
  });
});

describe('100,000 characters without a full stop', { timeout: LOADING }, () => {
  const LENGTH = 100_000;
  it.each<[string, string]>([
    ['kanji', '地域福祉協議会計画'],
    ['one kanji', '福'],
    ['spaced letters', '福 祉 '],
    ['torn lines', '地域福\n祉計画を推\n進する'],
    ['hiragana', 'すもももももももものうち'],
    ['digits', '1234567890'],
    ['numbers in kanji', '一億二千三百万'],
    ['old forms', '學國會議員'],
    ['squares', '㍿㍻'],
    ['Chinese', '我们的社会福利政策'],
    ['Korean', '지역복지계획'],
    ['emoji', '😀👨‍👩‍👧'],
    ['unpaired surrogates', '\ud83d福\ude00'],
    ['marks', 'か\u3099\u{e0100}\u200b'],
    ['brackets', '（「'],
    ['HTML', '<b>福祉</b>&amp;'],
    ['spaces', ' \u3000'],
    ['control characters', '\u0001福\u0002'],
  ])('of %s are read whole', async (_, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    const read = readText(text, { id: 'a', title: '題' });
    if (!read.ok) {
      expect(text.trim()).toBe('');
      return;
    }
    const book = await addReadings({ ...read.book, title: [] }, engine);
    const joined = sentencesOf(book)
      .map(({ sentence }) => sentence.text)
      .join('');
    expect(withoutSpace(joined) === withoutSpace(cleanText(text))).toBe(true);
  });

  it('are read in one piece, too', async () => {
    const text = '地域福 祉を推\n進学校'.repeat(5000);
    const { ruby } = await engine.read(text);
    expect(ruby.length).toBeGreaterThan(10_000);
    expect(ruby.at(-1)?.end).toBe(text.length);
  });
});
