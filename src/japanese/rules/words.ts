/** Words of the common language that the analyzer's dictionary lacks, cuts wrongly or reads in an unusual way. */
import type { ListedWord } from '../match-words.ts';

const ROWS = `
協働 きょうどう
令和 れいわ
一人ひとり ひとりひとり
特化 とっか
誕生日 たんじょうび
入り口 いりぐち
和楽器 わがっき
父母 ふぼ
現世 げんせ
食感 しょっかん
撥水 はっすい
色黒 いろぐろ
米粒 こめつぶ
日中 にっちゅう
越前 えちぜん
大坂 おおさか
昨夏 さくか
共々 ともども
各々 おのおの
申込 もうしこみ
申込み もうしこみ
申込者 もうしこみしゃ
申込書 もうしこみしょ
百合 ゆり
百人一首 ひゃくにんいっしゅ
十分 じゅうぶん
不十分 ふじゅうぶん
二十歳 はたち
一目で ひとめで
大勢 おおぜい
大地震 おおじしん
大人数 おおにんずう
早急 さっきゅう
重複 ちょうふく
払拭 ふっしょく
逃亡者 とうぼうしゃ
大聖堂 だいせいどう
第一線 だいいっせん
世論 よろん
明後日 あさって
明朝 みょうちょう
明朝体 みんちょうたい
等々力 とどろき
`;

export const GENERAL_WORDS: readonly ListedWord[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [surface = '', reading = ''] = row.split(' ');
    return { surface, reading };
  });
