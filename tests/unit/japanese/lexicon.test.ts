import { describe, expect, it } from 'vitest';
import { parseLexicon, serializeLexicon } from '../../../src/japanese/lexicon.ts';

const HEAD = 'surface,reading,note\n';

describe('the lexicon', () => {
  it('holds a reading a line', () => {
    expect(parseLexicon(`${HEAD}協働,きょうどう,計画の言葉\n麻生区,あさおく,"区, ""あさお"""\n`)).toEqual({
      ok: true,
      entries: [
        { surface: '協働', reading: 'きょうどう', note: '計画の言葉', voice: '' },
        { surface: '麻生区', reading: 'あさおく', note: '区, "あさお"', voice: '' },
      ],
    });
  });

  it.each<[string, string, object]>([
    [
      'an absent note',
      `${HEAD}幸区,さいわいく`,
      { surface: '幸区', reading: 'さいわいく', note: '', voice: '' },
    ],
    [
      'line ends of a spreadsheet',
      'surface,reading,note\r\n幸区,さいわいく,\r\n',
      { surface: '幸区', reading: 'さいわいく', note: '', voice: '' },
    ],
    [
      'a fourth column that asks for kana',
      'surface,reading,note,voice\n登戸,のぼりと,,kana\n',
      { surface: '登戸', reading: 'のぼりと', note: '', voice: 'kana' },
    ],
    [
      'a byte order mark and blank lines',
      `\ufeff${HEAD}\n幸区,さいわいく,x\n\n`,
      { surface: '幸区', reading: 'さいわいく', note: 'x', voice: '' },
    ],
  ])('takes %s', (_, csv, entry) => {
    expect(parseLexicon(csv)).toEqual({ ok: true, entries: [entry] });
  });

  it('may be empty but for its header', () => {
    expect(parseLexicon(HEAD)).toEqual({ ok: true, entries: [] });
  });

  it.each<[string, object[]]>([
    ['', [{ line: 1, code: 'no-header' }]],
    ['協働,きょうどう,\n', [{ line: 1, code: 'no-header' }]],
    [`${HEAD}協働\n`, [{ line: 2, code: 'wrong-columns' }]],
    [`${HEAD}a,あ,b,kana,c\n`, [{ line: 2, code: 'wrong-columns' }]],
    [`${HEAD}協働，きょうどう，\n`, [{ line: 2, code: 'full-width-comma' }]],
    ['surface，reading，note\n', [{ line: 1, code: 'full-width-comma' }]],
    [`${HEAD}a,あ,b,loud\n`, [{ line: 2, code: 'no-such-voice' }]],
    ['surface,reading,note,vioce\n', [{ line: 1, code: 'no-header' }]],
    [`${HEAD},あ,\n`, [{ line: 2, code: 'no-surface' }]],
    [`${HEAD}協働,kyodo,\n`, [{ line: 2, code: 'reading-not-kana' }]],
    [`${HEAD}協働,,\n`, [{ line: 2, code: 'reading-not-kana' }]],
    [`${HEAD}"二\n行",あ,\n協働,あ,\n協働,い,\n`, [{ line: 5, code: 'twice' }]],
    [
      `${HEAD}"協働,あ,\n`,
      [
        { line: 2, code: 'open-quote' },
        { line: 2, code: 'wrong-columns' },
      ],
    ],
  ])('says what is wrong in %j', (csv, errors) => {
    expect(parseLexicon(csv)).toEqual({ ok: false, errors });
  });
});

describe('a lexicon as CSV', () => {
  it('has a header, a line an entry, and quotes only where they are needed', () => {
    expect(
      serializeLexicon([
        { surface: '協働', reading: 'きょうどう', note: '計画の言葉、二つ', voice: '' },
        { surface: '麻生区', reading: 'あさおく', note: '区, "あさお"\n二行目', voice: 'kana' },
      ]),
    ).toBe(
      'surface,reading,note,voice\n協働,きょうどう,計画の言葉、二つ,\n麻生区,あさおく,"区, ""あさお""\n二行目",kana\n',
    );
  });

  it('is its header alone where nothing is listed', () => {
    expect(serializeLexicon([])).toBe('surface,reading,note,voice\n');
  });
});
