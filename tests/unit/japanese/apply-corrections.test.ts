import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { type Correction, type CorrectionDraft, correctionId } from '../../../src/book/corrections.ts';
import { parseBook } from '../../../src/book/parse-book.ts';
import { parseRubyNotation, toRubyNotation } from '../../../src/book/ruby-notation.ts';
import { sentencesOf } from '../../../src/book/walk.ts';
import { applyCorrections, originalBook, placementAt } from '../../../src/japanese/apply-corrections.ts';

/** 〔 and 〕 stand around a word; rubies are in the notation: 〔{川崎|かわさき}{市|し}〕の. */
function sentenceOf(id: string, source: string): Sentence {
  const ruby: Sentence['ruby'][number][] = [];
  const words: Sentence['words'][number][] = [];
  let text = '';
  let word: { start: number; reading: string } | null = null;
  for (const run of parseRubyNotation(source)) {
    if ('base' in run) {
      const start = text.length;
      text += run.base;
      ruby.push({ start, end: text.length, reading: run.reading, origin: 'analyzer', confidence: 0.9 });
      if (word !== null) word.reading += run.reading;
      continue;
    }
    for (const char of run.text) {
      if (char === '〔') word = { start: text.length, reading: '' };
      else if (char === '〕') {
        if (word !== null) words.push({ ...word, end: text.length });
        word = null;
      } else {
        text += char;
        if (word !== null) word.reading += char;
      }
    }
  }
  return { id, text, ruby, words, marks: [] };
}

