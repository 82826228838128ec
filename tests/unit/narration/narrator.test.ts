// Longer than other tests: two voices and everything that may become of either.
import { describe, expect, test } from 'vitest';
import { createNarrator, type RecordedAs, type Recording } from '../../../src/narration/narrator.ts';
import type { VoiceError } from '../../../src/narration/voice.ts';
import { createFakeClock } from './fake-clock.ts';
import { settings, utterance } from './samples.ts';
import { createScriptedVoice, type ScriptedTurn } from './scripted-voice.ts';

const network: VoiceError = { code: 'network' };
const none: VoiceError = { code: 'no-voice' };
const fails = (error: VoiceError, started = false): ScriptedTurn => ({ does: 'fail', error, started });

interface Setting {
  readonly wanted?: 'recorded' | 'device';
  readonly recording?: 'none' | 'loading' | 'missing' | 'ready';
  readonly recordedTurns?: readonly ScriptedTurn[];
  readonly deviceTurns?: readonly ScriptedTurn[];
  readonly knows?: RecordedAs;
}

function setUp({
  wanted = 'recorded',
  recording = 'ready',
  recordedTurns = [],
  deviceTurns = [],
  knows = 'same',
}: Setting = {}) {
  const clock = createFakeClock();
  const script =
    (turns: readonly ScriptedTurn[]) =>
    (_u: unknown, _s: unknown, count: number): ScriptedTurn =>
      turns[count] ?? { does: 'speak' };
  const device = createScriptedVoice({ clock, id: 'device', script: script(deviceTurns) });
  const recorded = createScriptedVoice({
    clock,
    id: 'recorded',
    recorded: true,
    script: script(recordedTurns),
  });
  const primes: number[] = [];
  const narrator = createNarrator({ device, clock, wanted, primeSound: () => primes.push(clock.now()) });
  const ready: Recording = { voice: recorded, knows: ({ sentence }) => (sentence === '' ? 'not' : knows) };
  narrator.setRecording(recording === 'ready' ? ready : recording);
  const events: string[] = [];
  const speak = (id = 'a', rate = 1): void =>
    narrator.speak(
      utterance(id),
      { ...settings, rate },
      {
        onStart: () => events.push(`start ${id}`),
        onBoundary: () => {},
        onWord: () => {},
        onEnd: (kept) => events.push(`end ${id}${kept === true ? ' kept' : ''}`),
        onError: ({ code }) => events.push(`${code} ${id}`),
      },
    );
  const heard = (): string =>
    [recorded.current && 'recorded', device.current && 'device'].filter(Boolean).join('+') || 'silence';
  const state = (): string => {
    const { speaking, fault } = narrator.state.getSnapshot();
    return `${speaking} ${fault?.code ?? '-'}`;
  };
  return { clock, device, recorded, narrator, ready, primes, events, speak, heard, state };
}

describe('who speaks', () => {
  const cases: [string, Setting, string, string][] = [
    ['the recording, where it is wanted', {}, 'recorded', 'recorded -'],
    ['the device, where it is wanted', { wanted: 'device' }, 'device', 'device -'],
    ['the device, where the book is not recorded: no fault', { recording: 'none' }, 'device', 'device -'],
    ['the device, where the recording is missing', { recording: 'missing' }, 'device', 'device network'],
    ['the device, for a sentence that is not recorded', { knows: 'not' }, 'device', 'recorded -'],
    ['the device, for a sentence that was corrected', { knows: 'otherwise' }, 'device', 'recorded -'],
    ['nobody yet, while the recording is on its way', { recording: 'loading' }, 'silence', 'recorded -'],
    [
      'the device at once, where it is wanted and the recording is on its way',
      { wanted: 'device', recording: 'loading' },
      'device',
      'device -',
    ],
  ];
  test.each(cases)('%s', (_name, setting, who, expected) => {
    const { speak, heard, state } = setUp(setting);
    speak();
    expect([heard(), state()]).toEqual([who, expected]);
  });
});

