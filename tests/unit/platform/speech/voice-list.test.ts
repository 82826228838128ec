import { describe, expect, test } from 'vitest';
import { createVoiceList } from '../../../../src/platform/speech/voice-list.ts';
import { createFakeClock } from '../../narration/fake-clock.ts';
import { createFakeSynthesis, nativeVoice } from './fake-synthesis.ts';

const kyoko = nativeVoice('Kyoko', 'ja-JP');
const google = nativeVoice('Google 日本語', 'ja-JP', false);
const android = nativeVoice('日本語 日本', 'jpn_JPN');
const alex = nativeVoice('Alex', 'en-US');

function setUp({ events = true, online = true, at = [] as SpeechSynthesisVoice[] } = {}) {
  const clock = createFakeClock();
  const synthesis = createFakeSynthesis({ events });
  synthesis.listSilently(...at);
  const list = createVoiceList(synthesis.engine, clock, () => online);
  const state = (): string => {
    const { state: name, voices } = list.availability.getSnapshot();
    return [name, ...voices.map((voice) => voice.name)].join(' ');
  };
  return { clock, synthesis, list, state };
}

describe('voices turn up', () => {
  test('at once', () => {
    expect(setUp({ at: [google, alex, kyoko] }).state()).toBe('ready Kyoko Google 日本語');
  });

  test('with voiceschanged', () => {
    const { synthesis, state } = setUp();
    expect(state()).toBe('unknown');
    synthesis.list(kyoko);
    expect(state()).toBe('ready Kyoko');
  });

  test('without any event, within ten seconds of asking again', () => {
    const { clock, synthesis, state } = setUp({ events: false });
    clock.advance(9000);
    expect(state()).toBe('unknown');
    synthesis.listSilently(android);
    clock.advance(250);
    expect(state()).toBe('ready 日本語 日本');
    expect(clock.waiting).toBe(0);
  });

  test('never: none after ten seconds, and nothing is asked any more', () => {
    const { clock, state } = setUp();
    clock.advance(9999);
    expect(state()).toBe('unknown');
    clock.advance(1000);
    expect(state()).toBe('none');
    expect(clock.waiting).toBe(0);
  });

  test('after none, as the list is still listened to', () => {
    const { clock, synthesis, state } = setUp();
    clock.advance(20_000);
    synthesis.list(kyoko);
    expect(state()).toBe('ready Kyoko');
    synthesis.list(alex);
    expect(state()).toBe('none');
  });

  test('in other languages only: no Japanese voice is a normal state', () => {
    expect(setUp({ at: [alex] }).state()).toBe('none');
  });
});

test('a list that says the same changes nothing for those who look', () => {
  const { synthesis, list } = setUp({ at: [kyoko, google] });
  const before = list.availability.getSnapshot();
  const fresh = nativeVoice('Kyoko', 'ja-JP');
  synthesis.list(fresh, nativeVoice('Google 日本語', 'ja-JP', false));
  expect(list.availability.getSnapshot()).toBe(before);
  expect(list.find(null)).toBe(fresh);
});

describe('the voice to speak with', () => {
  const remembered = { name: 'Google 日本語', lang: 'ja-JP', voiceURI: 'uri:Google 日本語' };
  test.each([
    ['the best one where none is remembered', null, true, kyoko],
    ['the remembered one', remembered, true, google],
    ['a local one in its place while there is no network', remembered, false, kyoko],
    [
      'the best one where the remembered one is gone',
      { ...remembered, name: 'x', voiceURI: 'y' },
      true,
      kyoko,
    ],
  ])('%s', (_name, choice, online, expected) => {
    expect(setUp({ at: [google, kyoko], online }).list.find(choice)).toBe(expected);
  });

  test('a remote one without a network where there is no other, or none that can read kanji', () => {
    const espeak = nativeVoice('Japanese espeak-ng', 'ja');
    expect(setUp({ at: [google], online: false }).list.find(null)).toBe(google);
    expect(setUp({ at: [espeak, google], online: false }).list.find(null)).toBe(google);
  });

  test('none before any is known', () => {
    expect(setUp().list.find(remembered)).toBeNull();
  });
});

test('dispose ends asking and listening', () => {
  const { clock, synthesis, list } = setUp();
  expect(synthesis.listeners).toBe(1);
  list.dispose();
  expect([synthesis.listeners, clock.waiting]).toEqual([0, 0]);
});
