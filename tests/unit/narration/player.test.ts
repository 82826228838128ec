// Longer than other tests: the table of one state machine, which is read as a whole.
import { describe, expect, test } from 'vitest';
import type { SentenceId, TextRange } from '../../../src/book/book.ts';
import { createPlayer } from '../../../src/narration/create-player.ts';
import type { PlayerOptions } from '../../../src/narration/player.ts';
import type { Voice, VoiceEvents } from '../../../src/narration/voice.ts';
import { createFakeClock } from './fake-clock.ts';
import { pressOn } from './presses.ts';
import { settings, utterance } from './samples.ts';
import { createScriptedVoice, type ScriptedVoiceOptions } from './scripted-voice.ts';

const book = [
  utterance('a', 'あいうえお。'),
  utterance('b', 'かきくけこ、', { pauseAfter: 0, sectionIndex: 0 }),
  utterance('b', 'さしすせそ。', { sectionIndex: 0 }),
  utterance('c', 'たちつてと。', { sectionIndex: 1 }),
];

function setUp(
  script?: ScriptedVoiceOptions['script'],
  options: Partial<Pick<PlayerOptions, 'utterances' | 'start' | 'settings'>> = {},
) {
  const clock = createFakeClock();
  const voice = createScriptedVoice({ clock, ...(script === undefined ? {} : { script }) });
  const player = createPlayer({ voice, clock, utterances: book, settings, ...options });
  const marks: [SentenceId, TextRange | null][] = [];
  player.onMark((sentence, range) => marks.push([sentence, range]));
  const said = (): string[] => voice.asked.map((asked) => asked.utterance.text);
  const state = (): string => `${player.getSnapshot().status} ${player.getSnapshot().sentence}`;
  return { clock, voice, player, marks, said, state };
}

describe('presses', () => {
  const cases: [string, string[], string][] = [
    ['nothing yet', [], 'idle a'],
    ['play', ['play'], 'starting a'],
    ['play from a sentence', ['play c'], 'starting c'],
    ['play from a sentence that is not spoken', ['play zz'], 'starting a'],
    ['play while speaking', ['play b', 'play'], 'starting b'],
    ['stop', ['play b', 'stop'], 'stopped b'],
    ['stop before anything', ['stop'], 'idle a'],
    ['toggle', ['toggle'], 'starting a'],
    ['toggle twice', ['toggle', 'toggle'], 'stopped a'],
    ['next in silence', ['next'], 'idle b'],
    ['next while speaking', ['play', 'next'], 'starting b'],
    ['next from the sentence in two pieces', ['play b', 'next'], 'starting c'],
    ['next at the end', ['play c', 'next'], 'finished c'],
    ['previous goes to the sentence before', ['play c', 'previous'], 'starting b'],
    ['previous at the beginning says it again', ['play', 'previous'], 'starting a'],
    ['previous at the end of the book', ['seek c', 'next', 'previous'], 'stopped b'],
    ['repeat in silence speaks', ['seek b', 'repeat'], 'starting b'],
    ['seek in silence stays silent', ['seek c'], 'idle c'],
    ['seek while speaking goes on there', ['play', 'seek c'], 'starting c'],
    ['seek to what is not spoken does nothing', ['play b', 'seek zz'], 'starting b'],
    ['play at the end starts over', ['play c', 'next', 'play'], 'starting a'],
    ['repeat at the end says the last one', ['play c', 'next', 'repeat'], 'starting c'],
    ['play after a seek away from the end', ['play c', 'next', 'seek b', 'play'], 'starting b'],
  ];
  test.each(cases)('%s: shows before the press returns', (_name, presses, expected) => {
    const { player, state } = setUp();
    for (const press of presses) pressOn(player, press);
    expect(state()).toBe(expected);
  });

  test('a press while nothing has started yet leaves one utterance, not two', () => {
    const { player, voice, said, clock } = setUp();
    player.play();
    player.next();
    player.next();
    player.previous();
    expect(voice.current?.text).toBe('かきくけこ、');
    clock.advance(400);
    expect(said()).toEqual(['あいうえお。', 'かきくけこ、', 'たちつてと。', 'かきくけこ、', 'さしすせそ。']);
  });

  test('speech is asked for within the press, without waiting for anything', () => {
    const { player, voice } = setUp();
    player.play();
    expect(voice.current?.sentence).toBe('a');
  });

  test('the same place is the same snapshot object', () => {
    const { player } = setUp();
    const before = player.getSnapshot();
    player.seek('a');
    player.stop();
    player.setSettings({ rate: 1 });
    expect(player.getSnapshot()).toBe(before);
  });

  test('a listener that presses from within a change is obeyed', () => {
    const { player, voice } = setUp();
    player.subscribe(() => {
      if (player.getSnapshot().status === 'starting') player.stop();
    });
    player.play();
    expect(voice.current).toBeNull();
    expect(player.getSnapshot().status).toBe('stopped');
  });
});

