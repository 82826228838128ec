import { describe, expect, test } from 'vitest';
import { createResilientVoice } from '../../../src/narration/resilience.ts';
import type { DeviceVoice, VoiceError, VoiceSettings } from '../../../src/narration/voice.ts';
import { createFakeClock } from './fake-clock.ts';
import { deviceVoice, settings, utterance } from './samples.ts';
import { createScriptedVoice, type ScriptedTurn } from './scripted-voice.ts';

const near = deviceVoice('近く', true);
const far = deviceVoice('遠く', false);
const speaks: ScriptedTurn = { does: 'speak' };
const silent: ScriptedTurn = { does: 'stay-silent' };
const endless: ScriptedTurn = { does: 'never-end' };
const fails = (error: VoiceError): ScriptedTurn => ({ does: 'fail', error });
const network: VoiceError = { code: 'network' };
const broken: VoiceError = { code: 'synthesis-failed', detail: 'x' };

interface Setting {
  readonly turns: readonly ScriptedTurn[];
  readonly voices?: readonly DeviceVoice[];
  readonly fallback?: ScriptedTurn;
  readonly chosen?: DeviceVoice;
}

/** Plays the turns one after the other; after the last it speaks. */
function setUp({ turns, voices = [], fallback, chosen }: Setting) {
  const clock = createFakeClock();
  const voice = createScriptedVoice({ clock, script: (_u, _s, count) => turns[count] ?? speaks });
  voice.availability.set({ state: voices.length > 0 ? 'ready' : 'unknown', voices });
  const recorded = fallback && createScriptedVoice({ clock, id: 'recorded', script: () => fallback });
  const resilient = createResilientVoice({ voice, clock, ...(recorded ? { fallback: recorded } : {}) });
  const events: string[] = [];
  const wanted: VoiceSettings = { ...settings, voice: chosen ?? null };
  const speak = (text?: string): void =>
    resilient.speak(utterance('a', text), wanted, {
      onStart: () => events.push('start'),
      onBoundary: (offset) => events.push(`at ${offset}`),
      onWord: ({ start, end }) => events.push(`word ${start}-${end}`),
      onEnd: () => events.push('end'),
      onError: (error) => events.push(error.code),
    });
  const asked = (): string[] => [
    ...voice.asked.map((one) => one.settings.voice?.name ?? '-'),
    ...(recorded?.asked.map(() => 'recorded') ?? []),
  ];
  return { clock, voice, recorded, resilient, events, speak, asked };
}

