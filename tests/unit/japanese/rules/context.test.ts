import { beforeAll, describe, expect, it } from 'vitest';
import { createReadingEngine, type ReadingEngine } from '../../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from '../dictionary.ts';

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({ analyzer: await testAnalyzer(), lexicon: [] });
}, LOADING);

describe('a word with two readings', () => {
  it.each<[string, string, string]>([
    ['障害のある方へのお知らせ', '方', 'かた'],
    ['利用者の方に聞く', '方', 'かた'],
    ['早く行った方がいい', '方', 'ほう'],
    ['駅の方に歩く', '方', 'ほう'],
    ['先生方が集まる', '方', 'がた'],
    ['会議が終わった後、帰る', '後', 'あと'],
    ['食事の後で話す', '後', 'あと'],
    ['後に改められた', '後', 'のち'],
    ['数年後に', '後', 'ご'],
    ['一つ後の計画', '後', 'あと'],
    ['章の立て方', '章', 'しょう'],
    ['市との間に', '間', 'あいだ'],
    ['待っている間に', '間', 'あいだ'],
    ['家族間の相談', '間', 'かん'],
    ['徳川家の歴史', '家', 'け'],
    ['家に帰る', '家', 'いえ'],
    ['今日の社会では', '今日', 'こんにち'],
    ['今日は雨です', '今日', 'きょう'],
    ['午前中に行う', '中', 'ちゅう'],
    ['市内中に知らせる', '中', 'じゅう'],
    ['その中で', '中', 'なか'],
    ['調査を行った', '行', 'おこな'],
    ['昨日も学校へ行った', '行', 'い'],
    ['毎週行っている', '行', 'い'],
    ['何を話すか', '何', 'なに'],
    ['これは何ですか', '何', 'なん'],
    ['他の団体', '他', 'ほか'],
    ['他団体', '他', 'た'],
    ['計画の要となる', '要', 'かなめ'],
    ['要支援の人', '要', 'よう'],
    ['指導の下で', '下', 'もと'],
    ['机の下に', '下', 'した'],
    ['旅行会社', '会社', 'がいしゃ'],
    ['会社に行く', '会社', 'かいしゃ'],
    ['人手不足', '不足', 'ぶそく'],
    ['避難所', '所', 'じょ'],
    ['お金を払う', '金', 'かね'],
    ['人気のない道', '人気', 'ひとけ'],
    ['人気がある', '人気', 'にんき'],
    ['日本人', '日本人', 'にほんじん'],
    ['十分に話す', '十分', 'じゅうぶん'],
    ['五時十分に', '十', 'じゅっ'],
  ])('in %s, %s is %s', async (text, base, expected) => {
    const { ruby } = await engine.read(text);
    const covering = ruby.filter(
      (one) => one.start < text.indexOf(base) + base.length && one.end > text.indexOf(base),
    );
    const start = covering[0]?.start ?? 0;
    const end = covering.at(-1)?.end ?? 0;
    const said = covering.map((one) => one.reading).join('');
    // The word may be part of a longer one: 先生方 is one word with one ruby or two.
    expect(text.slice(start, end)).toContain(base);
    expect(said.endsWith(expected) || said.startsWith(expected)).toBe(true);
  });
});