describe('one steps in for the other', () => {
  test.each([
    ['before it began', fails(network), ['start a', 'end a']],
    ['in the middle, with one start only', fails(network, true), ['start a', 'end a']],
  ])('where the recording fails %s', (_name, turn, expected) => {
    const { clock, events, speak, state, recorded, heard } = setUp({ recordedTurns: [turn] });
    speak();
    clock.advance(2000);
    expect([events, state()]).toEqual([expected, 'device network']);
    speak('b');
    expect([recorded.asked.length, heard()]).toEqual([1, 'device']);
  });

  test('where the device has no voice', () => {
    const { clock, events, speak, state } = setUp({ wanted: 'device', deviceTurns: [fails(none)] });
    speak();
    clock.advance(2000);
    expect([events, state()]).toEqual([['start a', 'end a kept'], 'recorded no-voice']);
  });

  test('where the recording never begins: after eight seconds', () => {
    const silent: ScriptedTurn = { does: 'stay-silent' };
    const { clock, speak, heard } = setUp({ recordedTurns: [silent, silent] });
    speak();
    clock.advance(8010);
    expect(heard()).toBe('device');
  });

  test('and says it at the speed that is wished by then', () => {
    const { clock, device, narrator, speak } = setUp({ recordedTurns: [fails(network, true)] });
    speak();
    expect(narrator.adjust?.({ ...settings, rate: 2 })).toBe(true);
    clock.advance(1000);
    expect(device.asked[0]?.settings.rate).toBe(2);
  });

  test('unless both fail: told once, as the fault of the one that was wanted', () => {
    const { clock, events, speak, heard } = setUp({
      recordedTurns: [fails(network)],
      deviceTurns: [fails(none)],
    });
    speak();
    clock.advance(2000);
    expect([events, heard()]).toEqual([['no-voice a'], 'silence']);
  });

  test('but not where the browser wants a press: only a press helps', () => {
    const { clock, events, speak, device, state } = setUp({
      recordedTurns: [fails({ code: 'not-allowed' })],
    });
    speak();
    clock.advance(2000);
    expect([events, device.asked.length, state()]).toEqual([['not-allowed a'], 0, 'recorded -']);
  });

  test('until it is forgiven, or chosen anew', () => {
    for (const again of ['forgive', 'choose'] as const) {
      const { clock, narrator, speak, heard, state } = setUp({ recordedTurns: [fails(network)] });
      speak();
      clock.advance(2000);
      if (again === 'forgive') narrator.forgive();
      else narrator.choose('recorded');
      expect(state()).toBe('recorded -');
      speak('b');
      expect(heard()).toBe('recorded');
    }
  });

  test('a recording that is missing stays so, whatever is forgiven or chosen', () => {
    const { narrator, state } = setUp({ recording: 'missing' });
    narrator.forgive();
    narrator.choose('recorded');
    expect(state()).toBe('device network');
  });

  test('who hears of the failure and stops is obeyed', () => {
    const { clock, narrator, events, speak, heard } = setUp({ recordedTurns: [fails(network)] });
    narrator.state.subscribe(() => narrator.stop());
    speak();
    clock.advance(5000);
    expect([events, heard(), clock.waiting]).toEqual([[], 'silence', 0]);
  });
});

describe('a recording on its way', () => {
  test('is waited for, and begins as soon as it is there', () => {
    const { clock, narrator, ready, primes, events, speak, heard } = setUp({ recording: 'loading' });
    speak();
    expect(primes).toEqual([0]);
    clock.advance(1500);
    narrator.setRecording(ready);
    expect(heard()).toBe('recorded');
    clock.advance(1000);
    expect(events).toEqual(['start a', 'end a kept']);
  });

  test.each(['missing', 'none'] as const)('and turns out to be %s: the device speaks at once', (what) => {
    const { clock, narrator, speak, heard } = setUp({ recording: 'loading' });
    speak();
    clock.advance(1500);
    narrator.setRecording(what);
    expect(heard()).toBe('device');
  });

  test('too slowly: the device speaks after four seconds, and the next sentences wait no more', () => {
    const { clock, speak, heard, state, narrator, ready } = setUp({ recording: 'loading' });
    speak();
    clock.advance(3999);
    expect(heard()).toBe('silence');
    clock.advance(1);
    expect([heard(), state()]).toEqual(['device', 'device timeout']);
    speak('b');
    expect(heard()).toBe('device');
    narrator.setRecording(ready);
    expect([heard(), state()]).toEqual(['device', 'recorded -']);
    speak('c');
    expect(heard()).toBe('recorded');
  });

  test('is not waited for after a stop', () => {
    const { clock, narrator, ready, speak, heard } = setUp({ recording: 'loading' });
    speak();
    narrator.stop();
    narrator.setRecording(ready);
    clock.advance(10_000);
    expect([heard(), clock.waiting]).toEqual(['silence', 0]);
  });

  test('keeps no message waiting', () => {
    const { speak, heard } = setUp({ recording: 'loading' });
    speak('');
    expect(heard()).toBe('device');
  });

  test('is waited for no longer because the slider moves', () => {
    const { clock, narrator, device, speak, heard } = setUp({ recording: 'loading' });
    speak();
    clock.advance(3000);
    expect(narrator.adjust?.({ ...settings, rate: 3 })).toBe(true);
    clock.advance(1000);
    expect([heard(), device.asked[0]?.settings.rate]).toEqual(['device', 3]);
  });
});

