import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createPlayer } from '../../../../src/narration/create-player.ts';
import { createDeviceVoice } from '../../../../src/platform/speech/device-voice.ts';
import { createFakeClock } from '../../narration/fake-clock.ts';
import { settings, utterance } from '../../narration/samples.ts';
import { createFakeSynthesis, type FakeUtterance, nativeVoice, Utterance } from './fake-synthesis.ts';

const kyoko = nativeVoice('Kyoko', 'ja-JP');

function setUp(voices: SpeechSynthesisVoice[] = [kyoko]) {
  const clock = createFakeClock();
  const synthesis = createFakeSynthesis();
  synthesis.listSilently(...voices);
  const voice = createDeviceVoice({ synthesis: synthesis.engine, Utterance, clock });
  const events: string[] = [];
  const speak = (text: string, more: Partial<typeof settings> = {}): void =>
    voice.speak(
      utterance('a', text),
      { ...settings, ...more },
      {
        onStart: () => events.push(`start ${text}`),
        onBoundary: (offset, length) => events.push(`at ${offset}+${length}`),
        onWord: ({ start, end }) => events.push(`word ${start}-${end}`),
        onEnd: () => events.push(`end ${text}`),
        onError: (error) => events.push('detail' in error ? `${error.code} ${error.detail}` : error.code),
      },
    );
  return { ...synthesis, clock, synthesis, voice, events, speak };
}

describe('the first words', () => {
  test('are spoken within the press, as phones speak for a press only', () => {
    const { speak, calls } = setUp();
    speak('一');
    expect(calls).toEqual(['speak 一']);
  });

  test('are spoken within the press before any voice is listed, with the language set', () => {
    const { speak, given } = setUp([]);
    speak('一');
    expect(given[0]).toMatchObject({ text: '一', lang: 'ja-JP', voice: null });
  });

  test('are spoken within the press right behind a primer, which makes no sound', () => {
    const { voice, state, speak, calls, given } = setUp();
    voice.prime();
    voice.prime();
    state.pending = true;
    speak('一');
    expect(calls).toEqual(['speak  ', 'speak 一']);
    expect(given[0]?.volume).toBe(0);
    expect(given[1]?.volume).toBe(1);
  });

  test('are not primed for while something is spoken', () => {
    const { voice, speak, calls } = setUp();
    speak('一');
    voice.prime();
    expect(calls).toEqual(['speak 一']);
  });

  test('wake an engine that was left paused', () => {
    const { state, speak, calls } = setUp();
    state.paused = true;
    speak('一');
    expect(calls).toEqual(['resume', 'speak 一']);
  });
});

describe('what the engine is told', () => {
  test('Android ignores a voice without its language: both are set, with rate and pitch', () => {
    const { speak, given } = setUp([nativeVoice('日本語', 'jpn_JPN'), nativeVoice('Alex', 'en-US')]);
    speak('一', { rate: 1.5, pitch: 0.9 });
    expect(given[0]).toMatchObject({ lang: 'jpn-JPN', rate: 1.5, pitch: 0.9, voice: { name: '日本語' } });
  });

  test('how loud it is, which holds from its next sentence on', () => {
    const { speak, given } = setUp();
    speak('一', { volume: 0.25 });
    given[0]?.onstart?.();
    given[0]?.onend?.();
    speak('二');
    expect(given.map(({ volume }) => volume)).toEqual([0.25, 1]);
  });

  test('a remembered voice is matched loosely', () => {
    const { speak, given } = setUp([kyoko, nativeVoice('Otoya (拡張)', 'ja')]);
    speak('一', { voice: { name: 'Otoya', lang: 'ja-JP', voiceURI: 'gone' } });
    expect(given[0]).toMatchObject({ lang: 'ja-JP', voice: { name: 'Otoya (拡張)' } });
  });
});

