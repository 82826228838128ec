// Longer than other tests: one voice on one element, with everything that may become of it.
import { describe, expect, test } from 'vitest';
import type { RecordedClip } from '../../../../src/narration/recorded-book.ts';
import { createResilientVoice } from '../../../../src/narration/resilience.ts';
import type { Utterance, VoiceError } from '../../../../src/narration/voice.ts';
import { createRecordedVoice } from '../../../../src/platform/audio/recorded-voice.ts';
import { createFakeClock } from '../../narration/fake-clock.ts';
import { utterance } from '../../narration/samples.ts';
import { createFakeElement, type FakeElementOptions, type FakeFile } from './fake-element.ts';
import { recordings } from './recordings.ts';

const clips: readonly RecordedClip[] = [
  ['a', 0, 0, 2],
  [
    'b',
    0,
    2,
    5,
    [
      [0, 2, 0, 0.5],
      [2, 4, 0.9, 1.2],
      [4, 6, 1.2, 2.9],
    ],
  ],
  ['nothing', 0, 5, 5],
  ['short', 0, 5, 5.05],
  ['c', 0, 5.05, 10],
  ['d', 1, 0, 3],
  ['e', 1, 3, 6],
];
const durations = { '/one.mp3': 10, '/two.mp3': 6 };

interface Setting extends Partial<Omit<FakeElementOptions, 'clock' | 'files'>> {
  readonly one?: FakeFile | null;
  readonly two?: FakeFile | null;
  /** By how many milliseconds the voice's timers are late. */
  readonly late?: number;
}

function setUp({ one = { duration: 10 }, two = { duration: 6 }, late = 0, ...options }: Setting = {}) {
  const clock = createFakeClock();
  const files = { ...(one && { '/one.mp3': one }), ...(two && { '/two.mp3': two }) };
  const element = createFakeElement({ clock, files, ...options });
  const pauses: number[] = [];
  /** In milliseconds. */
  const slept = { for: 0 };
  const voice = createRecordedVoice({
    element,
    book: recordings(durations, clips),
    clock: {
      ...clock,
      now: () => clock.now() + slept.for,
      setTimeout: (call, delay) => clock.setTimeout(call, delay + late),
    },
    onPausedElsewhere: () => pauses.push(clock.now()),
  });
  /** `start a @0`, `word b 2-4 @2.9`, `end a`, `network a`. */
  const events: string[] = [];
  const kept: (boolean | undefined)[] = [];
  const errors: VoiceError[] = [];
  const at = (): string => `@${Math.round(element.currentTime * 100) / 100}`;
  /** Speaks the sentences, each when the one before has ended. */
  const speak = (
    [id, ...rest]: readonly string[],
    rate = 1,
    extra: Partial<Utterance> = {},
    volume?: number,
  ): void => {
    if (id === undefined) return;
    const settings = { rate, voice: null, ...(volume === undefined ? {} : { volume }) };
    voice.speak(utterance(id, 'あいうえおか。', extra), settings, {
      onStart: () => events.push(`start ${id} ${at()}`),
      onBoundary: () => events.push('boundary'),
      onWord: ({ start, end }) => events.push(`word ${id} ${start}-${end} ${at()}`),
      onEnd: (silent) => {
        events.push(`end ${id} ${at()}`);
        kept.push(silent);
        speak(rest, rate);
      },
      onError: (error) => {
        events.push(`${error.code} ${id}`);
        errors.push(error);
      },
    });
  };
  return { clock, slept, element, voice, events, kept, errors, pauses, speak };
}

