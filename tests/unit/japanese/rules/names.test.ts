/** Names by what stands around them, read without a lexicon, and words that a lexicon's name must leave whole. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createReadingEngine, type ReadingEngine } from '../../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from '../dictionary.ts';

let engine: ReadingEngine;
let listed: ReadingEngine;
beforeAll(async () => {
  const analyzer = await testAnalyzer();
  engine = createReadingEngine({ analyzer, lexicon: [] });
  const entry = (surface: string, reading: string, voice: '' | 'kana' = '') => ({
    surface,
    reading,
    note: '',
    voice,
  });
  listed = createReadingEngine({
    analyzer,
    lexicon: [
      entry('自治会', 'じちかい'),
      entry('総務部', 'そうむぶ'),
      entry('寄付金', 'きふきん'),
      entry('川崎区', 'かわさきく'),
      entry('秦野市', 'はだのし', 'kana'),
      entry('五月台駅', 'さつきだいえき', 'kana'),
    ],
  });
}, LOADING);

async function kana(reader: ReadingEngine, text: string): Promise<string> {
  const { ruby } = await reader.read(text, { digits: 'always' });
  let said = '';
  let at = 0;
  for (const one of ruby) {
    said += text.slice(at, one.start) + one.reading;
    at = one.end;
  }
  return said + text.slice(at);
}

describe('a name with two readings', () => {
  it.each<[string, string]>([
    ['麻生市民館へ', 'あさおしみんかんへ'],
    ['麻生図書館で', 'あさおとしょかんで'],
    ['麻生さんと', 'あそうさんと'],
    ['多摩・麻生の両区', 'たま・あさおのりょうく'],
    ['川崎、幸、中原から', 'かわさき、さいわい、なかはらから'],
    ['幸市民館で', 'さいわいしみんかんで'],
    ['幸区民の', 'さいわいくみんの'],
    ['溝口駅の', 'みぞのくちえきの'],
    ['溝口二丁目に', 'みぞのくちにちょうめに'],
    ['溝口で会う', 'みぞのくちであう'],
    ['溝口さんが', 'みぞぐちさんが'],
    ['溝口委員が', 'みぞぐちいいんが'],
    ['溝口花子の', 'みぞぐちはなこの'],
    ['秦野の水', 'はだののみず'],
    ['秦野氏は', 'はたのしは'],
    ['高津区千年に', 'たかつくちとせに'],
    ['千年小学校で', 'ちとせしょうがっこうで'],
    ['千年の昔', 'せんねんのむかし'],
    ['幸区小倉の', 'さいわいくおぐらの'],
    ['福岡県小倉の', 'ふくおかけんこくらの'],
    ['中原区宮内で', 'なかはらくみやうちで'],
    ['宮内庁の', 'くないちょうの'],
    ['麻生区白鳥に', 'あさおくしらとりに'],
    ['白鳥が飛ぶ', 'はくちょうがとぶ'],
    ['多摩区菅の', 'たまくすげの'],
    ['菅小学校の', 'すげしょうがっこうの'],
    ['宮前区神木の', 'みやまえくしぼくの'],
    ['神社の神木を', 'じんじゃのしんぼくを'],
    ['菅生方面へ', 'すがおほうめんへ'],
    ['末長、千年、新作', 'すえなが、ちとせ、しんさく'],
    ['菅、布田の各町内会', 'すげ、ふだのかくちょうないかい'],
    ['野川・土橋・鷺沼', 'のがわ・つちはし・さぎぬま'],
    ['土橋を渡る', 'どばしをわたる'],
    ['菅生の丘', 'すがおのおか'],
    ['菅生さんの', 'すごうさんの'],
    ['宮前区の平に', 'みやまえくのたいらに'],
    ['本所一丁目', 'ほんじょいっちょうめ'],
    ['向ヶ丘地区の', 'むかいがおかちくの'],
    ['関さんと西さん', 'せきさんとにしさん'],
    ['西の空', 'にしのそら'],
  ])('in %s is said %s', async (text, expected) => {
    expect(await kana(engine, text)).toBe(expected);
  });
});

describe('an era', () => {
  it.each<[string, string]>([
    ['寛文３年に', 'かんぶんさんねんに'],
    ['元亀元年の', 'げんきがんねんの'],
    ['元文五年に', 'げんぶんごねんに'],
    ['弘安年間の', 'こうあんねんかんの'],
    ['寛文さんの', 'ひろふみさんの'],
  ])('is known by its years: %s is said %s', async (text, expected) => {
    expect(await kana(engine, text)).toBe(expected);
  });
});

describe('a name of the lexicon that ends within a known word', () => {
  it.each<[string, string]>([
    ['自治会長が', 'じちかいちょうが'],
    ['総務部長が', 'そうむぶちょうが'],
    ['寄付金品を', 'きふきんぴんを'],
    ['川崎区長が', 'かわさきくちょうが'],
    ['秦野市長が', 'はだのしちょうが'],
    ['五月台駅長が', 'さつきだいえきちょうが'],
  ])('leaves the rest its reading: %s is said %s', async (text, expected) => {
    expect(await kana(listed, text)).toBe(expected);
  });

  it('leaves the longer word whole where it would only confirm what is read', async () => {
    const { ruby } = await listed.read('総務部長');
    expect(ruby.map((one) => one.reading)).toEqual(['そうむ', 'ぶちょう']);
  });
});
