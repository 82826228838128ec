import { describe, expect, test } from 'vitest';
import type { Mark, Ruby, Sentence, Word } from '../../../../src/book/book.ts';
import {
  type SentenceOptions,
  writeInside,
  writeSentence,
} from '../../../../src/formats/html/write-sentence.ts';

const ruby = (start: number, end: number, reading: string): Ruby => ({
  start,
  end,
  reading,
  origin: 'analyzer',
  confidence: 1,
});
const word = (start: number, end: number): Word => ({ start, end, reading: '' });
const mark = (type: 'emphasis' | 'strong' | 'code', start: number, end: number): Mark => ({
  type,
  start,
  end,
});
const link = (start: number, end: number, href = '/a'): Mark => ({ type: 'link', start, end, href });

function sentence(text: string, parts: Partial<Sentence> = {}): Sentence {
  return { id: 's-1', text, ruby: [], marks: [], words: [], ...parts };
}

/** The HTML with ruby and words shortened to `[base|reading]` and `(grade …)`. */
function short(one: Sentence, options: SentenceOptions = {}): string {
  return writeInside(one, options)
    .replace(/<ruby>(.*?)<rp>（<\/rp><rt>(.*?)<\/rt><rp>）<\/rp><\/ruby>/gu, '[$1|$2]')
    .replace(/<span class="w f" data-g="(\d)">(.*?)<\/span>/gu, '($2)');
}

test('a sentence is a span with its id, and a reading is marked up exactly so', () => {
  const one = sentence('協働。', { ruby: [ruby(0, 2, 'きょうどう')], words: [word(0, 2)] });
  expect(writeSentence(one)).toBe(
    '<span data-sentence="s-1" id="s-1"><span class="w f" data-g="4">' +
      '<ruby>協働<rp>（</rp><rt>きょうどう</rt><rp>）</rp></ruby></span>。</span>',
  );
});