describe('sentences in a row', () => {
  test('are one stretch of sound, without a seek, each begun and ended at its time, its words as they come', () => {
    const { clock, element, events, kept, speak } = setUp();
    speak(['a', 'b', 'short', 'c']);
    clock.advance(15_000);
    expect(events).toEqual([
      'start a @0',
      'end a @2',
      'start b @2',
      'word b 0-2 @2',
      'word b 2-4 @2.9',
      'word b 4-6 @3.2',
      'end b @5',
      'start short @5',
      'end short @5.05',
      'start c @5.05',
      'end c @10',
    ]);
    expect(element.heard).toEqual([{ src: '/one.mp3', from: 0, to: 10 }]);
    expect(kept).toEqual([true, true, true, true]);
    expect(element.paused).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  test('go on in the next file', () => {
    const { clock, element, events, speak } = setUp();
    speak(['c', 'd', 'e']);
    clock.advance(15_000);
    expect(events).toEqual([
      'start c @5.05',
      'end c @10',
      'start d @0',
      'end d @3',
      'start e @3',
      'end e @6',
    ]);
    expect(element.heard).toEqual([
      { src: '/one.mp3', from: 5.05, to: 10 },
      { src: '/two.mp3', from: 0, to: 6 },
    ]);
  });

  test('that touch to a millisecond flow, as lists are rounded', () => {
    const clock = createFakeClock();
    const element = createFakeElement({ clock, files: { '/one.mp3': { duration: 3 } } });
    const book = recordings({ '/one.mp3': 3 }, [
      ['a', 0, 0, 1.0004],
      ['b', 0, 1.001, 3],
    ]);
    const voice = createRecordedVoice({ element, book, clock });
    const nothing = (): void => {};
    const events = { onStart: nothing, onBoundary: nothing, onWord: nothing, onError: nothing };
    const settings = { rate: 1, voice: null };
    voice.speak(utterance('a'), settings, {
      ...events,
      onEnd: () => voice.speak(utterance('b'), settings, { ...events, onEnd: nothing }),
    });
    clock.advance(5000);
    expect(element.heard).toEqual([{ src: '/one.mp3', from: 0, to: 3 }]);
  });

  test('fall silent at the end of the last that was asked for', () => {
    const { clock, element, events, speak } = setUp();
    speak(['a']);
    clock.advance(10_000);
    expect(events).toEqual(['start a @0', 'end a @2']);
    expect(element.heard.at(-1)?.to).toBeCloseTo(2, 1);
    expect(element.paused).toBe(true);
  });

  test('that do not follow each other in the file are sought', () => {
    const { clock, element, speak } = setUp();
    speak(['a', 'c']);
    clock.advance(10_000);
    expect(element.heard.map(({ from }) => from)).toEqual([0, 5.05]);
  });

  test.each([['a'], ['c']])('the same sentence again begins at its start (%s)', (id) => {
    const { clock, element, events, speak } = setUp();
    speak([id, id]);
    clock.advance(15_000);
    const begin = id === 'a' ? 0 : 5.05;
    expect(element.heard.map(({ from }) => from)).toEqual([begin, begin]);
    expect(events.filter((event) => event.startsWith('end'))).toHaveLength(2);
  });

  test('are caught up with where the page was asleep and its timers came late', () => {
    const { clock, element, events, speak, voice } = setUp({ late: 3000 });
    speak(['a', 'b', 'short', 'c']);
    clock.advance(1000);
    clock.advance(8000);
    expect(events.filter((event) => event.startsWith('start')).map((event) => event.split(' ')[1])).toEqual([
      'a',
      'b',
      'short',
      'c',
    ]);
    expect(voice.place?.()?.sentence).toBe('c');
    expect(element.heard).toHaveLength(1);
  });
});

describe('beginning in the middle of a sentence', () => {
  const cases: [string, string, Partial<Utterance>, number, string[]][] = [
    ['by the second, within a word', 'b', { seconds: 1.0 }, 3, ['2-4', '4-6']],
    ['by the second, between words', 'b', { seconds: 0.7 }, 2.7, ['2-4', '4-6']],
    ['by the word', 'b', { start: 2 }, 2.9, ['2-4', '4-6']],
    ['by the middle of a word, which is said whole', 'b', { start: 3 }, 2.9, ['2-4', '4-6']],
    ['by the second rather than by the word', 'b', { start: 4, seconds: 0.7 }, 2.7, ['2-4', '4-6']],
    ['by a word that is not timed: from the start', 'a', { start: 3 }, 0, []],
    ['past the last word: from the start', 'b', { start: 7 }, 2, ['0-2', '2-4', '4-6']],
    ['past its end: at its very end', 'b', { seconds: 99 }, 4.9, []],
    ['before its begin: at its begin', 'b', { seconds: -1 }, 2, ['0-2', '2-4', '4-6']],
  ];
  test.each(cases)('%s', (_name, id, extra, from, words) => {
    const { clock, element, events, speak } = setUp();
    speak([id], 1, extra);
    clock.advance(10_000);
    expect(element.heard[0]?.from).toBeCloseTo(from, 6);
    expect(events.filter((event) => event.startsWith('word')).map((event) => event.split(' ')[2])).toEqual(
      words,
    );
  });

  test('goes on where it was stopped, to the millisecond', () => {
    const { clock, element, voice, speak } = setUp();
    speak(['b']);
    clock.advance(1234);
    const seconds = voice.place?.()?.seconds ?? 0;
    voice.stop();
    clock.advance(5000);
    speak(['b'], 1, { seconds });
    clock.advance(5000);
    expect(element.heard).toEqual([{ src: '/one.mp3', from: 2, to: expect.closeTo(5, 2) }]);
  });
});

describe('what it does not know', () => {
  test.each([['zz'], ['nothing']])('is not said (%s), and nothing else is either', (id) => {
    const { clock, element, voice, events, speak } = setUp();
    expect(voice.has(id)).toBe(false);
    speak(['a']);
    clock.advance(500);
    speak([id]);
    expect(element.sounding).toBe(false);
    clock.advance(5000);
    expect(events).toEqual(['start a @0', `unavailable ${id}`]);
  });
});

describe('settings', () => {
  test.each([0.5, 0.75, 1, 1.5, 2, 3, 4])(
    'at %f times the speed words are told at their times, never early by more than 5 ms',
    (rate) => {
      const { clock, events, speak } = setUp();
      speak(['b', 'short', 'c'], rate);
      clock.advance(20_000);
      expect(events.map((event) => event.replace(/@.*/u, '').trim())).toEqual([
        'start b',
        'word b 0-2',
        'word b 2-4',
        'word b 4-6',
        'end b',
        'start short',
        'end short',
        'start c',
        'end c',
      ]);
      const times = events.map((event) => Number(event.split('@')[1]));
      [2, 2, 2.9, 3.2, 5, 5, 5.05, 5.05, 10].forEach((due, index) => {
        expect(times[index]).toBeGreaterThan(due - 0.0051);
        expect(times[index]).toBeLessThan(due + 0.02);
      });
    },
  );

  test('are taken over in flight, without a seek and with the pitch kept', () => {
    const { clock, element, voice, events, speak } = setUp();
    speak(['a', 'b', 'short', 'c']);
    for (const rate of [0.5, 4, 1.3, 2]) {
      clock.advance(500);
      expect(voice.adjust?.({ rate, volume: rate / 4, voice: null })).toBe(true);
      expect([element.playbackRate, element.volume, element.preservesPitch]).toEqual([rate, rate / 4, true]);
    }
    clock.advance(15_000);
    expect(element.heard).toEqual([{ src: '/one.mp3', from: 0, to: 10 }]);
    expect(events.filter((event) => event.startsWith('word'))).toEqual([
      'word b 0-2 @2',
      'word b 2-4 @2.9',
      'word b 4-6 @3.2',
    ]);
  });

  test('outlast a change of file, and are kept within what is offered', () => {
    const { clock, element, speak } = setUp();
    speak(['c', 'd'], 99, {}, 7);
    clock.advance(1500);
    expect(element.src).toBe('/two.mp3');
    expect([element.playbackRate, element.volume]).toEqual([4, 1]);
  });
});

describe('a stop', () => {
  test.each([0, 3, 7, 12, 900, 2001, 2500])(
    'after %i ms is silence at once, and nothing comes after it',
    (wait) => {
      const { clock, element, voice, events, speak } = setUp();
      speak(['a', 'b', 'c', 'd']);
      clock.advance(wait);
      voice.stop();
      const told = events.length;
      const heard = element.heard.at(-1)?.to;
      expect(element.sounding).toBe(false);
      expect(voice.place?.()).toBeNull();
      clock.advance(60_000);
      expect(events).toHaveLength(told);
      expect(element.heard.at(-1)?.to).toBe(heard);
      expect(clock.waiting).toBe(0);
    },
  );

  test('from within an event is obeyed', () => {
    const { clock, element, voice, events } = setUp();
    const stop = (name: string) => (): void => {
      events.push(name);
      voice.stop();
    };
    const nothing = (): void => {};
    for (const name of ['onStart', 'onWord', 'onEnd'] as const) {
      voice.speak(
        utterance('b'),
        { rate: 1, voice: null },
        {
          onStart: nothing,
          onBoundary: nothing,
          onWord: nothing,
          onEnd: nothing,
          onError: nothing,
          [name]: stop(name),
        },
      );
      clock.advance(10_000);
      expect(element.sounding).toBe(false);
    }
    expect(events).toEqual(['onStart', 'onWord', 'onEnd']);
    expect(clock.waiting).toBe(0);
  });

  test('a press in place of what is said ends it without an event', () => {
    const { clock, events, speak } = setUp();
    speak(['a']);
    clock.advance(500);
    speak(['e']);
    speak(['c']);
    clock.advance(20_000);
    expect(events).toEqual(['start a @0', 'start c @5.05', 'end c @10']);
  });

  test('a disposed voice listens to nothing', () => {
    const { voice, element, speak } = setUp();
    speak(['a']);
    voice.dispose();
    expect(element.listening).toBe(0);
    expect(element.sounding).toBe(false);
  });
});

describe('getting ready', () => {
  test('loads the file and goes to the sentence, so that a press sounds at once', () => {
    const { clock, element, voice, events, speak } = setUp({ metadataDelay: 300, seekDelay: 100 });
    voice.prepare('e');
    clock.advance(1000);
    expect([element.src, element.currentTime, element.sounding]).toEqual(['/two.mp3', 3, false]);
    speak(['e']);
    clock.advance(1);
    expect(events).toEqual(['start e @3']);
  });

  test('does nothing while it speaks, nor for what is not recorded', () => {
    const { clock, element, voice, speak } = setUp();
    speak(['a']);
    clock.advance(500);
    voice.prepare('e');
    voice.prepare('zz');
    expect([element.src, element.sounding]).toEqual(['/one.mp3', true]);
  });

  test.each([[{ metadataDelay: 3000 }], [{ seekDelay: 2500 }], [{ dataDelay: 3000, metadataDelay: 900 }]])(
    'a slow file is waited for, and begins at its place (%o)',
    (delays) => {
      const { clock, element, events, speak } = setUp(delays);
      speak(['c']);
      clock.advance(2000);
      expect(events).toEqual([]);
      clock.advance(10_000);
      expect(events).toEqual(['start c @5.05', 'end c @10']);
      expect(element.heard).toEqual([{ src: '/one.mp3', from: 5.05, to: 10 }]);
    },
  );
});

describe('what goes wrong', () => {
  const network: VoiceError = { code: 'network' };
  const length: VoiceError = { code: 'synthesis-failed', detail: 'wrong-length' };
  const cases: [string, Setting, readonly string[], string[], VoiceError][] = [
    ['a file that is not there', { one: null }, ['a'], ['network a'], network],
    ['one that is too short', { one: { duration: 7 } }, ['a'], ['synthesis-failed a'], length],
    ['one that is too long', { one: { duration: 11 } }, ['a'], ['synthesis-failed a'], length],
    [
      'sound that breaks off in the middle',
      { one: { duration: 10, ends: 3 } },
      ['a', 'b'],
      ['start a @0', 'end a @2', 'start b @2', 'word b 0-2 @2', 'word b 2-4 @2.9', 'synthesis-failed b'],
      length,
    ],
    [
      'sound that can not be decoded',
      { one: { duration: 10, breaksAt: 1 } },
      ['a'],
      ['start a @0', 'synthesis-failed a'],
      { code: 'synthesis-failed', detail: 'damaged' },
    ],
    [
      'data that cease to come',
      { one: { duration: 10, stallsAt: 1.5 } },
      ['a'],
      ['start a @0', 'network a'],
      network,
    ],
    ['metadata that never come', { metadataDelay: 1e9 }, ['a'], ['network a'], network],
    ['a seek that never ends', { seekDelay: 1e9 }, ['c'], ['network c'], network],
  ];
  test.each(cases)('%s: told once, and silent', (_name, setting, ids, expected, error) => {
    const { clock, element, events, errors, speak } = setUp(setting);
    speak(ids);
    clock.advance(20_000);
    expect(events).toEqual(expected);
    expect(errors).toEqual([error]);
    expect(element.sounding).toBe(false);
    expect(element.paused).toBe(true);
  });

  test.each([
    ['nothing at all has come', { metadataDelay: 1e9 }, 4000],
    ['nothing at all has come, timers being late', { metadataDelay: 1e9, late: 25 }, 4000],
    ['the head is there and the sound is not', { dataDelay: 1e9 }, 8500],
  ])('where %s, it is given up in time', (_what, setting, limit) => {
    const { clock, events, speak } = setUp(setting);
    speak(['a']);
    clock.advance(limit - 600);
    expect(events).toEqual([]);
    clock.advance(599);
    expect(events).toEqual(['network a']);
  });

  test('a file of which nothing comes is not asked for a second time', () => {
    const { clock, voice, element } = setUp({ metadataDelay: 1e9 });
    const codes: string[] = [];
    const none = (): void => {};
    createResilientVoice({ voice, clock }).speak(
      utterance('a'),
      { rate: 1, voice: null },
      { onStart: none, onBoundary: none, onWord: none, onEnd: none, onError: ({ code }) => codes.push(code) },
    );
    clock.advance(4000);
    expect(codes).toEqual(['network']);
    expect(element.paused).toBe(true);
  });

  test('a file of nearly the right length is good, and its last clip ends with it', () => {
    const { clock, events, speak } = setUp({ one: { duration: 9.8 } });
    speak(['c', 'd']);
    clock.advance(10_000);
    expect(events).toEqual(['start c @5.05', 'end c @9.8', 'start d @0', 'end d @3']);
  });

  test('a browser that wants a press says so; the press then speaks', () => {
    const { clock, element, events, speak } = setUp();
    element.playing = 'forbidden';
    speak(['a']);
    clock.advance(100);
    expect(events).toEqual(['not-allowed a']);
    element.playing = 'allowed';
    speak(['a']);
    clock.advance(100);
    expect(events).toEqual(['not-allowed a', 'start a @0']);
  });

  test('a browser that never says that it plays is judged by what it does', () => {
    const { clock, element, events, speak } = setUp();
    element.playing = 'unanswered';
    speak(['a', 'b']);
    clock.advance(3000);
    expect(events.slice(0, 3)).toEqual(['start a @0', 'end a @2', 'start b @2']);
  });

  test('after a failure the file is opened anew', () => {
    const files: Record<string, FakeFile> = {};
    const clock = createFakeClock();
    const element = createFakeElement({ clock, files });
    const voice = createRecordedVoice({ element, book: recordings(durations, clips), clock });
    const events: string[] = [];
    const speak = (): void =>
      voice.speak(
        utterance('a'),
        { rate: 1, voice: null },
        {
          onStart: () => events.push('start'),
          onBoundary: () => {},
          onWord: () => {},
          onEnd: () => events.push('end'),
          onError: ({ code }) => events.push(code),
        },
      );
    speak();
    clock.advance(1000);
    files['/one.mp3'] = { duration: 10 };
    speak();
    clock.advance(5000);
    expect(events).toEqual(['network', 'start', 'end']);
  });

  test('a file that fails while nothing is said is opened anew too, and nobody is told', () => {
    const { clock, voice, events } = setUp({ one: null });
    voice.prepare('a');
    clock.advance(1000);
    expect(events).toEqual([]);
  });

  test('a pause by the system is told; its own pauses and the end of a file are not', () => {
    const { clock, element, voice, pauses, speak } = setUp();
    speak(['a']);
    clock.advance(500);
    voice.stop();
    speak(['c', 'd']);
    clock.advance(6000);
    expect(element.src).toBe('/two.mp3');
    expect(pauses).toEqual([]);
    element.pauseFromOutside();
    clock.advance(0);
    expect(pauses).toEqual([6500]);
  });

  test('a device that slept has not waited for its sound', () => {
    const { clock, slept, events, speak, element } = setUp({ metadataDelay: 500 });
    speak(['a']);
    clock.advance(300);
    slept.for = 3_600_000;
    clock.advance(10_000);
    expect(events).toEqual(['start a @0', 'end a @2']);
    expect(element.sounding).toBe(false);
  });
});
