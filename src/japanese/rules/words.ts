/**
 * Words of the common language that the dictionary lacks, or reads otherwise than it is said today. Names and the
 * words of one field belong into the lexicon; a word whose reading hangs on its neighbours into the context rules.
 */
import type { ListedWord } from '../word-list.ts';

/** The dictionary has no such word, and cuts it into parts that it reads each by itself. */
const MISSING = `
令和 れいわ
一人ひとり ひとりひとり
特化 とっか
和楽器 わがっき
食感 しょっかん
色黒 いろぐろ
百合 ゆり
日中 にっちゅう
二十歳 はたち
一目で ひとめで
大地震 おおじしん
大人数 おおにんずう
申込者 もうしこみしゃ
申込書 もうしこみしょ
今日明日 きょうあす
一生涯 いっしょうがい
刈り入れ かりいれ
四字熟語 よじじゅくご
先々週 せんせんしゅう
先々月 せんせんげつ
共依存 きょういぞん
外連味 けれんみ
児相 じそう
八幡神社 はちまんじんじゃ
八幡様 はちまんさま
八幡さま はちまんさま
日月火水木金土 にちげつかすいもくきんど
月火水木金土日 げつかすいもくきんどにち
月火水木金 げつかすいもくきん
月水金 げつすいきん
火木土 かもくど
本市 ほんし
茶話会 さわかい
逃亡者 とうぼうしゃ
大聖堂 だいせいどう
昨春 さくしゅん
昨夏 さくか
昨秋 さくしゅう
昨冬 さくとう
`;

/** The dictionary has the word with a reading that is older, rarer or wrong. */
const READ_OTHERWISE = `
父母 ふぼ
既存 きぞん
残存 ざんぞん
各務原 かかみがはら
樋口一葉 ひぐちいちよう
羽生結弦 はにゅうゆづる
現世 げんせ
早急 さっきゅう
重複 ちょうふく
払拭 ふっしょく
世論 よろん
明後日 あさって
日本赤十字社 にっぽんせきじゅうじしゃ
`;

/** One word of the dictionary, but a counter or a neighbour would be taken for a part of it. */
const KEPT_WHOLE = `
協働 きょうどう
誕生日 たんじょうび
入り口 いりぐち
共々 ともども
各々 おのおの
申込 もうしこみ
申込み もうしこみ
十分 じゅうぶん
不十分 ふじゅうぶん
大勢 おおぜい
明朝 みょうちょう
明朝体 みんちょうたい
`;

export const GENERAL_WORDS: readonly ListedWord[] = [MISSING, READ_OTHERWISE, KEPT_WHOLE]
  .join('')
  .trim()
  .split(/\n+/u)
  .map((row) => {
    const [surface = '', reading = ''] = row.split(' ');
    return { surface, reading };
  });