describe('getting over a voice that fails', () => {
  const cases: [string, Setting, string[], string[]][] = [
    ['all well', { turns: [] }, ['-'], ['start', 'end']],
    ['no start once: said once more', { turns: [silent] }, ['-', '-'], ['start', 'end']],
    ['no end once: said once more, started once', { turns: [endless] }, ['-', '-'], ['start', 'end']],
    [
      'no start twice: another voice of the device',
      { turns: [silent, silent], voices: [near, far] },
      ['-', '-', '遠く'],
      ['start', 'end'],
    ],
    [
      'no start of any voice: the fallback, after one try of the second voice',
      { turns: [silent, silent, silent], voices: [near, far], fallback: speaks },
      ['-', '-', '遠く', 'recorded'],
      ['start', 'end'],
    ],
    [
      'no start of any voice, nor of the fallback: an error after one try of each but the first',
      { turns: [silent, silent, silent], voices: [near, far], fallback: silent },
      ['-', '-', '遠く', 'recorded'],
      ['timeout'],
    ],
    [
      'a network that fails, then no start: the other voice has one try too',
      { turns: [fails(network), silent], voices: [near, far], chosen: far },
      ['遠く', '近く'],
      ['timeout'],
    ],
    ['no start and nothing left: an error', { turns: [silent, silent] }, ['-', '-'], ['timeout']],
    ['no end and nothing left: an error', { turns: [endless, endless] }, ['-', '-'], ['start', 'timeout']],
    [
      'network: the local voice, without trying the remote one again',
      { turns: [fails(network)], voices: [near, far], chosen: far },
      ['遠く', '近く'],
      ['start', 'end'],
    ],
    [
      'synthesis failed: another voice',
      { turns: [fails(broken)], voices: [near, far], chosen: near },
      ['近く', '遠く'],
      ['start', 'end'],
    ],
    ['network and no other voice: an error', { turns: [fails(network)] }, ['-'], ['network']],
    [
      'failed after it had started: started once',
      { turns: [{ does: 'fail', error: broken, started: true }], voices: [near, far] },
      ['-', '遠く'],
      ['start', 'end'],
    ],
    [
      'a press is wanted: asked for at once, nothing tried',
      { turns: [fails({ code: 'not-allowed' })], voices: [near, far], fallback: speaks },
      ['-'],
      ['not-allowed'],
    ],
    [
      'no Japanese voice: the fallback, as a normal thing',
      { turns: [fails({ code: 'no-voice' })], fallback: speaks },
      ['-', 'recorded'],
      ['start', 'end'],
    ],
    ['no Japanese voice and no fallback', { turns: [fails({ code: 'no-voice' })] }, ['-'], ['no-voice']],
    [
      'the fallback fails as well',
      { turns: [fails({ code: 'unavailable' })], fallback: fails(network) },
      ['-', 'recorded'],
      ['network'],
    ],
  ];
  test.each(cases)('%s', (_name, setting, expectedAsked, expectedEvents) => {
    const { clock, voice, recorded, events, speak, asked } = setUp(setting);
    speak();
    clock.advance(120_000);
    expect(asked()).toEqual(expectedAsked);
    expect(events).toEqual(expectedEvents);
    expect([voice.current, recorded?.current ?? null]).toEqual([null, null]);
    expect(clock.waiting).toBe(0);
  });
});

describe('the watchdog', () => {
  test('waits four seconds for a start and no longer', () => {
    const { clock, speak, asked } = setUp({ turns: [silent] });
    speak();
    clock.advance(3999);
    expect(asked()).toHaveLength(1);
    clock.advance(1);
    expect(asked()).toHaveLength(2);
  });

  test('says that an engine is silent after three waits, with two voices', () => {
    const { clock, speak, events } = setUp({ turns: [silent, silent, silent], voices: [near, far] });
    speak();
    clock.advance(11_999);
    expect(events).toEqual([]);
    clock.advance(1);
    expect(events).toEqual(['timeout']);
  });

  test('lets a slow voice finish a long sentence', () => {
    const clock = createFakeClock();
    const voice = createScriptedVoice({ clock, millisecondsPerCharacter: 350 });
    const resilient = createResilientVoice({ voice, clock });
    const ends: number[] = [];
    const none = () => {};
    resilient.speak(utterance('a', 'あ'.repeat(100)), settings, {
      onStart: none,
      onBoundary: none,
      onWord: none,
      onEnd: () => ends.push(clock.now()),
      onError: none,
    });
    clock.advance(60_000);
    expect(ends).toHaveLength(1);
    expect(voice.asked).toHaveLength(1);
  });

  test('sees from boundaries that a voice lives', () => {
    const clock = createFakeClock();
    const voice = createScriptedVoice({
      clock,
      millisecondsPerCharacter: 2500,
      script: () => ({ does: 'speak', boundaries: true }),
    });
    const resilient = createResilientVoice({ voice, clock });
    const none = () => {};
    resilient.speak(utterance('a', 'あ い う え お'), settings, {
      onStart: none,
      onBoundary: none,
      onWord: none,
      onEnd: none,
      onError: none,
    });
    clock.advance(60_000);
    expect(voice.asked).toHaveLength(1);
  });

  /** How long a voice that has died in the middle of a sentence stays unnoticed, in milliseconds, after `before` good ones. */
  function silenceAfterDeath(before: number, boundaries: boolean): number {
    const clock = createFakeClock();
    const voice = createScriptedVoice({
      clock,
      millisecondsPerCharacter: 140,
      script: (_u, _s, count) => (count === before ? endless : { does: 'speak', boundaries }),
    });
    const resilient = createResilientVoice({ voice, clock });
    const none = (): void => {};
    const speak = (): void =>
      resilient.speak(utterance('a', 'あ'.repeat(30)), settings, {
        onStart: none,
        onBoundary: none,
        onWord: none,
        onEnd: none,
        onError: none,
      });
    for (let count = 0; count < before; count++) {
      speak();
      clock.advance(30_000);
    }
    speak();
    const from = clock.now();
    while (voice.asked.length === before + 1) clock.advance(100);
    return clock.now() - from;
  }

  test('finds a voice out sooner once it has heard three sentences of it', () => {
    expect(silenceAfterDeath(2, false)).toBeGreaterThan(16_000);
    expect(silenceAfterDeath(3, false)).toBeLessThan(9100);
  });

  test('waits no longer after a word than the rest of the sentence takes', () => {
    const clock = createFakeClock();
    const voice = createScriptedVoice({ clock, script: () => ({ does: 'never-end', boundaries: true }) });
    const resilient = createResilientVoice({ voice, clock });
    const none = (): void => {};
    resilient.speak(utterance('a', `${'あ'.repeat(90)}、いえ`), settings, {
      onStart: none,
      onBoundary: none,
      onWord: none,
      onEnd: none,
      onError: none,
    });
    // The last word begins 4.57 s after `speak`, and may take 5.8 s.
    clock.advance(10_300);
    expect(voice.asked).toHaveLength(1);
    clock.advance(100);
    expect(voice.asked).toHaveLength(2);
  });

  test('sleeps after a stop', () => {
    const { clock, resilient, speak, asked, events } = setUp({ turns: [silent] });
    speak();
    resilient.stop();
    clock.advance(60_000);
    expect(asked()).toHaveLength(1);
    expect(events).toEqual([]);
  });
});

