import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruby } from '../../../src/book/book.ts';
import { createReadingEngine, type ReadingEngine } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';

let engine: ReadingEngine;
beforeAll(async () => {
  const lexicon = [
    { surface: '社会福祉協議会', reading: 'しゃかいふくしきょうぎかい', note: '', voice: '' },
    { surface: 'ともよみ', reading: 'ともよみ', note: '', voice: '' },
  ] as const;
  engine = createReadingEngine({ analyzer: await testAnalyzer(), lexicon });
}, LOADING);

/** The text with a bar before each phrase but the first. */
async function barred(text: string, author: readonly Ruby[] = []): Promise<string> {
  const { phrases } = await engine.read(text, { author });
  let barred = '';
  let at = 0;
  for (const length of phrases) {
    barred += `${text.slice(at, at + length)}|`;
    at += length;
  }
  return barred + text.slice(at);
}

describe('phrases', () => {
  it.each([
    // A word with its particles and auxiliaries
    ['きょうは|雨が|降りました。'],
    ['友だちからも|手紙が|来ました'],
    ['静かな|部屋で|本を|読みたかった'],
    // Helping verbs and grammatical nouns, as in schoolbooks
    ['花が|咲いて|いる'],
    ['名前を|書いて|ください'],
    ['行かなければ|ならない'],
    ['泳ぐ|ことが|できます'],
    ['出かける|ときの|ために'],
    ['雨が|降るように|見える'],
    // する makes a verb of a noun; a verb after a verb's stem belongs to it
    ['毎日|練習する'],
    ['二人で|相談できるように|した'],
    ['走り出した|犬'],
    ['読みやすい|字'],
    // Words that stand by themselves
    ['この|とても|大きな|木'],
    ['それは|わたしのだ'],
    ['今日|学校へ|行く'],
    // Prefixes, suffixes, numbers with their counters
    ['お茶を|どうぞ'],
    ['新しい|先生たち'],
    ['約20人が|3か所で|働く'],
    ['第4回は|午後2時から'],
    ['平成12年度から|2年間'],
    ['2018〜2020年度の|計画'],
    // Signs and brackets
    ['「おはよう」と|言った。|それから'],
    ['市長|（当時）は、|笑った'],
    ['「にこにこ広場」の|日'],
    ['本・雑誌を|読む'],
    ['80％の|人'],
    ['（休みの|日を|除く）|平日'],
    // Other scripts, and spaces that are there already
    ['NPOの|会議'],
    ['open |day に|行く'],
    ['Wi-Fiが|使える'],
    ['まちづくり |～目指せ～'],
    // Compounds: whole when short, cut between words when long, and at the lexicon's terms
    ['地域福祉を|学ぶ'],
    ['交通安全教室で|話す'],
    ['横浜市|中央図書館の|本'],
    ['ともよみが|生まれた'],
    ['中央区|社会福祉|協議会は'],
    ['第2期|環境基本計画が|できた'],
    // Nothing to cut
    ['。'],
    [''],
    ['😀'],
  ])('%s', async (expected) => {
    expect(await barred(expected.replaceAll('|', ''))).toBe(expected);
  });

  it('never begins inside a ruby, whoever wrote it', async () => {
    const text = '今日学校へ行く';
    const author: Ruby = { start: 0, end: 4, reading: 'きょうがっこう', origin: 'author', confidence: 1 };
    expect(await barred(text)).toBe('今日|学校へ|行く');
    expect(await barred(text, [author])).toBe('今日学校へ|行く');
  });

  it('takes time in proportion to the length of a compound', async () => {
    const { phrases } = await engine.read('地域福祉活動推進計画'.repeat(3000));
    expect(phrases.length).toBeGreaterThan(5000);
    expect(Math.max(...phrases)).toBeLessThanOrEqual(12);
  });
});
