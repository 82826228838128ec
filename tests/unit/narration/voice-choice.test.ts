import { describe, expect, test } from 'vitest';
import { compareVoices, isJapanese, matchVoice, voiceKind } from '../../../src/narration/voice-choice.ts';
import { deviceVoice } from './samples.ts';

describe('a language that is Japanese', () => {
  test.each([
    ['ja', true],
    ['ja-JP', true],
    ['ja_JP', true],
    ['JA-jp', true],
    ['jpn', true],
    ['jpn-JPN', true],
    ['jpn_JPN_l1', true],
    ['jav', false],
    ['jam-JM', false],
    ['en-US', false],
    ['x-ja', false],
    ['', false],
  ])('%j: %s', (lang, expected) => {
    expect(isJapanese(lang)).toBe(expected);
  });
});

describe('how a voice sounds, by its name or its address', () => {
  test.each([
    ['Microsoft Nanami Online (Natural) - Japanese (Japan)', '', 'natural'],
    ['Microsoft Keita Online (Natural) - Japanese (Japan)', '', 'natural'],
    ['Google 日本語 1 (Natural)', '', 'natural'],
    ['Kyoko (Enhanced)', '', 'enhanced'],
    ['Kyoko（拡張）', '', 'enhanced'],
    ['O-Ren (プレミアム)', '', 'enhanced'],
    ['Otoya', 'com.apple.voice.premium.ja-JP.Otoya', 'enhanced'],
    ['Kyoko', 'com.apple.voice.enhanced.ja-JP.Kyoko', 'enhanced'],
    ['Google 日本語', '', 'engine'],
    ['Chrome OS 日本語 2', '', 'engine'],
    ['Android Speech Recognition and Synthesis from Google ja-jp-x-jab-local', '', 'engine'],
    ['ja-jp-x-htm-local', '', 'engine'],
    ['日本語 日本', '', 'engine'],
    ['Japanese Japan', '', 'engine'],
    ['Kyoko', 'com.apple.voice.compact.ja-JP.Kyoko', 'plain'],
    ['Hattori', 'com.apple.ttsbundle.siri_Hattori_ja-JP_compact', 'plain'],
    ['O-Ren', '', 'plain'],
    [
      'Microsoft Haruka Desktop - Japanese',
      'urn:moz-tts:sapi:Microsoft Haruka Desktop - Japanese?ja-JP',
      'plain',
    ],
    ['Microsoft Ayumi - Japanese (Japan)', '', 'plain'],
    ['Microsoft Ichiro - Japanese (Japan)', '', 'plain'],
    ['Microsoft Sayaka - Japanese (Japan)', '', 'plain'],
    ['mei_normal openjtalk', '', 'plain'],
    ['なにか', '', 'unknown'],
    ['日本語', '', 'unknown'],
    ['Japanese Compact', '', 'compact'],
    ['Eddy (日本語（日本）)', '', 'novelty'],
    ['Shelley', 'com.apple.eloquence.ja-JP.Shelley', 'novelty'],
    ['Japanese espeak-ng', '', 'unfit'],
    ['Japanese+Adam', 'urn:moz-tts:speechd:Japanese+Adam?ja', 'unfit'],
  ])('%s %s: %s', (name, voiceURI, kind) => {
    expect(voiceKind({ name, voiceURI })).toBe(kind);
  });
});

test('voices that need no network come first, then those that sound better; what reads no kanji is last', () => {
  const ranked: [string, boolean][] = [
    ['Google 日本語 1 (Natural)', true],
    ['Kyoko (拡張)', true],
    ['ja-jp-x-jab-local', true],
    ['Kyoko', true],
    ['なにか', true],
    ['Japanese Compact', true],
    ['Eddy (日本語（日本）)', true],
    ['Microsoft Nanami Online (Natural)', false],
    ['Google 日本語', false],
    ['Japanese espeak-ng', true],
  ];
  const voices = ranked.map(([name, local]) => deviceVoice(name, local));
  expect([...voices].reverse().sort(compareVoices)).toEqual(voices);
});

describe('a remembered voice is found again', () => {
  const voices = [
    { name: 'Kyoko', lang: 'ja-JP', voiceURI: 'urn:kyoko' },
    { name: 'Otoya (拡張)', lang: 'ja_JP', voiceURI: 'urn:otoya' },
    { name: '日本語 1', lang: 'ja', voiceURI: 'android-1' },
    { name: 'Kyoko', lang: 'ja-JP', voiceURI: 'urn:kyoko.2' },
  ];
  test.each([
    ['by name and address', { name: 'Kyoko', voiceURI: 'urn:kyoko.2' }, 3],
    ['by name where the address has changed', { name: 'Kyoko', voiceURI: 'gone' }, 0],
    ['by address where the device speaks another language', { name: 'Japanese 1', voiceURI: 'android-1' }, 2],
    ['by a name that says as much', { name: 'otoya', voiceURI: 'gone' }, 1],
    ['not where nothing comes near', { name: 'Hattori', voiceURI: 'gone' }, -1],
    ['not by an empty name', { name: '()', voiceURI: 'gone' }, -1],
  ])('%s', (_name, choice, expected) => {
    expect(matchVoice({ ...choice, lang: 'ja-JP' }, voices)).toBe(voices[expected] ?? null);
  });
});
