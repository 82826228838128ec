import { describe, expect, it } from 'vitest';
import { parseLexicon, serializeLexicon } from '../../../src/japanese/lexicon.ts';

const HEAD = 'surface,reading,note\n';

describe('the lexicon', () => {
  it('holds a reading a line', () => {
    expect(parseLexicon(`${HEAD}協働,きょうどう,計画の言葉\n麻生区,あさおく,"区, ""あさお"""\n`)).toEqual({
      ok: true,
      entries: [
        { surface: '協働', reading: 'きょうどう', note: '計画の言葉' },
        { surface: '麻生区', reading: 'あさおく', note: '区, "あさお"' },
      ],
    });
  });

  it.each<[string, string, object]>([
    ['an absent note', `${HEAD}幸区,さいわいく`, { surface: '幸区', reading: 'さいわいく', note: '' }],
    [
      'line ends of a spreadsheet',
      'surface,reading,note\r\n幸区,さいわいく,\r\n',
      { surface: '幸区', reading: 'さいわいく', note: '' },
    ],
    [
      'a byte order mark and blank lines',
      `\ufeff${HEAD}\n幸区,さいわいく,x\n\n`,
      { surface: '幸区', reading: 'さいわいく', note: 'x' },
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
    [`${HEAD}a,あ,b,c\n`, [{ line: 2, code: 'wrong-columns' }]],
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

  it('is written so that it reads back the same', () => {
    const entries = [{ surface: '"A,B"', reading: 'えーびー', note: '二\n行' }];
    expect(parseLexicon(serializeLexicon(entries))).toEqual({ ok: true, entries });
  });
});