describe('what was learnt', () => {
  test('a voice that failed is passed over for the sentences after it', () => {
    const { clock, speak, asked } = setUp({ turns: [silent, silent], voices: [near, far] });
    speak();
    clock.advance(60_000);
    speak();
    clock.advance(60_000);
    expect(asked()).toEqual(['-', '-', '遠く', '遠く']);
  });

  test('a voice that stepped in is repeated where it falls silent in a later sentence, being the first there', () => {
    const { clock, speak, asked, events } = setUp({
      turns: [silent, silent, speaks, silent],
      voices: [near, far],
    });
    speak();
    clock.advance(60_000);
    speak();
    clock.advance(60_000);
    expect(asked()).toEqual(['-', '-', '遠く', '遠く', '遠く']);
    expect(events).toEqual(['start', 'end', 'start', 'end']);
  });

  test('all is tried anew once everything has failed', () => {
    const { clock, speak, asked, events } = setUp({
      turns: [fails(network), fails(network)],
      voices: [near, far],
    });
    speak();
    clock.advance(60_000);
    expect(events).toEqual(['network']);
    speak();
    clock.advance(60_000);
    expect(asked()).toEqual(['-', '遠く', '-']);
    expect(events).toEqual(['network', 'start', 'end']);
  });

  test('the fallback is primed within the press that it may have to speak for', () => {
    const { recorded, voice, speak } = setUp({ turns: [], fallback: speaks });
    speak();
    expect(recorded?.primed).toBe(1);
    expect(voice.primed).toBe(0);
  });
});

test('a voice that is slowed down in the middle is given the time that it needs then', () => {
  const clock = createFakeClock();
  const voice = createScriptedVoice({ clock, recorded: true, script: () => endless });
  const resilient = createResilientVoice({ voice, clock });
  const nothing = (): void => {};
  const events = { onStart: nothing, onBoundary: nothing, onWord: nothing, onEnd: nothing, onError: nothing };
  resilient.speak(utterance('a'), { rate: 2, voice: null }, events);
  clock.advance(1000);
  expect(resilient.adjust?.({ rate: 0.5, voice: null })).toBe(true);
  clock.advance(10_000);
  expect(voice.asked).toHaveLength(1);
  clock.advance(2000);
  expect(voice.asked.map((asked) => asked.settings.rate)).toEqual([2, 0.5]);
});
