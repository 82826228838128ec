import { describe, expect, test } from 'vitest';
import { createChunkedVoice } from '../../../src/narration/chunked-voice.ts';
import { CHUNK_LIMIT } from '../../../src/narration/chunks.ts';
import { createFakeClock } from './fake-clock.ts';
import { settings, utterance } from './samples.ts';
import { createScriptedVoice, type ScriptedTurn } from './scripted-voice.ts';

const long = `${'あ'.repeat(80)}。${'い'.repeat(70)}、${'う'.repeat(90)}。`;

function setUp(turns: readonly ScriptedTurn[] = []) {
  const clock = createFakeClock();
  const voice = createScriptedVoice({
    clock,
    script: (_u, _s, count) => turns[count] ?? { does: 'speak', boundaries: true },
  });
  const chunked = createChunkedVoice(voice);
  const events: string[] = [];
  const speak = (text: string): void =>
    chunked.speak(utterance('a', text, { map: (offset) => offset * 2 }), settings, {
      onStart: () => events.push('start'),
      onBoundary: (offset, length) => events.push(`at ${offset}+${length}`),
      onWord: () => events.push('word'),
      onEnd: () => events.push('end'),
      onError: ({ code }) => events.push(code),
    });
  return { clock, voice, chunked, events, speak };
}

describe('a long sentence', () => {
  test('is said in pieces, and is one utterance to who listens: one start, one end, places in the whole', () => {
    const { clock, voice, events, speak } = setUp();
    speak(long);
    clock.advance(60_000);
    const pieces = voice.asked.map((asked) => asked.utterance);
    expect(pieces.map(({ text }) => text).join('')).toBe(long);
    expect(pieces.length).toBeGreaterThan(1);
    for (const { text } of pieces) expect(text.length).toBeLessThanOrEqual(CHUNK_LIMIT);
    expect(events).toEqual(['start', 'at 0+80', 'at 81+70', 'at 152+90', 'end']);
  });

  test('has no silence between its pieces, and each piece stands for its own place', () => {
    const { clock, voice, speak } = setUp();
    speak(long);
    clock.advance(60_000);
    const pieces = voice.asked.map((asked) => asked.utterance);
    expect(pieces.map(({ pauseAfter }) => pauseAfter)).toEqual([...pieces.slice(1).map(() => 0), 0.1]);
    let at = 0;
    for (const { text, map } of pieces) {
      expect(map(1)).toBe((at + 1) * 2);
      at += text.length;
    }
  });

  test('that fails in its second piece has failed, once', () => {
    const { clock, voice, events, speak } = setUp([
      { does: 'speak' },
      { does: 'fail', error: { code: 'network' } },
    ]);
    speak(long);
    clock.advance(60_000);
    expect(events).toEqual(['start', 'network']);
    expect(voice.asked).toHaveLength(2);
  });

  test('is silent after a stop, whichever piece it was in', () => {
    for (const wait of [10, 3000, 5000]) {
      const { clock, voice, chunked, events, speak } = setUp();
      speak(long);
      clock.advance(wait);
      chunked.stop();
      const told = events.length;
      clock.advance(60_000);
      expect(voice.current).toBeNull();
      expect(events).toHaveLength(told);
    }
  });

  test('gives way to the next utterance, piece and all', () => {
    const { clock, voice, events, speak } = setUp();
    speak(long);
    clock.advance(100);
    speak('えお。');
    clock.advance(60_000);
    expect(voice.asked).toHaveLength(2);
    expect(events).toEqual(['start', 'at 0+80', 'start', 'at 0+2', 'end']);
  });
});

test('a sentence that is short is handed on as it is', () => {
  const { voice, speak } = setUp();
  speak('あいう。');
  expect(voice.asked[0]?.utterance.text).toBe('あいう。');
});

test('the voice behind it is primed and disposed of', () => {
  const { voice, chunked } = setUp();
  chunked.prime();
  chunked.dispose();
  expect([voice.primed, voice.disposed]).toEqual([1, true]);
});