describe('going on', () => {
  test('from sentence to sentence with the pause between them, across sections, to the end', () => {
    const { player, clock, voice, said } = setUp();
    const statuses: string[] = [];
    player.subscribe(() => {
      const { status, sentence, sectionIndex } = player.getSnapshot();
      statuses.push(`${status} ${sentence} ${sectionIndex ?? '-'}`);
    });
    player.play();
    clock.advance(10_000);
    expect(statuses).toEqual([
      'starting a -',
      'speaking a -',
      'pausing-between a -',
      'starting b 0',
      'speaking b 0',
      'starting b 0',
      'speaking b 0',
      'pausing-between b 0',
      'starting c 1',
      'speaking c 1',
      'finished c 1',
    ]);
    expect(said()).toEqual(book.map(({ text }) => text));
    expect(voice.current).toBeNull();
    expect(clock.waiting).toBe(0);
  });

  test('a pause is a stop with a remembered place: playing on says the sentence again, from its first piece', () => {
    const { player, clock, voice, said } = setUp();
    player.play('b');
    clock.advance(400);
    expect(voice.current?.text).toBe('さしすせそ。');
    player.stop();
    expect(voice.current).toBeNull();
    clock.advance(60_000);
    player.play();
    expect(said()).toEqual(['かきくけこ、', 'さしすせそ。', 'かきくけこ、']);
  });

  test('a stop between two sentences keeps silence', () => {
    const { player, clock, state, said } = setUp();
    player.play();
    clock.advance(330);
    expect(state()).toBe('pausing-between a');
    player.stop();
    clock.advance(10_000);
    expect(state()).toBe('stopped a');
    expect(said()).toHaveLength(1);
  });

  test('begins where the reader left off, or at the beginning where that is gone', () => {
    expect(setUp(undefined, { start: 'c' }).state()).toBe('idle c');
    expect(setUp(undefined, { start: 'zz' }).state()).toBe('idle a');
  });

  test('a book with nothing to say is finished at once', () => {
    const { player, state, voice } = setUp(undefined, { utterances: [] });
    expect(player.getSnapshot()).toMatchObject({ status: 'idle', sentence: '', index: 0, count: 0 });
    player.play();
    player.next();
    player.previous();
    player.repeat();
    expect(state()).toBe('finished ');
    expect(voice.asked).toEqual([]);
  });

  test('nothing is said after dispose, and the voice is left for the next book', () => {
    const { player, clock, voice } = setUp();
    player.play();
    player.dispose();
    player.play();
    player.repeat();
    clock.advance(10_000);
    expect(voice.asked).toHaveLength(1);
    expect(voice.current).toBeNull();
    expect(voice.disposed).toBe(false);
  });
});

test('late events of an older utterance count for nothing', () => {
  const clock = createFakeClock();
  const given: VoiceEvents[] = [];
  const voice: Voice = {
    ...createScriptedVoice({ clock }),
    speak: (_utterance, _settings, events) => given.push(events),
  };
  const player = createPlayer({ voice, clock, utterances: book, settings });
  player.play();
  player.next();
  given[0]?.onStart();
  given[0]?.onBoundary(0, 1);
  given[0]?.onEnd();
  given[0]?.onError({ code: 'network' });
  expect(player.getSnapshot()).toMatchObject({ status: 'starting', sentence: 'b', index: 1 });
  expect(given).toHaveLength(2);
});

test('after an utterance has ended its voice has no say any more', () => {
  const clock = createFakeClock();
  const given: VoiceEvents[] = [];
  const voice: Voice = {
    ...createScriptedVoice({ clock }),
    speak: (_utterance, _settings, events) => given.push(events),
  };
  const player = createPlayer({ voice, clock, utterances: book, settings });
  player.play();
  given[0]?.onStart();
  given[0]?.onEnd();
  clock.advance(90);
  given[0]?.onEnd();
  given[0]?.onError({ code: 'network' });
  clock.advance(10);
  expect(player.getSnapshot()).toMatchObject({ status: 'starting', sentence: 'b' });
});

