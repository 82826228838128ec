import { describe, expect, test } from 'vitest';
import { readText, type TextOptions } from '../../../../src/formats/text/read-text.ts';
import { outline, show } from '../outline.ts';

function read(source: string, options: Partial<TextOptions> = {}) {
  const result = readText(source, { id: 'book', ...options });
  if (!result.ok) throw new Error(result.error.code);
  return { lines: outline(result.book), title: show(result.book.title), book: result.book };
}

const WIDE = 'これは、手紙を書く道具が、決まった幅で折り返した行で';

describe('paragraphs', () => {
  test.each<[string, string, string[]]>([
    ['end at blank lines', 'あ。\n\nい。\n 　\nう。', ['あ。', 'い。', 'う。']],
    ['end before an indented line', '　あ。\n　い。', ['あ。', 'い。']],
    ['keep the line breaks that were typed', '川崎区東田町\n電話', ['川崎区東田町⏎電話']],
    ['join lines after a comma', '春は、\nあけぼの', ['春は、あけぼの']],
    ['join lines that a program wrapped', `${WIDE}\nす。`, [`${WIDE}す。`]],
    [
      'put a space where wrapped lines are Latin',
      `${'word '.repeat(10)}\nnext`,
      [`${'word '.repeat(10)}next`],
    ],
    ['take CRLF, CR and a byte order mark', '\ufeffあ。\r\n\r\nい。\r\rう。', ['あ。', 'い。', 'う。']],
    ['are not markup', '<b># あ</b> {一|いち}', ['<b># あ</b> {一|いち}']],
  ])('%s', (_name, source, lines) => {
    expect(read(source).lines).toEqual(['#', ...lines]);
  });
});

describe('ruby as Aozora Bunko writes it', () => {
  test.each([
    ['漢字《かんじ》を', '«漢字|かんじ»を'],
    ['この漢字《かんじ》', 'この«漢字|かんじ»'],
    ['｜この字《このじ》', '«この字|このじ»'],
    ['|NPO《エヌピーオー》', '«NPO|エヌピーオー»'],
    ['人々《ひとびと》', '«人々|ひとびと»'],
    ['報告書《第二版》', '報告書《第二版》'],
    ['あ《い》', 'あ《い》'],
    ['｜協働', '｜協働'],
  ])('%s', (source, line) => {
    expect(read(source).lines).toEqual(['#', line]);
  });
});

describe('headings are guessed only where they are sure', () => {
  test.each<[string, string, string[]]>([
    ['chapters', '第1章 はじめ\n\nあ。', ['# 第1章 はじめ', 'あ。']],
    [
      'sections below chapters',
      '第一章\n\n第二節　い\n\nあ。\n\n第二章',
      ['# 第一章', '## 第二節　い', 'あ。', '# 第二章'],
    ],
    ['squares', 'まえ。\n\n■目的\n\nあ。', ['#', 'まえ。', '# ■目的', 'あ。']],
    [
      'numbers before text',
      '1. 目的\n\nあ。\n\n２．方法\n\nい。',
      ['# 1. 目的', 'あ。', '# ２．方法', 'い。'],
    ],
    ['no lists', '1. りんご\n\n2. みかん', ['#', '1. りんご', '2. みかん']],
    ['no numbers at the end', '1. りんご', ['#', '1. りんご']],
    ['no decimals', '1.5 倍\n\nあ。', ['#', '1.5 倍', 'あ。']],
    ['no sentences', '第1章では目的を述べます。\n\nあ。', ['#', '第1章では目的を述べます。', 'あ。']],
    ['no words that only look so', '第1章節\n\nあ。', ['#', '第1章節', 'あ。']],
    ['no lines with text right below', '■目的\nあ。', ['#', '■目的⏎あ。']],
  ])('%s', (_name, source, lines) => {
    expect(read(source).lines.map((line) => line.replaceAll('/', ''))).toEqual(lines);
  });
});

describe('the title', () => {
  test.each<[string, Partial<TextOptions>, string, string]>([
    ['is what is given', { title: '題', fallbackTitle: 'file' }, 'あ', '題'],
    ['is the file’s name', { fallbackTitle: 'file' }, 'あ', 'file'],
    ['is the beginning', {}, `${'あ'.repeat(40)}。`, `${'あ'.repeat(30)}…`],
    ['is the first heading', { fallbackTitle: ' ' }, '第1章 い\n\nあ', '第1章 い'],
  ])('%s', (_name, options, source, title) => {
    expect(read(source, options).title).toBe(title);
    expect(read(source, options).book.metadata.title).toBe(title);
  });
});

test.each(['', ' \n　\n'])('%j is empty', (source) => {
  expect(readText(source, { id: 'book' })).toEqual({ ok: false, error: { code: 'empty' } });
});