describe('one utterance after another', () => {
  test('is cancelled and spoken ten milliseconds later, never queued', () => {
    const { clock, speak, calls } = setUp();
    speak('一');
    speak('二');
    speak('三');
    expect(calls).toEqual(['speak 一', 'cancel']);
    clock.advance(9);
    expect(calls).toHaveLength(2);
    clock.advance(1);
    expect(calls).toEqual(['speak 一', 'cancel', 'speak 三']);
  });

  test('needs no cancelling where the first has ended', () => {
    const { speak, calls, given } = setUp();
    speak('一');
    given[0]?.onstart?.();
    given[0]?.onend?.();
    speak('二');
    expect(calls).toEqual(['speak 一', 'speak 二']);
  });

  test('waits for an engine that another page has left speaking', () => {
    const { clock, state, speak, calls } = setUp();
    state.speaking = true;
    speak('一');
    expect(calls).toEqual(['cancel']);
    clock.advance(10);
    expect(calls).toEqual(['cancel', 'speak 一']);
  });

  test('events of the older one count for nothing', () => {
    const { clock, speak, given, events } = setUp();
    speak('一');
    speak('二');
    clock.advance(10);
    const [old] = given;
    old?.onstart?.();
    old?.onboundary?.({ name: 'word', charIndex: 0, charLength: 1 });
    old?.onerror?.({ error: 'network' });
    old?.onend?.();
    expect(events).toEqual([]);
    given[1]?.onstart?.();
    clock.advance(500);
    given[1]?.onend?.();
    given[1]?.onend?.();
    expect(events).toEqual(['start 二', 'end 二']);
  });
});

describe('a stop', () => {
  test('cancels at once, also where the engine says that it is silent, and no event comes after it', () => {
    const { clock, voice, speak, calls, given, events } = setUp();
    speak('一');
    voice.stop();
    given[0]?.onstart?.();
    given[0]?.onerror?.({ error: 'interrupted' });
    voice.stop();
    clock.advance(1000);
    expect(calls).toEqual(['speak 一', 'cancel', 'cancel']);
    expect(events).toEqual([]);
  });

  test('within the ten milliseconds keeps what was waiting from being said', () => {
    const { clock, voice, speak, calls } = setUp();
    speak('一');
    speak('二');
    voice.stop();
    clock.advance(1000);
    expect(calls.filter((call) => call.startsWith('speak'))).toEqual(['speak 一']);
  });

  test('is never a pause: pausing is cancelling on Android and kills the engine on Windows', () => {
    const { synthesis } = setUp();
    expect('pause' in synthesis.engine).toBe(false);
  });
});

describe('errors', () => {
  test.each([
    ['interrupted', []],
    ['canceled', []],
    ['network', ['network']],
    ['not-allowed', ['not-allowed']],
    ['synthesis-failed', ['synthesis-failed synthesis-failed']],
    ['voice-unavailable', ['synthesis-failed voice-unavailable']],
    ['language-unavailable', ['synthesis-failed language-unavailable']],
    ['audio-busy', ['synthesis-failed audio-busy']],
    ['text-too-long', ['synthesis-failed text-too-long']],
    ['synthesis-unavailable', ['unavailable']],
    [undefined, ['synthesis-failed ']],
  ])('%s', (error, expected) => {
    const { speak, given, events } = setUp();
    speak('一');
    given[0]?.onerror?.({ error });
    expect(events).toEqual(expected);
  });

  test('an end right away without a start is a failure: the book must not race by unsaid', () => {
    const { clock, speak, given, events } = setUp();
    speak('一');
    clock.advance(50);
    given[0]?.onend?.();
    expect(events).toEqual(['synthesis-failed ended-unsaid']);
  });

  test('an end without a start after a while is an end: some engines forget the start', () => {
    const { clock, speak, given, events } = setUp();
    speak('一');
    clock.advance(900);
    given[0]?.onend?.();
    expect(events).toEqual(['end 一']);
  });
});

describe('voices that vanish', () => {
  test('let the sentence that has begun be said; the next one is refused, and said when they are back', () => {
    const { clock, list, speak, given, events } = setUp();
    speak('一');
    given[0]?.onstart?.();
    list();
    clock.advance(10_000);
    list(nativeVoice('Alex', 'en-US'));
    given[0]?.onend?.();
    speak('二');
    expect(events).toEqual(['start 一', 'end 一', 'no-voice']);
    list(kyoko);
    speak('三');
    clock.advance(10);
    given.at(-1)?.onstart?.();
    expect(events.at(-1)).toBe('start 三');
  });

  test('leave the chosen one’s place to the best of the others', () => {
    const otoya = nativeVoice('Otoya', 'ja-JP');
    const { list, speak, given } = setUp([kyoko, otoya]);
    const voice = { name: 'Otoya', lang: 'ja-JP', voiceURI: 'uri:Otoya' };
    speak('一', { voice });
    given[0]?.onstart?.();
    given[0]?.onend?.();
    list(kyoko);
    speak('二', { voice });
    expect(given.map((utterance) => utterance.voice?.name)).toEqual(['Otoya', 'Kyoko']);
  });
});