function bookOf(...sources: string[]): Book {
  const sentences = sources.map((source, index) => sentenceOf(`s${index}`, source));
  return {
    version: BOOK_VERSION,
    id: 'plan',
    metadata: { title: '計画', language: 'ja', creators: [] },
    title: [],
    sections: [{ id: 'one', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
  };
}

let clock = 0;
function correction(draft: Partial<CorrectionDraft> & { surface: string; reading: string }): Correction {
  const at = { book: 'plan', sentence: 's0', offset: 0, quote: '' };
  const full = { note: '', scope: 'everywhere', at, ...draft } as CorrectionDraft;
  return { ...full, id: correctionId(full), created: ++clock };
}

const read = (book: Book): string[] =>
  sentencesOf(book).map(({ sentence }) => toRubyNotation(sentence.text, sentence.ruby));
const wordsOf = (book: Book): string[] =>
  sentencesOf(book).flatMap(({ sentence }) =>
    sentence.words.map(({ start, end, reading }) => `${sentence.text.slice(start, end)}=${reading}`),
  );

describe('applyCorrections', () => {
  it.each<[string, string, string, string, string]>([
    ['a noun', '〔{協働|きょうどう}〕で', '協働', 'ともばたらき', '{協働|ともばたらき}で'],
    ['okurigana', '〔{行|おこな}った〕。', '行った', 'いった', '{行|い}った。'],
    ['okurigana within', '〔{支|ささ}え{合|あ}い〕', '支え合い', 'ささえごうい', '{支|ささ}え{合|ごう}い'],
    ['a tail that does not fit', '〔{行|い}った〕', '行った', 'おこないました', '{行った|おこないました}'],
    ['one of two rubies', '〔{川崎|かわさき}{市|し}〕', '川崎市', 'かわさきいち', '{川崎|かわさき}{市|いち}'],
    ['both rubies', '〔{川崎|かわさき}{市|し}〕', '川崎市', 'せんざきいち', '{川崎市|せんざきいち}'],
    ['digits', '〔14{年度|ねんど}〕', '14年度', 'じゅうよんねんど', '{14年度|じゅうよんねんど}'],
    [
      'two words',
      '〔{地域|ちいき}〕〔{福祉|ふくし}〕',
      '地域福祉',
      'ちいきふくじ',
      '{地域|ちいき}{福祉|ふくじ}',
    ],
    ['the same reading', '〔{区|く}〕にも', '区', 'く', '{区|く}にも'],
  ])('reads %s as its reader says', (_, source, surface, reading, expected) => {
    const book = bookOf(source);
    const corrected = applyCorrections(book, [correction({ surface, reading })]);
    expect(read(corrected)).toEqual([expected]);
    expect(wordsOf(corrected)).toEqual([`${surface}=${reading}`]);
    expect(new Set(corrected.sections.flatMap(() => sentencesOf(corrected)[0]?.sentence.ruby))).toEqual(
      new Set(
        sentencesOf(corrected)[0]?.sentence.ruby.map((ruby) => ({
          ...ruby,
          origin: 'reader',
          confidence: 1,
        })),
      ),
    );
    expect(parseBook(corrected)).toEqual({ ok: true, book: corrected });
  });

  it.each<[string, string, string]>([
    ['within a ruby', '〔{学生|がくせい}〕', '生'],
    ['at the end of a word', '〔{音楽|おんがく}{家|か}〕', '家'],
    ['at the beginning of a word', '〔{支|ささ}え{合|あ}い〕', '支え'],
    ['from one word into the next', '〔{東京|とうきょう}〕〔{都庁|とちょう}〕', '京都'],
    ['where nothing is read', 'かながわ', 'かながわ'],
    ['nowhere', '〔{川崎|かわさき}〕', '横浜'],
  ])('leaves the very same book where the surface stands %s', (_, source, surface) => {
    const book = bookOf(source);
    expect(applyCorrections(book, [correction({ surface, reading: 'なまえ' })])).toBe(book);
  });

  it('leaves a word where the reading would say only what is written', () => {
    const book = bookOf('〔{ｶﾜｻｷ|かわさき}〕と〔{ヵ|か}〕');
    expect(applyCorrections(book, [correction({ surface: 'ヵ', reading: 'ヵ' })])).toBe(book);
  });

  const twice = bookOf('〔{市場|しじょう}〕と〔{市場|しじょう}〕', '〔{市場|しじょう}〕');
  const at = { book: 'plan', sentence: 's0', offset: 3, quote: '市場と市場' };

  it.each<[string, Partial<CorrectionDraft>, string[]]>([
    ['one place', { scope: 'place', at }, ['{市場|しじょう}と{市場|いちば}', '{市場|しじょう}']],
    ['the book', { scope: 'book', at }, ['{市場|いちば}と{市場|いちば}', '{市場|いちば}']],
    ['everywhere', { scope: 'everywhere', at: null }, ['{市場|いちば}と{市場|いちば}', '{市場|いちば}']],
    [
      'another book',
      { scope: 'book', at: { ...at, book: 'other' } },
      ['{市場|しじょう}と{市場|しじょう}', '{市場|しじょう}'],
    ],
    [
      'a place in another book',
      { scope: 'place', at: { ...at, book: 'other' } },
      ['{市場|しじょう}と{市場|しじょう}', '{市場|しじょう}'],
    ],
  ])('holds for %s', (_, draft, expected) => {
    const corrected = applyCorrections(twice, [correction({ surface: '市場', reading: 'いちば', ...draft })]);
    expect(read(corrected)).toEqual(expected);
  });

  it('takes the narrower before the wider, whichever is later', () => {
    const narrow = correction({ surface: '市場', reading: 'いちば', scope: 'place', at });
    const wide = correction({ surface: '市場', reading: 'まーけっと' });
    expect(read(applyCorrections(twice, [narrow, wide]))).toEqual([
      '{市場|まーけっと}と{市場|いちば}',
      '{市場|まーけっと}',
    ]);
  });

  it('takes the later of two that meet', () => {
    const book = bookOf('〔{地域|ちいき}〕〔{福祉|ふくし}〕');
    const both = correction({ surface: '地域福祉', reading: 'ちいきふくじ' });
    const one = correction({ surface: '福祉', reading: 'ふくち' });
    expect(read(applyCorrections(book, [both, one]))).toEqual(['{地域|ちいき}{福祉|ふくち}']);
    expect(read(applyCorrections(book, [{ ...one, created: 0 }, both]))).toEqual([
      '{地域|ちいき}{福祉|ふくじ}',
    ]);
  });

  it('finds a place again in a new edition, by the quote, where its sentence is gone', () => {
    const book = bookOf(
      '〔{昔|むかし}〕の〔{市場|しじょう}〕です。',
      'いまの〔{市場|しじょう}〕を見に行きました。',
    );
    const gone = { book: 'plan', sentence: 'gone', offset: 2 };
    const place = correction({
      surface: '市場',
      reading: 'いちば',
      scope: 'place',
      at: { ...gone, quote: '今の市場を見に行きました。' },
    });
    expect(read(applyCorrections(book, [place]))).toEqual([
      '{昔|むかし}の{市場|しじょう}です。',
      'いまの{市場|いちば}を見に行きました。',
    ]);
    expect(applyCorrections(book, [correction({ ...place, at: { ...gone, quote: 'まるで別のこと' } })])).toBe(
      book,
    );
  });

  it('gives the same book back once nothing is corrected any more, and the same result for lists that agree', () => {
    const list = [correction({ surface: '市場', reading: 'いちば' })];
    const corrected = applyCorrections(twice, list);
    expect(applyCorrections(twice, list)).toBe(corrected);
    expect(applyCorrections(twice, [...list, correction({ surface: '横浜', reading: 'はま' })])).toBe(
      corrected,
    );
    expect(originalBook(corrected)).toBe(twice);
    expect(applyCorrections(twice, [])).toBe(twice);
    expect(originalBook(twice)).toBe(twice);
  });

  it('tells which correction reads a place', () => {
    const list = [correction({ surface: '市場', reading: 'いちば', scope: 'place', at })];
    expect(placementAt(twice, list, 's0', 4)?.correction).toBe(list[0]);
    expect(placementAt(twice, list, 's0', 1)).toBeNull();
    expect(placementAt(twice, list, 's1', 0)).toBeNull();
  });
});