describe('words', () => {
  test.each<[string, Sentence, string]>([
    [
      'hold their okurigana',
      sentence('食べる。', { ruby: [ruby(0, 1, 'た')], words: [word(0, 3)] }),
      '([食|た]べる)。',
    ],
    [
      'hold all their ruby',
      sentence('取り組む', { ruby: [ruby(0, 1, 'と'), ruby(2, 3, 'く')], words: [word(0, 4)] }),
      '([取|と]り[組|く]む)',
    ],
    [
      'are made for ruby alone',
      sentence('この協働', { ruby: [ruby(2, 4, 'きょうどう')] }),
      'この([協働|きょうどう])',
    ],
    [
      'that would cut a ruby are none',
      sentence('協働する', { ruby: [ruby(0, 2, 'きょうどう')], words: [word(1, 4)] }),
      '([協働|きょうどう])する',
    ],
    ['without ruby are text', sentence('する', { words: [word(0, 2)] }), 'する'],
  ])('%s', (_name, one, html) => {
    expect(short(one)).toBe(html);
  });

  test.each<[string, Ruby, number]>([
    ['一', ruby(0, 1, 'いち'), 1],
    ['協働', ruby(0, 2, 'きょうどう'), 4],
    ['NPO', ruby(0, 3, 'エヌピーオー'), 8],
    ['20日', ruby(0, 3, 'はつか'), 1],
  ])('%s has the grade of its hardest kanji', (text, one, grade) => {
    expect(writeInside(sentence(text, { ruby: [one] }))).toContain(`data-g="${grade}"`);
  });

  test('are marked where they occur for the first time', () => {
    const one = sentence('本と本', { ruby: [ruby(0, 1, 'ほん'), ruby(2, 3, 'ほん')] });
    const seen = new Set<string>();
    expect(writeInside(one, { seen }).match(/class="[^"]*"/gu)).toEqual(['class="w f"', 'class="w"']);
    expect(writeInside(one, { seen })).not.toContain('w f');
    expect(writeInside(one)).toContain('w f');
  });
});

describe('marks', () => {
  const kanji = [ruby(0, 2, 'きょうどう')];
  test.each<[string, Sentence, string]>([
    [
      'are elements',
      sentence('あいう', { marks: [mark('emphasis', 0, 1), mark('strong', 1, 2), mark('code', 2, 3)] }),
      '<em>あ</em><strong>い</strong><code>う</code>',
    ],
    [
      'nest',
      sentence('あいう', { marks: [mark('strong', 0, 3), mark('emphasis', 1, 2)] }),
      '<strong>あ<em>い</em>う</strong>',
    ],
    [
      'stay around words',
      sentence('あ協働い', { marks: [mark('strong', 0, 4)], ruby: [ruby(1, 3, 'きょうどう')] }),
      '<strong>あ([協働|きょうどう])い</strong>',
    ],
    [
      'reach to the edge of the ruby in which they end',
      sentence('協働する', { marks: [mark('strong', 0, 1)], ruby: kanji }),
      '<strong>([協働|きょうどう])</strong>する',
    ],
    [
      'may lie within a word',
      sentence('食べる', { marks: [mark('strong', 1, 2)], ruby: [ruby(0, 1, 'た')], words: [word(0, 3)] }),
      '([食|た]<strong>べ</strong>る)',
    ],
    [
      'are cut at a word into which they reach',
      sentence('これ食べる', {
        marks: [mark('strong', 0, 3)],
        ruby: [ruby(2, 3, 'た')],
        words: [word(2, 5)],
      }),
      '<strong>これ</strong>(<strong>[食|た]</strong>べる)',
    ],
    [
      'that are links take the whole word',
      sentence('これ食べる', { marks: [link(0, 3)], ruby: [ruby(2, 3, 'た')], words: [word(2, 5)] }),
      '<a href="/a">これ([食|た]べる)</a>',
    ],
    [
      'that cross are cut',
      sentence('あいう', { marks: [mark('strong', 0, 2), mark('emphasis', 1, 3)] }),
      '<strong>あ<em>い</em></strong><em>う</em>',
    ],
    [
      'that are links never nest',
      sentence('あい', { marks: [link(0, 2), link(0, 1, '/b')] }),
      '<a href="/a">あい</a>',
    ],
  ])('%s', (_name, one, html) => {
    expect(short(one)).toBe(html);
  });

  test.each([
    [
      'https://example.jp/?a=1&b=2',
      '<a href="https://example.jp/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">あ</a>',
    ],
    ['mailto:a@example.jp', '<a href="mailto:a@example.jp">あ</a>'],
    ['#goals', '<a href="#goals">あ</a>'],
    ['javascript:alert(1)', '<span>あ</span>'],
  ])('lead to %s', (href, html) => {
    expect(writeInside(sentence('あ', { marks: [link(0, 1, href)] }))).toBe(html);
  });
});

describe('text is always escaped', () => {
  test.each([
    ['<script>&"\'', '&lt;script&gt;&amp;&quot;&#39;'],
    ['あ\nい\n', 'あ<br>い<br>'],
    ['a\ud800b', 'a\ufffdb'],
    ['\udc00', '\ufffd'],
    ['𠮷', '𠮷'],
    ['a\u0000b', 'a\ufffdb'],
  ])('%j', (text, html) => {
    expect(writeInside(sentence(text))).toBe(html);
  });

  test('in bases, readings and ids', () => {
    const one: Sentence = { ...sentence('<b>', { ruby: [ruby(0, 3, '<i>')] }), id: '"><x' };
    expect(short(one)).toBe('([&lt;b&gt;|&lt;i&gt;])');
    expect(writeSentence(one)).toMatch(/^<span data-sentence="&quot;&gt;&lt;x" id="&quot;&gt;&lt;x">/u);
  });
});

describe('options', () => {
  const one = sentence('本', { ruby: [ruby(0, 1, 'ほん')] });
  const inner = (options: SentenceOptions): string =>
    writeInside(one, options).replace(/^<span[^>]*>|<\/span>$/gu, '');
  test.each<[string, SentenceOptions, string]>([
    ['kanji', {}, '<ruby>本<rp>（</rp><rt>ほん</rt><rp>）</rp></ruby>'],
    [
      'kanji, readings hidden',
      { hideReadings: true },
      '<ruby>本<rp>（</rp><rt aria-hidden="true">ほん</rt><rp>）</rp></ruby>',
    ],
    [
      'readings',
      { screenReader: 'readings', hideReadings: true },
      '<ruby><span aria-hidden="true">本</span><rp>（</rp><rt aria-hidden="true">ほん</rt><rp>）</rp></ruby>' +
        '<span class="spoken visually-hidden">ほん</span>',
    ],
    ['plain', { screenReader: 'plain' }, '本'],
    ['another script', { readingScript: () => 'hon' }, '<ruby>本<rp>（</rp><rt>hon</rt><rp>）</rp></ruby>'],
  ])('for screen readers: %s', (_name, options, html) => {
    expect(inner(options)).toBe(html);
  });

  test('line breaks stay in preformatted text', () => {
    expect(writeInside(sentence(' a\n'), { preformatted: true })).toBe(' a\n');
  });
});

describe('half-width digits outside of ruby', () => {
  test.each([
    ['第5期', '第<span class="tcy">5</span>期'],
    ['3〜12です', '<span class="tcy">3</span>〜<span class="tcy">12</span>です'],
    ['2021年', '2021年'],
    ['3.3MB、A4、044-1', '3.3MB、A4、044-1'],
  ])('of %s stand upright where they are one or two by themselves', (text, html) => {
    expect(writeInside(sentence(text))).toBe(html);
  });
});

describe('phrases', () => {
  /** `/` for a place where a phrase begins, `+` for one where a line must not be broken. */
  const marked = (one: Sentence, options: SentenceOptions = { phrases: true }): string =>
    writeInside(one, options)
      .replaceAll('<span class="p"></span>', '/')
      .replaceAll('<span class="j"></span>', '+')
      .replace(/<ruby>(.*?)<rp>（<\/rp><rt>(.*?)<\/rt><rp>）<\/rp><\/ruby>/gu, '[$1|$2]')
      .replace(/<span class="w f" data-g="\d">(.*?)<\/span>/gu, '($1)');

  test.each<[string, Sentence, string]>([
    ['are set apart', sentence('きょうは雨です。', { phrases: [4] }), 'きょうは/雨です。'],
    [
      'begin before a word, not within it',
      sentence('この協働', { ruby: [ruby(2, 4, 'きょうどう')], words: [word(2, 4)], phrases: [2] }),
      'この/([協働|きょうどう])',
    ],
    [
      'begin outside of a link or an emphasis that begins there',
      sentence('次の資料を読む', { marks: [link(2, 4)], phrases: [2, 3] }),
      '次の/<a href="/a">資料</a>を/読む',
    ],
    [
      'begin inside of what goes on',
      sentence('次の資料', { marks: [mark('strong', 0, 4)], phrases: [2] }),
      '<strong>次の/資料</strong>',
    ],
    [
      'hold together beside ruby',
      sentence('支え合い', {
        ruby: [ruby(0, 1, 'ささ'), ruby(2, 3, 'あ')],
        words: [word(0, 4)],
        phrases: [],
      }),
      '([支|ささ]+え+[合|あ]+い)',
    ],
    [
      'hold together beside signs, but where no line is broken anyway',
      sentence('「協働」のA-Bと50％が、', { phrases: [5, 4] }),
      '「協働」+の/A+-+Bと/<span class="tcy">50</span>+％+が、',
    ],
    [
      'hold upright digits',
      sentence('第5期は10年', { ruby: [ruby(2, 3, 'き')], phrases: [4] }),
      '第<span class="tcy">5</span>+([期|き])+は/<span class="tcy">10</span>年',
    ],
    [
      'never begin within a ruby, whatever a book says',
      sentence('協働', { ruby: [ruby(0, 2, 'きょうどう')], phrases: [1] }),
      '([協働|きょうどう])',
    ],
    [
      'are there already where the text has a space',
      sentence('open dayに行く', { phrases: [5, 4] }),
      'open dayに/行く',
    ],
    ['are not there before readings are', sentence('きょうは雨です。'), 'きょうは雨です。'],
  ])('%s', (_, one, expected) => {
    expect(marked(one)).toBe(expected);
  });

  test('are written only when they are asked for, and never in preformatted text', () => {
    const one = sentence('きょうは雨です。', { phrases: [4] });
    expect(writeSentence(one)).toBe('<span data-sentence="s-1" id="s-1">きょうは雨です。</span>');
    expect(writeSentence(one, { phrases: true })).toContain('<span data-sentence="s-1" id="s-1" class="ph">');
    expect(writeSentence(one, { phrases: true, preformatted: true })).toBe(writeSentence(one));
  });
});