test('an utterance is kept from the garbage collector until it has ended, or its end would be lost', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const calls: string[] = [];
  const spoken: WeakRef<SpeechSynthesisUtterance>[] = [];
  const { engine } = createFakeSynthesis();
  const forgetful = Object.assign(Object.create(engine) as typeof engine, {
    speak: (native: SpeechSynthesisUtterance) => spoken.push(new WeakRef(native)),
    getVoices: () => [kyoko],
    cancel: () => calls.push('cancel'),
  });
  const voice = createDeviceVoice({ synthesis: forgetful, Utterance, clock: createFakeClock() });
  const none = (): void => {};
  voice.speak(utterance('a', '一'), settings, {
    onStart: none,
    onBoundary: none,
    onWord: none,
    onEnd: () => calls.push('end'),
    onError: none,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  await settle();
  collect();
  const native = spoken[0]?.deref() as unknown as FakeUtterance | undefined;
  native?.onstart?.();
  native?.onend?.();
  expect(calls).toEqual(['end']);
});

describe('boundaries', () => {
  test('of words are passed on, of sentences are not; a missing length is 0', () => {
    const { speak, given, events } = setUp();
    speak('一二三');
    given[0]?.onboundary?.({ name: 'sentence', charIndex: 0, charLength: 3 });
    given[0]?.onboundary?.({ name: 'word', charIndex: 1, charLength: 2 });
    given[0]?.onboundary?.({ name: 'word', charIndex: 2 });
    expect(events).toEqual(['at 1+2', 'at 2+0']);
  });
});

describe('no Japanese voice', () => {
  test('is said so, and no other language reads Japanese', () => {
    const { speak, calls, events, voice } = setUp([nativeVoice('Alex', 'en-US')]);
    speak('一');
    expect(voice.availability.getSnapshot()).toEqual({ state: 'none', voices: [] });
    expect(events).toEqual(['no-voice']);
    expect(calls.filter((call) => call.startsWith('speak'))).toEqual([]);
  });

  test('is said so when the list comes while the first words are waited for', () => {
    const { speak, list, calls, events } = setUp([]);
    speak('一');
    list(nativeVoice('Alex', 'en-US'));
    expect(events).toEqual(['no-voice']);
    expect(calls).toEqual(['speak 一', 'cancel']);
  });

  test('is said so when the engine fails before any voice is listed: some never list one', () => {
    const { speak, given, events } = setUp([]);
    speak('一');
    given[0]?.onerror?.({ error: 'synthesis-failed' });
    expect(events).toEqual(['no-voice']);
  });

  test('does not take a voice away that has begun to speak', () => {
    const { speak, list, given, events } = setUp([]);
    speak('一');
    given[0]?.onstart?.();
    list(nativeVoice('Alex', 'en-US'));
    expect(events).toEqual(['start 一']);
  });

  test.each([
    ['no speech', undefined, Utterance],
    ['no utterances', createFakeSynthesis().engine, undefined],
  ])('a browser with %s is unavailable, and nothing throws', (_name, synthesis, utteranceClass) => {
    const voice = createDeviceVoice({ synthesis, Utterance: utteranceClass, clock: createFakeClock() });
    const errors: string[] = [];
    const none = () => {};
    voice.prime();
    voice.speak(utterance('a'), settings, {
      onStart: none,
      onBoundary: none,
      onWord: none,
      onEnd: none,
      onError: ({ code }) => errors.push(code),
    });
    voice.stop();
    voice.dispose();
    expect(errors).toEqual(['unavailable']);
    expect(voice.availability.getSnapshot().state).toBe('none');
  });
});

test('the player on this voice speaks within the press and goes on when an utterance ends', () => {
  const { clock, voice, given, calls } = setUp();
  const utterances = [utterance('a', '一'), utterance('b', '二')];
  const player = createPlayer({ voice, clock, utterances, settings });
  player.play();
  expect(calls).toEqual(['speak 一']);
  given[0]?.onstart?.();
  expect(player.getSnapshot().status).toBe('speaking');
  clock.advance(600);
  given[0]?.onend?.();
  clock.advance(100);
  expect(calls).toEqual(['speak 一', 'speak 二']);
  player.stop();
  expect(calls).toEqual(['speak 一', 'speak 二', 'cancel']);
});