describe('a message', () => {
  const mute = { deviceTurns: [{ does: 'stay-silent' }] } as const;

  test('whose voice never begins is given up after three seconds and a half, without a second try', () => {
    const { clock, device, events, speak, heard } = setUp(mute);
    speak('');
    clock.advance(3499);
    expect(events).toEqual([]);
    clock.advance(1);
    expect([events, heard(), clock.waiting]).toEqual([['timeout '], 'silence', 0]);
    expect(device.asked).toHaveLength(1);
  });

  test('fails at once from then on, until the reader presses anew', () => {
    const { clock, narrator, events, speak, heard } = setUp({
      deviceTurns: [{ does: 'stay-silent' }, { does: 'stay-silent' }],
    });
    speak('');
    clock.advance(3500);
    speak('');
    expect(events).toHaveLength(2);
    narrator.forgive();
    speak('');
    expect([events.length, heard()]).toEqual([2, 'device']);
  });

  test('that has begun may be as long as it likes', () => {
    const { clock, events, speak } = setUp({ deviceTurns: [{ does: 'never-end' }] });
    speak('');
    clock.advance(4500);
    expect([events, clock.waiting]).toEqual([['start '], 1]);
  });

  test('that was interrupted is not given up later', () => {
    const { clock, events, speak } = setUp(mute);
    speak('');
    clock.advance(3000);
    speak('a');
    clock.advance(6000);
    expect(events).toEqual(['start a', 'end a kept']);
  });
});

describe('a recording that goes away while it speaks', () => {
  test.each([
    ['missing', 'device'],
    ['none', 'device'],
    ['loading', 'silence'],
  ] as const)('(%s) hands its sentence on', (what, next) => {
    const { clock, narrator, recorded, events, speak, heard } = setUp();
    speak();
    clock.advance(100);
    narrator.setRecording(what);
    expect([recorded.current, heard()]).toEqual([null, next]);
    clock.advance(6000);
    expect(events).toEqual(['start a', 'end a']);
  });

  test('between two sentences says nothing', () => {
    const { clock, narrator, speak, heard } = setUp();
    speak();
    clock.advance(1000);
    narrator.setRecording('none');
    clock.advance(5000);
    expect(heard()).toBe('silence');
  });
});

describe('a choice', () => {
  test('tells whether it is another voice, and holds from the next sentence on', () => {
    const { clock, narrator, speak, heard } = setUp();
    speak();
    expect([narrator.choose('recorded'), narrator.choose('device')]).toEqual([false, true]);
    expect(heard()).toBe('recorded');
    clock.advance(1000);
    speak('b');
    expect(heard()).toBe('device');
  });

  test('never lets two voices speak at once', () => {
    const { clock, narrator, speak, heard } = setUp();
    for (const kind of ['device', 'recorded', 'device'] as const) {
      narrator.choose(kind);
      speak();
      clock.advance(100);
      expect(heard()).toBe(kind);
    }
  });
});

test('it knows the second while the recording speaks, and only then', () => {
  const { clock, narrator, speak } = setUp();
  expect(narrator.place?.() ?? null).toBeNull();
  speak();
  clock.advance(120);
  expect(narrator.place?.()).toEqual({ sentence: 'a', seconds: 0.1 });
  narrator.choose('device');
  speak('b');
  clock.advance(120);
  expect(narrator.place?.() ?? null).toBeNull();
});

test('after it is disposed of there is silence and no timer', () => {
  const { clock, narrator, speak, heard } = setUp();
  speak();
  narrator.dispose();
  expect([heard(), clock.waiting]).toEqual(['silence', 0]);
});

test('a press spent before the book is there opens the engine that will speak', () => {
  const device = setUp({ wanted: 'device' });
  device.narrator.prime();
  expect([device.device.primed, device.primes.length]).toEqual([1, 1]);
  const recorded = setUp();
  recorded.narrator.prime();
  expect([recorded.device.primed, recorded.primes.length]).toEqual([0, 1]);
});
