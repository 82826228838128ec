import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruby } from '../../../src/book/book.ts';
import type { LexiconEntry } from '../../../src/japanese/lexicon.ts';
import { createReadingEngine, type ReadingEngine, type ReadOptions } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';

let engine: ReadingEngine;
beforeAll(async () => {
  const lexicon: readonly LexiconEntry[] = [
    { surface: '麻生区', reading: 'あさおく', note: '', voice: '' },
    { surface: '社協', reading: 'しゃきょう', note: '', voice: '' },
    { surface: '地域福祉計画', reading: 'ちいきふくしけいかく', note: '', voice: '' },
    { surface: '地域福祉', reading: 'ちいきふくし', note: '', voice: '' },
    { surface: '社会福祉協議会', reading: 'しゃかいふくしきょうぎかい', note: '', voice: '' },
    { surface: '登戸', reading: 'のぼりと', note: '', voice: 'kana' },
    { surface: '協議体', reading: 'きょうぎたい', note: '', voice: '' },
    { surface: '音', reading: 'ね', note: '', voice: '' },
    { surface: '運動体', reading: 'うんどうたい', note: '', voice: '' },
  ];
  engine = createReadingEngine({ analyzer: await testAnalyzer(), lexicon });
}, LOADING);

const notation = async (text: string, options?: ReadOptions): Promise<string> => {
  const { ruby } = await engine.read(text, options);
  let result = '';
  let at = 0;
  for (const one of ruby) {
    result += `${text.slice(at, one.start)}{${text.slice(one.start, one.end)}|${one.reading}}`;
    at = one.end;
  }
  return result + text.slice(at);
};

describe('reading a text', () => {
  it.each<[string, string]>([
    // Okurigana and words
    ['みんなで支え合い', 'みんなで{支|ささ}え{合|あ}い'],
    ['地域福祉を推進する', '{地域|ちいき}{福祉|ふくし}を{推進|すいしん}する'],
    ['協働の取り組み', '{協働|きょうどう}の{取|と}り{組|く}み'],
    ['市民一人ひとり', '{市民|しみん}{一人|ひとり}ひとり'],
    // Numbers: digits only where they are read unlike themselves
    ['平成14年度', '{平成|へいせい}14{年度|ねんど}'],
    ['令和3年4月1日', '{令和|れいわ}3{年|ねん}4{月|がつ}{1日|ついたち}'],
    ['1日に20日', '1{日|にち}に{20日|はつか}'],
    ['1人と2人と3人', '{1人|ひとり}と{2人|ふたり}と3{人|にん}'],
    ['２０日', '{２０日|はつか}'],
    ['3つの目標', '{3|みっ}つの{目標|もくひょう}'],
    ['6本と3階', '6{本|ぽん}と3{階|がい}'],
    ['3分の2、10分', '3{分|ぶん}の2、10{分|ぷん}'],
    ['1か所、3ヶ月', '1か{所|しょ}、3{ヶ月|かげつ}'],
    ['150万市民', '150{万|まん}{市民|しみん}'],
    ['二十日に三人', '{二十日|はつか}に{三|さん}{人|にん}'],
    ['何人か、数十年', '{何|なん}{人|にん}か、{数十|すうじゅう}{年|ねん}'],
    // Names
    ['百合ヶ丘', '{百合ヶ丘|ゆりがおか}'],
    ['月ヶ丘', '{月|つき}{ヶ|が}{丘|おか}'],
    // What is not Japanese text stays as it is
    ['<b>協働</b>', '<b>{協働|きょうどう}</b>'],
    ['😀漢字', '😀{漢字|かんじ}'],
    ['𠮷野家', '{𠮷野家|よしのや}'],
    ['⼭に登る', '{⼭|やま}に{登|のぼ}る'],
    ['한국어', '한국어'],
    ['', ''],
    [' \n ', ' \n '],
  ])('%j is %j', async (text, expected) => {
    expect(await notation(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ['平成14年度', '{平成|へいせい}{14年度|じゅうよねんど}'],
    ['第5期', '{第|だい}{5期|ごき}'],
    ['224に区分', '{224|にひゃくにじゅうよん}に{区分|くぶん}'],
    ['20日', '{20日|はつか}'],
    ['044(739)8711', '{044|ぜろよんよん}({739|ななさんきゅう}){8711|はちなないちいち}'],
    ['〒211-0053', '〒{211|にいちいち}-{0053|ぜろぜろごさん}'],
  ])('with all digits read, %j is %j', async (text, expected) => {
    expect(await notation(text, { digits: 'always' })).toBe(expected);
  });

  it.each<[string, string]>([
    ['麻生区', '{麻生区|あさおく}'],
    ['協議体', '{協議体|きょうぎたい}'],
    // The dictionary's own words keep their rubies, but a lone kanji has none to itself.
    ['地域福祉計画', '{地域|ちいき}{福祉|ふくし}{計画|けいかく}'],
    ['社会福祉協議会', '{社会|しゃかい}{福祉|ふくし}{協議会|きょうぎかい}'],
    // Where they add up only by a wrong cut, the listed word is one.
    ['運動体', '{運動体|うんどうたい}'],
    // Inside other words a listed word is not meant.
    ['音楽', '{音楽|おんがく}'],
    ['社協の音', '{社協|しゃきょう}の{音|ね}'],
  ])('with the lexicon, %j is %j', async (text, expected) => {
    expect(await notation(text)).toBe(expected);
  });

  it('keeps the author’s rubies and gives way to them', async () => {
    const author: Ruby[] = [{ start: 2, end: 4, reading: 'ふれあい', origin: 'author', confidence: 1 }];
    expect(await notation('地域福祉を', { author })).toBe('{地域|ちいき}{福祉|ふれあい}を');
    const across: Ruby[] = [{ start: 1, end: 3, reading: 'いきふく', origin: 'author', confidence: 1 }];
    expect(await notation('地域福祉を', { author: across })).toBe('地{域福|いきふく}祉を');
  });

  it('says where a reading comes from', async () => {
    const { ruby } = await engine.read('登戸と市民の20日と龘');
    expect(ruby.map((one) => one.origin)).toEqual(['lexicon', 'analyzer', 'rule']);
    expect(ruby.every((one) => one.confidence > 0 && one.confidence <= 1)).toBe(true);
  });

  it.each<[string, Ruby['origin'][]]>([
    ['協議体', ['analyzer']],
    ['社会福祉協議会', ['analyzer', 'analyzer', 'analyzer']],
    ['麻生区', ['analyzer']],
    ['音', ['lexicon']],
    ['登戸', ['lexicon']],
  ])('the lexicon leaves the origin of what it only confirms: %s', async (text, origins) => {
    expect((await engine.read(text)).ruby.map((one) => one.origin)).toEqual(origins);
  });

  it('makes words with their inflection and their suffix', async () => {
    const text = 'ともに支え合い、踏まえた川崎市の計画を3つ';
    const { words } = await engine.read(text);
    expect(words.map((word) => `${text.slice(word.start, word.end)}=${word.reading}`)).toEqual([
      '支え合い=ささえあい',
      '踏まえた=ふまえた',
      '川崎市=かわさきし',
      '計画=けいかく',
      '3つ=みっつ',
    ]);
  });

  it('spells a word anew where the author read a part of it', async () => {
    const author: Ruby[] = [{ start: 0, end: 1, reading: 'つか', origin: 'author', confidence: 1 }];
    const { words } = await engine.read('支え合い', { author });
    expect(words).toEqual([{ start: 0, end: 4, reading: 'つかえあい' }]);
  });
});
