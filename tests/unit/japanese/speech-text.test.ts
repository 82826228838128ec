import { describe, expect, it } from 'vitest';
import type { Ruby, Sentence } from '../../../src/book/book.ts';
import { speechText } from '../../../src/japanese/speech-text.ts';

const sentence = (text: string, ruby: readonly Ruby[] = []): Sentence => ({
  id: 's',
  text,
  ruby,
  marks: [],
  words: [],
});
const ruby = (start: number, end: number, reading: string, origin: Ruby['origin']): Ruby => ({
  start,
  end,
  reading,
  origin,
  confidence: 1,
});

describe('the text that a voice is given', () => {
  it.each<[string, string]>([
    // Years and ranges
    ['令和3〜5年度', '令和3年度から5年度'],
    ['令和3～5年度', '令和3年度から5年度'],
    ['平成30–32年度', '平成30年度から32年度'],
    ['2021〜2023年度', '2021年度から2023年度'],
    ['（平成24年度~28年度）', '（平成24年度から28年度）'],
    ['2021-2023', '2021から2023'],
    ['（2018年度～2020年度）', '（2018年度から2020年度）'],
    ['4月1日〜9月30日', '4月1日から9月30日'],
    ['3〜5歳', '3から5歳'],
    ['P1-P34', '1ページから34ページ'],
    ['P35–45', '35ページから45ページ'],
    ['P.12', '12ページ'],
    ['～目指せ ケアシステムの構築～', '目指せ ケアシステムの構築'],
    ['東京〜大阪', '東京から大阪'],
    ['月〜金', '月から金'],
    ['4月〜夏', '4月から夏'],
    ['東京〜大阪、名古屋〜京都', '東京から大阪、名古屋から京都'],
    [
      '市民一人ひとりが共に支え合い安心して暮らせる ふるさとづくり～川崎らしい都市型の地域包括ケアシステムの構築をめざして～',
      '市民一人ひとりが共に支え合い安心して暮らせる ふるさとづくり、川崎らしい都市型の地域包括ケアシステムの構築をめざして',
    ],
    ['福祉計画～みんなでつくる～の概要', '福祉計画、みんなでつくる、の概要'],
    ['福祉計画～地域の力～', '福祉計画、地域の力'],
    ['まちづくり〜川崎', 'まちづくり、川崎'],
    // Dates and times
    ['2021/4/1', '2021年4月1日'],
    ['2021-04-01', '2021年4月1日'],
    ['13:30から', '13時30分から'],
    ['9:00に', '9時に'],
    ['H26年度', '平成26年度'],
    // Addresses
    ['〒211-0053川崎市', '郵便番号、ニーイチイチのゼロゼロゴーサン、川崎市'],
    ['TEL044(739)8711', '電話、ゼロヨンヨンの、ナナサンキューの、ハチナナイチイチ'],
    ['FAX 044-739-8737', 'ファックス、ゼロヨンヨンの、ナナサンキューの、ハチナナサンナナ'],
    ['０４４（７３９）８７１１', 'ゼロヨンヨンの、ナナサンキューの、ハチナナイチイチ'],
    ['上小田中6-22-5 6階', '上小田中6の22の5 6階'],
    [
      'kikaku@csw-kawasaki.or.jp',
      'きかく アットマーク シーエスダブリュー ハイフン かわさき ドット オーアール ドット ジェイピー',
    ],
    [
      'ryuushin.nyan@kenpo-shibuya.jp',
      'りゅうしん ドット にゃん アットマーク けんぽ ハイフン しぶや ドット ジェイピー',
    ],
    ['https://www.example.jp/', 'ダブリューダブリューダブリュー ドット example ドット ジェイピー'],
    // Units
    ['3.3MB', '3.3メガバイト'],
    ['[PDF/783KB]', ' ピーディーエフ、783キロバイト '],
    ['80％', '80パーセント'],
    ['144.35km²', '144.35平方キロメートル'],
    ['500m先', '500メートル先'],
    ['25℃', '25度'],
    ['12㎡', '12平方メートル'],
    ['￥1,200', '1200円'],
    ['1,500,000人', '1500000人'],
    ['1/2', '2分の1'],
    // Markers and symbols
    ['①川崎市との計画', 'まる1、川崎市との計画'],
    ['図の①と②', '図のまる1とまる2'],
    ['Ⅲ 住民の暮らし', '3、 住民の暮らし'],
    ['第Ⅲ期', '第3期'],
    ['(1)市民の福祉', 'かっこ1、市民の福祉'],
    ['（２）市民の生活', 'かっこ2、市民の生活'],
    ['『8)新たな課題', '『8、新たな課題'],
    ['■第5期計画', '第5期計画'],
    ['※注意', '注意'],
    ['Q&A', 'QアンドA'],
    ['音声版（DAISY版）', '音声版（デイジー版）'],
    ['DAISYは「デイジー」と読みます', 'ディーエーアイエスワイは「デイジー」と読みます'],
    ['DAISYは、音の本です', 'デイジーは、音の本です'],
    ['地域・住民', '地域・住民'],
    ['A・Bの2つ', 'A・Bの2つ'],
    ['はい！', 'はい！'],
    ['', ''],
  ])('%s is said %s', (text, expected) => {
    expect(speechText(sentence(text)).text).toBe(expected);
  });

  it.each<[Ruby['origin'], string]>([
    ['reader', 'きょうどうする'],
    ['author', 'きょうどうする'],
    ['lexicon', 'きょうどうする'],
    ['rule', 'きょうどうする'],
    ['analyzer', '協働する'],
  ])('puts a reading of origin %s as %s', (origin, expected) => {
    expect(speechText(sentence('協働する', [ruby(0, 2, 'きょうどう', origin)])).text).toBe(expected);
  });

  it.each<[string, string, Ruby['origin'], string]>([
    ['区', 'く', 'author', '区にも'],
    ['区', 'く', 'lexicon', '区にも'],
    ['所', 'しょ', 'author', '所にも'],
    ['区', 'く', 'reader', 'くにも'],
    ['今', 'いま', 'author', 'いまにも'],
    ['区', 'まち', 'author', 'まちにも'],
    ['阿', 'お', 'rule', 'おにも'],
  ])(
    'never leaves a lone kanji of one mora as bare kana: %s %s of %s',
    (kanji, reading, origin, expected) => {
      expect(speechText(sentence(`${kanji}にも`, [ruby(0, 1, reading, origin)])).text).toBe(expected);
    },
  );

  it('leaves a counter after digits to the voice, but not an irregular day', () => {
    expect(speechText(sentence('6本', [ruby(1, 2, 'ぽん', 'rule')])).text).toBe('6本');
    expect(
      speechText(sentence('150万人', [ruby(3, 4, 'まん', 'rule'), ruby(4, 5, 'にん', 'rule')])).text,
    ).toBe('150万人');
    expect(speechText(sentence('20日に', [ruby(0, 3, 'はつか', 'rule')])).text).toBe('はつかに');
  });

  it('leads from every place of the spoken text back to the written one', () => {
    const { text, map } = speechText(sentence('川崎の3.3MBだ', [ruby(0, 2, 'かわさき', 'lexicon')]));
    expect(text).toBe('かわさきの3.3メガバイトだ');
    expect([0, 3, 4, 5, 8, 12, 13, 14, 99].map(map)).toEqual([0, 0, 2, 3, 6, 6, 8, 9, 9]);
  });
});
