import { describe, expect, test } from 'vitest';
import { compareVoices, isJapanese, matchVoice } from '../../../src/narration/voice-choice.ts';
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

test('voices that need no network come first, then those that sound better by their name', () => {
  const names: [string, boolean][] = [
    ['Google 日本語', false],
    ['Eddy (日本語（日本）)', true],
    ['eSpeak Japanese', true],
    ['なにか', true],
    ['Kyoko', true],
    ['Kyoko (拡張)', true],
    ['Microsoft Nanami Online (Natural)', false],
  ];
  const sorted = names.map(([name, local]) => deviceVoice(name, local)).sort(compareVoices);
  expect(sorted.map((voice) => voice.name)).toEqual([
    'Kyoko (拡張)',
    'Kyoko',
    'なにか',
    'eSpeak Japanese',
    'Eddy (日本語（日本）)',
    'Microsoft Nanami Online (Natural)',
    'Google 日本語',
  ]);
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
