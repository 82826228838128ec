import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, type CorrectionDraft, correctionId } from '../../../../src/book/corrections.ts';
import {
  readCorrections,
  serializeCorrections,
} from '../../../../src/features/corrections/corrections-file.ts';
import { parseLexicon } from '../../../../src/japanese/lexicon.ts';

const at = { book: 'plan-5', sentence: 's0abc', offset: 12, quote: '市場に、"行く"。\n」〕' };
const kept = (draft: CorrectionDraft): Correction => ({ ...draft, id: correctionId(draft), created: 1 });
const everywhere = (surface: string, reading: string, note = ''): CorrectionDraft => ({
  surface,
  reading,
  note,
  scope: 'everywhere',
  at: null,
});
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEADER = 'surface,reading,note,voice\n';

describe('corrections as a file', () => {
  it('has the form of the lexicon, with what holds everywhere first and ready to be taken over', () => {
    const text = serializeCorrections([
      kept({
        surface: '市場',
        reading: 'いちば',
        note: '',
        scope: 'place',
        at: { ...at, quote: '市場へ。' },
      }),
      kept(everywhere('上小田中', 'かみこだなか', '地名')),
    ]);
    expect(text).toBe(
      `\ufeff${HEADER}上小田中,かみこだなか,地名,kana\n` +
        '市場,いちば,〔ここだけ：/read/plan-5#s0abc@12「市場へ。」〕,kana\n',
    );
    expect(parseLexicon(text).ok).toBe(true);
  });

  it('comes back as it went, whatever the words around it are', () => {
    const drafts: CorrectionDraft[] = [
      everywhere('協働', 'きょうどう', 'a,"b"\n〔ここだけ〕'),
      { ...everywhere('本', 'もと'), at } as CorrectionDraft,
      { surface: '市場', reading: 'いちば', note: 'めも', scope: 'book', at },
      { surface: '市場', reading: 'しじょう', note: '', scope: 'place', at },
    ];
    const read = readCorrections(bytesOf(serializeCorrections(drafts.map(kept))));
    expect(read).toEqual({ ok: true, drafts });
  });

  it('keeps scope, place and words of any correction', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !/\ufeff|\r|\0/u.test(one));
    const place = fc.record({
      book: fc.constantFrom('plan-1', 'own-3f'),
      sentence: fc.constantFrom('s1', 's0abc-2'),
      offset: fc.nat(5000),
      quote: text,
    });
    const drafts = fc.record({
      surface: fc.constantFrom('市場', '行った', 'ＮＰＯ', '"'),
      reading: fc.constantFrom('いちば', 'いった'),
      note: fc.constantFrom('', '地名', 'a, b'),
      scope: fc.constantFrom('place' as const, 'book' as const, 'everywhere' as const),
      at: place,
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(readCorrections(bytesOf(serializeCorrections([kept(draft)])))).toEqual({
          ok: true,
          drafts: [draft],
        });
      }),
    );
  });

  it('reads what a spreadsheet program writes: Shift_JIS, katakana, lines filled up with commas', () => {
    // 市場,イチバ in Shift_JIS.
    const row = [0x8e, 0x73, 0x8f, 0xea, 0x2c, 0x83, 0x43, 0x83, 0x60, 0x83, 0x6f];
    const bytes = new Uint8Array([
      ...bytesOf('surface,reading,note,voice\r\n'),
      ...row,
      ...bytesOf(',,,,\r\n,,,\r\n'),
    ]);
    expect(readCorrections(bytes)).toEqual({ ok: true, drafts: [everywhere('市場', 'いちば')] });
  });

  it.each<[string, string, [number, string][]]>([
    ['nothing', '', [[1, 'no-header']]],
    ['no header', '市場,いちば\n', [[1, 'no-header']]],
    ['no word', `${HEADER}市場,いちば\n,いちば\n`, [[3, 'no-surface']]],
    ['no kana', `${HEADER}市場,ichiba\n`, [[2, 'reading-not-kana']]],
    ['no reading', `${HEADER}市場\n`, [[2, 'reading-not-kana']]],
    ['too many columns', `${HEADER}市場,いちば,,kana,more\n`, [[2, 'wrong-columns']]],
    ['another voice', `${HEADER}市場,いちば,,loud\n`, [[2, 'no-such-voice']]],
    ['one word twice', `${HEADER}市場,いちば\n"一\n行",いち\n市場,しじょう\n`, [[5, 'twice']]],
    ['an open quote', `${HEADER}市場,いちば,"めも\n`, [[2, 'open-quote']]],
    [
      'several things',
      `${HEADER},いちば\n市場,x\n`,
      [
        [2, 'no-surface'],
        [3, 'reading-not-kana'],
      ],
    ],
  ])('tells the line of what is wrong: %s', (_, text, expected) => {
    const read = readCorrections(bytesOf(text));
    expect(read.ok ? [] : read.errors.map(({ line, code }) => [line, code])).toEqual(expected);
  });

  it('tells a file that is no text, and one that holds too much', () => {
    expect(readCorrections(new Uint8Array([0, 1, 2]))).toEqual({
      ok: false,
      errors: [{ line: 0, code: 'unreadable' }],
    });
    const many = Array.from({ length: 3001 }, (_, index) => `語${index},ご\n`).join('');
    expect(readCorrections(bytesOf(HEADER + many))).toEqual({
      ok: false,
      errors: [{ line: 0, code: 'too-large' }],
    });
  });
});
