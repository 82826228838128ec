import { describe, expect, it } from 'vitest';
import { analyzerOf } from '../../../../src/japanese/naist/naist-analyzer.ts';
import { packedDictionary } from './packed.ts';

const analyzer = analyzerOf(await packedDictionary());

async function words(text: string): Promise<string> {
  return (await analyzer.parse(text)).map(({ surface, reading }) => `${surface}/${reading ?? '?'}`).join(' ');
}

describe('the words of a text', () => {
  it.each([
    ['', ''],
    ['すもももももももものうち', 'すもも/スモモ も/モ もも/モモ も/モ もも/モモ の/ノ うち/ウチ'],
    ['協働のまちづくり', '協働/キョウドウ の/ノ まち/マチ づくり/ヅクリ'],
    ['読み込みを行った', '読み込み/ヨミコミ を/ヲ 行っ/オコナッ た/タ'],
    // Spaces stand between words, and at the end of a text.
    ['ひと  ふた ', 'ひと/ヒト   /? ふた/フタ  /?'],
    [' ', ' /?'],
    // Unknown words are as long as their kind of characters goes on, or what costs least.
    ['ヷヺヮ', 'ヷヺヮ/?'],
    ['qwertyuiop', 'qwertyuiop/?'],
    ['👍🎉', '👍🎉/?'],
  ])('%j', async (text, expected) => {
    expect(await words(text)).toBe(expected);
  });

  it('have a part of speech, a form and a dictionary form', async () => {
    expect(await analyzer.parse('来なかった🙂')).toEqual([
      {
        surface: '来',
        start: 0,
        pos: '動詞',
        posDetail: '自立',
        baseForm: '来る',
        form: '未然形',
        reading: 'コ',
        known: true,
      },
      {
        surface: 'なかっ',
        start: 1,
        pos: '助動詞',
        posDetail: '',
        baseForm: 'ない',
        form: '連用タ接続',
        reading: 'ナカッ',
        known: true,
      },
      {
        surface: 'た',
        start: 4,
        pos: '助動詞',
        posDetail: '',
        baseForm: 'た',
        form: '基本形',
        reading: 'タ',
        known: true,
      },
      { surface: '🙂', start: 5, pos: '記号', posDetail: '一般', reading: null, known: false },
    ]);
  });

  it('are the same however long the text before them is', async () => {
    const sentence = '地域の福祉をみんなで支え合う';
    const once = await analyzer.parse(`${sentence}。`);
    const often = await analyzer.parse(`${sentence}。`.repeat(3000));
    expect(often.length).toBe(once.length * 3000);
    const last = often.slice(-once.length);
    expect(last.map(({ surface, reading }) => [surface, reading])).toEqual(
      once.map(({ surface, reading }) => [surface, reading]),
    );
  });
});

describe('a long text', () => {
  it('is settled bit by bit, so that a hundred thousand characters without a pause need no more memory', () => {
    const text = '川崎市の地域福祉をみんなで支え合うまちをつくる計画'.repeat(4000);
    expect(analyzer.analyze(text).peak).toBeLessThan(20_000);
  });

  it('is read the same when what was remembered of it has made way for other words', () => {
    const text = '地域の福祉をみんなで支え合い、生活の場をつくる人と人とのつながりを大切にします。';
    const { steps: _, ...before } = analyzer.analyze(text);
    // Far more pairs of characters than steps are remembered, for each of which there is a word.
    const kanji = [...'生人大上'];
    const others = Array.from({ length: 0x5000 }, (_, index) => String.fromCharCode(0x4e00 + index));
    analyzer.analyze(others.flatMap((other) => kanji.map((one) => one + other)).join(''));
    expect(analyzer.analyze(text)).toMatchObject(before);
  });

  it('costs what its parts cost, beyond 32 bits too', () => {
    const cost = (length: number): number => analyzer.analyze('x'.repeat(length)).cost;
    const each = (cost(6000) - cost(3000)) / 3000;
    expect(cost(240_000)).toBe(cost(3000) + 237_000 * each);
    expect(cost(240_000)).toBeGreaterThan(2 ** 31);
  });
});

describe('the readings of a surface', () => {
  it.each([
    ['市場', ['シジョウ', 'イチバ']],
    ['梅雨', ['ツユ', 'バイウ']],
    ['ない', ['ナイ']],
    ['そんな言葉はない', []],
    ['', []],
    ['\0', []],
  ])('%s', (surface, expected) => {
    const readings = analyzer.readingsOf(surface);
    expect(readings.slice(0, 2)).toEqual(expected);
  });
});