describe('a change of rate, voice or pitch', () => {
  test('restarts the sentence once, however often the slider moves', () => {
    const { player, clock, voice } = setUp(() => ({ does: 'never-end' }));
    player.play('b');
    clock.advance(100);
    for (const rate of [1.1, 1.2, 1.3]) {
      player.setSettings({ rate });
      expect(player.getSnapshot().rate).toBe(rate);
      clock.advance(200);
    }
    expect(voice.asked).toHaveLength(1);
    clock.advance(100);
    expect(voice.asked.map((asked) => [asked.utterance.sentence, asked.settings.rate])).toEqual([
      ['b', 1],
      ['b', 1.3],
    ]);
  });

  test('that is none restarts nothing', () => {
    const { player, clock, voice } = setUp(() => ({ does: 'never-end' }));
    player.play();
    player.setSettings({ rate: 1, pitch: 1, voice: null });
    clock.advance(1000);
    expect(voice.asked).toHaveLength(1);
  });

  test('is not made twice where the next sentence has begun with it', () => {
    const { player, clock, said } = setUp();
    player.play();
    clock.advance(200);
    player.setSettings({ rate: 1.5 });
    clock.advance(5000);
    expect(said()).toEqual(book.map(({ text }) => text));
  });

  test('in silence waits for the next play', () => {
    const { player, clock, voice } = setUp();
    player.setSettings({ rate: 2, pitch: 0.8 });
    clock.advance(1000);
    expect(voice.asked).toEqual([]);
    player.play();
    expect(voice.asked[0]?.settings).toEqual({ rate: 2, pitch: 0.8, voice: null });
  });

  test.each([
    [0.1, 0.5],
    [0.5, 0.5],
    [4, 4],
    [99, 4],
    [Number.NaN, 1],
  ])('a rate of %f is spoken at %f', (rate, expected) => {
    const { player } = setUp();
    player.setSettings({ rate });
    expect(player.getSnapshot().rate).toBe(expected);
  });
});

describe('the mark', () => {
  test('is the sentence alone where the voice sends no boundaries: no word timing is made up', () => {
    const { player, clock, marks } = setUp();
    player.play();
    clock.advance(10_000);
    expect(marks).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });

  test('is the word where the voice tells, and goes with the voice', () => {
    const { player, clock, marks } = setUp(() => ({ does: 'speak', boundaries: true }));
    player.play();
    clock.advance(100);
    player.stop();
    expect(marks).toEqual([
      ['a', null],
      ['a', { start: 0, end: 5 }],
      ['a', null],
    ]);
  });

  test('moves with a press in silence', () => {
    const { player, marks } = setUp();
    player.seek('c');
    expect(marks).toEqual([['c', null]]);
  });
});

describe('an error', () => {
  test('keeps the place, and the next press tries again', () => {
    const { player, clock, state } = setUp((_utterance, _settings, count) =>
      count === 0 ? { does: 'fail', error: { code: 'not-allowed' } } : { does: 'speak' },
    );
    player.play('b');
    clock.advance(100);
    expect(state()).toBe('failed b');
    expect(player.getSnapshot().error).toEqual({ code: 'not-allowed' });
    player.play();
    expect(state()).toBe('starting b');
    expect(player.getSnapshot().error).toBeNull();
  });

  test('goes away with a stop', () => {
    const { player, clock, state } = setUp(() => ({ does: 'fail', error: { code: 'no-voice' } }));
    player.play();
    clock.advance(100);
    player.stop();
    expect(state()).toBe('stopped a');
    expect(player.getSnapshot().error).toBeNull();
  });
});

describe('another text of the book', () => {
  const corrected = book.map((one) => (one.sentence === 'b' ? { ...one, text: 'はひふへほ。' } : one));

  test('goes on speaking where the sentence is the same', () => {
    const { player, voice, state } = setUp();
    player.play('c');
    player.replaceUtterances([utterance('x'), ...corrected]);
    expect(state()).toBe('starting c');
    expect(player.getSnapshot()).toMatchObject({ index: 4, count: 5 });
    expect(voice.asked).toHaveLength(1);
  });

  test('says a corrected sentence again, corrected', () => {
    const { player, voice } = setUp();
    player.play('b');
    player.replaceUtterances(corrected);
    expect(voice.current?.text).toBe('はひふへほ。');
  });

  const others: [string, string, string[], string][] = [
    ['the same sentence', 'b', ['a', 'b', 'c'], 'stopped b'],
    ['the next one that both have', 'b', ['a', 'c'], 'stopped c'],
    ['the one before where no later one is left', 'c', ['a', 'x'], 'stopped a'],
    ['the beginning where nothing is left', 'c', ['x', 'y'], 'stopped x'],
    ['nowhere in an empty book', 'c', [], 'idle '],
  ];
  test.each(others)('stays in silence at %s', (_name, at, ids, expected) => {
    const { player, state, voice } = setUp();
    player.play(at);
    player.stop();
    player.replaceUtterances(ids.map((id) => utterance(id)));
    expect(state()).toBe(expected);
    expect(voice.current).toBeNull();
  });

  test('a pause between sentences goes on to the next one', () => {
    const { player, clock, state, voice } = setUp();
    player.play();
    clock.advance(330);
    player.replaceUtterances([utterance('a', 'まみむめも。'), utterance('d')]);
    expect(state()).toBe('pausing-between a');
    clock.advance(100);
    expect(voice.current?.sentence).toBe('d');
  });

  test('a book that came late begins where the reader left off', () => {
    const { player, state } = setUp(undefined, { utterances: [], start: 'c' });
    player.replaceUtterances(book);
    expect(state()).toBe('idle c');
  });
});
