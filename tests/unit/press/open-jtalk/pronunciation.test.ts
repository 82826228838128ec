import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moraeOf, pronunciationOf, soundOf } from '../../../../src/press/open-jtalk/pronunciation.ts';

describe('kana as it sounds', () => {
  it.each([
    ['きょうどう', 'きょーどー'],
    ['キョードー', 'きょーどー'],
    ['せいかつ', 'せーかつ'],
    ['おおきい', 'おーきー'],
    ['つづく', 'つずく'],
    ['はなぢ', 'はなじ'],
    ['をとめ', 'おとめ'],
    ['サーヴィス', 'さーゔぃす'],
    ['けいい', 'けーー'],
    ['うお', 'うお'],
    ['', ''],
  ])('of %s is %s', (kana, sound) => expect(soundOf(kana)).toBe(sound));

  it.each([
    ['きょうどう', 4],
    ['がっこう', 4],
    ['しゃ', 1],
    ['ファイル', 3],
    ['コーヒー', 4],
    ['', 0],
  ])('%s has its morae', (kana, morae) => expect(moraeOf(kana)).toBe(morae));

  it('is written for the dictionary in katakana with long vowels', () => {
    expect(pronunciationOf('きょうどうぼきん')).toBe('キョードーボキン');
  });

  it('is the same for hiragana and katakana, keeps its length, and changes no more the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ぁ-ゔー]{0,12}$/u), (kana) => {
        const sound = soundOf(kana);
        expect(sound).toHaveLength(kana.length);
        expect(soundOf(sound)).toBe(sound);
        expect(soundOf(pronunciationOf(kana))).toBe(sound);
        expect(moraeOf(pronunciationOf(kana))).toBe(moraeOf(sound));
      }),
    );
  });
});
