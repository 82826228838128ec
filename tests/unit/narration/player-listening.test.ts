// Longer than other tests: what a listener of talking books expects of each press, as a whole.
import { describe, expect, test } from 'vitest';
import { createPlayer } from '../../../src/narration/create-player.ts';
import { NO_HABITS } from '../../../src/narration/habits.ts';
import { isPlaying, type PlayerOptions } from '../../../src/narration/player.ts';
import { createFakeClock } from './fake-clock.ts';
import { pressOn } from './presses.ts';
import { settings, utterance } from './samples.ts';
import { createScriptedVoice, type ScriptedVoiceOptions } from './scripted-voice.ts';

const book = [
  utterance('a'),
  utterance('b', 'かきくけこ。', { sectionIndex: 0 }),
  utterance('c', 'さしすせそ。'),
];

/** A sentence takes 300 ms after 20 ms of waiting. */
function setUp(options: Partial<PlayerOptions> & Pick<ScriptedVoiceOptions, 'recorded' | 'script'> = {}) {
  const { recorded = false, script, ...rest } = options;
  const clock = createFakeClock();
  const voice = createScriptedVoice({ clock, recorded, ...(script && { script }) });
  const player = createPlayer({ voice, clock, utterances: book, settings, ...rest });
  const state = (): string => `${player.getSnapshot().status} ${player.getSnapshot().sentence}`;
  const asked = (): string[] =>
    voice.asked.map(({ utterance: { sentence, text, start, seconds } }) =>
      [sentence || text, start, seconds].filter((part) => part !== undefined).join(' '),
    );
  return { clock, voice, player, state, asked };
}

describe('going on where it stopped', () => {
  test('at the second, where the voice knows it', () => {
    const { clock, player, asked } = setUp({ recorded: true });
    player.play('b');
    clock.advance(170);
    expect(player.spot()).toEqual({ sentence: 'b', offset: null, seconds: 0.15 });
    player.stop();
    expect(player.spot()).toEqual({ sentence: 'b', offset: null, seconds: 0.15 });
    clock.advance(60_000);
    player.play();
    expect(asked()).toEqual(['b', 'b 0.15']);
  });

  test('twice in a row, also before the voice has begun again', () => {
    const { clock, player, asked } = setUp({ recorded: true });
    player.play('b');
    clock.advance(170);
    pressOn(player, 'toggle');
    pressOn(player, 'toggle');
    clock.advance(10);
    pressOn(player, 'toggle');
    pressOn(player, 'toggle');
    expect(asked()).toEqual(['b', 'b 0.15', 'b 0.15']);
  });

  test('at the start of the sentence, where the voice does not', () => {
    const { clock, player, asked } = setUp();
    player.play('b');
    clock.advance(170);
    player.stop();
    player.play();
    expect(asked()).toEqual(['b', 'b']);
  });

  test.each(['repeat', 'next', 'previous', 'seek b', 'play b'])('%s leaves the second behind', (press) => {
    const { clock, player, asked } = setUp({ recorded: true });
    player.play('b');
    clock.advance(170);
    player.stop();
    pressOn(player, press);
    player.play();
    expect(asked().at(-1)).toMatch(/^[abc]$/u);
  });

  test('not where the sentence is gone from the book', () => {
    const { clock, player, asked } = setUp({ recorded: true });
    player.play('b');
    clock.advance(170);
    player.stop();
    player.replaceUtterances([utterance('a'), utterance('c')]);
    player.play();
    expect(asked()).toEqual(['b', 'c']);
  });

  test('after a failure where it was to begin', () => {
    const { clock, player, state, asked } = setUp({
      recorded: true,
      script: () => ({ does: 'fail', error: { code: 'not-allowed' } }),
    });
    player.seek('b', { seconds: 2 });
    player.play();
    clock.advance(100);
    expect(state()).toBe('failed b');
    player.play();
    expect(asked()).toEqual(['b 2', 'b 2']);
  });
});

describe('a place within a sentence', () => {
  test('is where a book begins that was left there', () => {
    const { player, asked } = setUp({ start: 'b', startSpot: { offset: 2, seconds: 0.4 } });
    expect(player.spot()).toEqual({ sentence: 'b', offset: 2, seconds: 0.4 });
    player.play();
    expect(asked()).toEqual(['b 2 0.4']);
  });

  test('is where it begins also when the book comes late', () => {
    const { player, asked } = setUp({ utterances: [], start: 'b', startSpot: { seconds: 0.4 } });
    player.replaceUtterances(book);
    player.play();
    expect(asked()).toEqual(['b 0.4']);
  });

  test('is sought in silence for the next press, and at once while it reads', () => {
    const { clock, player, state, asked } = setUp();
    player.seek('c', { offset: 3 });
    expect([state(), player.spot().offset]).toEqual(['idle c', 3]);
    player.play();
    clock.advance(100);
    player.seek('b', { seconds: 1 });
    expect([state(), asked()]).toEqual(['starting b', ['c 3', 'b 1']]);
  });

  test('is the word that is said, while a voice tells', () => {
    const { clock, player } = setUp({ script: () => ({ does: 'speak', boundaries: true }) });
    player.play('b');
    clock.advance(100);
    expect(player.spot()).toEqual({ sentence: 'b', offset: 0, seconds: null });
  });

  test('is nowhere in a book with nothing to say', () => {
    expect(setUp({ utterances: [] }).player.spot()).toEqual({ sentence: '', offset: null, seconds: null });
  });
});

describe('a message', () => {
  test.each([
    ['before anything', [], 0, 'idle a'],
    ['in silence', ['play b', 'stop'], 0, 'stopped b'],
    ['at the end', ['play c'], 5000, 'finished c'],
  ])('%s leaves silence behind it as it was', async (_name, presses, wait, expected) => {
    const { clock, player, state, voice } = setUp();
    for (const press of presses) pressOn(player, press);
    clock.advance(wait);
    const said = player.say('ここです', 'ja-JP');
    expect(state().startsWith('telling')).toBe(true);
    expect(isPlaying(player.getSnapshot())).toBe(true);
    expect(voice.current?.text).toBe('ここです');
    clock.advance(10_000);
    expect(await said).toBe(true);
    expect([state(), voice.current]).toEqual([expected, null]);
  });

  test('in the middle of a sentence: the book goes on at its second', async () => {
    const { clock, player, asked } = setUp({ recorded: true });
    player.play('b');
    clock.advance(170);
    const said = player.say('ここです', 'ja-JP');
    clock.advance(300);
    expect(await said).toBe(true);
    expect(asked()).toEqual(['b', 'ここです', 'b 0.15']);
  });

  test('between two sentences: the next one follows, and none is said twice', () => {
    const { clock, player, asked } = setUp();
    player.play('a');
    clock.advance(350);
    expect(player.getSnapshot().status).toBe('pausing-between');
    void player.say('ここです', 'ja-JP');
    clock.advance(300);
    expect(asked()).toEqual(['a', 'ここです', 'b']);
  });

  test.each([
    ['stop', 'stopped b', null],
    ['toggle', 'stopped b', null],
    ['play', 'starting b', 'b'],
    ['play c', 'starting c', 'c'],
    ['next', 'starting c', 'c'],
    ['previous', 'starting a', 'a'],
    ['repeat', 'starting b', 'b'],
    ['seek c', 'starting c', 'c'],
  ])('over a book that is read is ended by %s', async (press, expected, speaking) => {
    const { clock, player, state, voice } = setUp();
    player.play('b');
    clock.advance(100);
    const said = player.say('ここです', 'ja-JP');
    clock.advance(50);
    pressOn(player, press);
    expect(await said).toBe(false);
    expect([state(), voice.current?.sentence ?? null]).toEqual([expected, speaking]);
  });

  test.each([
    ['stop', 'stopped b'],
    ['toggle', 'stopped b'],
    ['next', 'stopped c'],
    ['previous', 'stopped a'],
    ['seek c', 'stopped c'],
  ])('over a silent book is ended by %s, and the book stays silent', async (press, expected) => {
    const { clock, player, state, voice } = setUp();
    player.play('b');
    player.stop();
    const said = player.say('ここです', 'ja-JP');
    clock.advance(50);
    pressOn(player, press);
    expect(await said).toBe(false);
    clock.advance(10_000);
    expect([state(), voice.current]).toEqual([expected, null]);
  });

  test.each([
    [['play b'], 'b'],
    [['play b', 'stop'], null],
  ])(
    'twice at once: the second alone is said, and the book does what it did (%o)',
    async (presses, after) => {
      const { clock, player, asked, voice } = setUp();
      for (const press of presses) pressOn(player, press);
      const first = player.say('いち', 'ja-JP');
      clock.advance(30);
      const second = player.say('に', 'ja-JP');
      expect(await first).toBe(false);
      clock.advance(100);
      expect(await second).toBe(true);
      expect(asked().slice(1, 3)).toEqual(['いち', 'に']);
      expect(voice.current?.sentence ?? null).toBe(after);
    },
  );

  test('that no voice can say is told to who asked, and the book goes on', async () => {
    const { clock, player, state } = setUp({
      script: ({ sentence }) =>
        sentence === '' ? { does: 'fail', error: { code: 'no-voice' } } : { does: 'speak' },
    });
    player.play('b');
    clock.advance(100);
    const said = player.say('ここです', 'ja-JP');
    clock.advance(50);
    expect(await said).toBe(false);
    expect(state()).toBe('speaking b');
  });

  test('over a book that failed leaves the failure to be read', () => {
    const { clock, player, state } = setUp({
      script: ({ sentence }) =>
        sentence === '' ? { does: 'speak' } : { does: 'fail', error: { code: 'network' } },
    });
    player.play('b');
    clock.advance(100);
    void player.say('ここです', 'ja-JP');
    clock.advance(1000);
    expect([state(), player.getSnapshot().error]).toEqual(['failed b', { code: 'network' }]);
  });

  test('is not cut off by another text of the book, which stays silent or goes on at its new place', async () => {
    for (const reads of [true, false]) {
      const { clock, player, asked, voice } = setUp();
      player.play('b');
      if (!reads) player.stop();
      const said = player.say('ここです', 'ja-JP');
      player.replaceUtterances([utterance('a'), utterance('c')]);
      expect(player.getSnapshot()).toMatchObject({ status: 'telling', sentence: 'c' });
      clock.advance(300);
      expect(await said).toBe(true);
      expect(asked()).toEqual(['b', 'ここです', ...(reads ? ['c'] : [])]);
      expect(voice.current === null).toBe(!reads);
    }
  });

  test('is not said by a player that is disposed of', async () => {
    const { player, asked } = setUp();
    player.dispose();
    expect(await player.say('ここです', 'ja-JP')).toBe(false);
    expect(asked()).toEqual([]);
  });
});

describe('habits', () => {
  test('each sentence as often as is wished, with silence for repeating after it, to the end of the book', () => {
    const { clock, player, voice, state } = setUp({ habits: { sentencePause: 0, times: 2, echo: 1 } });
    const begun: string[] = [];
    player.subscribe(() => {
      if (player.getSnapshot().status === 'starting') begun.push(`${state().slice(-1)} ${clock.now()}`);
    });
    player.play();
    clock.advance(10_000);
    // 320 ms a sentence, of which the voice takes 300; then 300 to repeat and 100 of its own.
    expect(begun).toEqual(['a 0', 'a 720', 'b 1440', 'b 2160', 'c 2880', 'c 3600']);
    expect([state(), voice.current, clock.waiting]).toEqual(['finished c', null, 0]);
  });

  test('a pause between sentences is kept after a recording too, which otherwise flows', () => {
    const { clock, player, asked } = setUp({ recorded: true, habits: { ...NO_HABITS, sentencePause: 1 } });
    player.play();
    clock.advance(1300);
    expect(asked()).toEqual(['a']);
    clock.advance(30);
    expect(asked()).toEqual(['a', 'b']);
    player.setHabits(NO_HABITS);
    clock.advance(320);
    expect(asked()).toEqual(['a', 'b', 'c']);
  });

  test('a stop in the silence for repeating is silence; the press after it says the sentence, as often as is left', () => {
    const { clock, player, state, asked } = setUp({ habits: { sentencePause: 0, times: 3, echo: 5 } });
    player.play();
    clock.advance(2100);
    expect(asked()).toEqual(['a', 'a']);
    clock.advance(300);
    expect(state()).toBe('pausing-between a');
    player.stop();
    clock.advance(60_000);
    expect([state(), asked().length]).toEqual(['stopped a', 2]);
    player.play();
    clock.advance(4500);
    expect(asked()).toEqual(['a', 'a', 'a', 'a', 'b']);
  });

  test('a change of rate in the middle does not begin the count anew; a press for repeating does', () => {
    const { clock, player, asked } = setUp({ habits: { sentencePause: 0, times: 2, echo: 0 } });
    player.play();
    clock.advance(430);
    player.setSettings({ rate: 1.1 });
    clock.advance(800);
    expect(asked().slice(0, 4)).toEqual(['a', 'a', 'a', 'b']);
    const other = setUp({ habits: { sentencePause: 0, times: 2, echo: 0 } });
    other.player.play();
    other.clock.advance(450);
    other.player.repeat();
    other.clock.advance(800);
    expect(other.asked().slice(0, 4)).toEqual(['a', 'a', 'a', 'a']);
  });

  test('another text of the book within the silence for repeating is said the next time', () => {
    const { clock, player, voice, asked } = setUp({ habits: { sentencePause: 0, times: 2, echo: 1 } });
    player.play();
    clock.advance(400);
    player.replaceUtterances([utterance('a', 'なにぬねの。'), utterance('d')]);
    expect(player.getSnapshot()).toMatchObject({ status: 'pausing-between', sentence: 'a', count: 2 });
    clock.advance(400);
    expect(voice.current?.text).toBe('なにぬねの。');
    clock.advance(720);
    expect(asked()).toEqual(['a', 'a', 'd']);
  });

  test('a next press in the silence for repeating leaves the sentence', () => {
    const { clock, player, asked } = setUp({ habits: { sentencePause: 0, times: 3, echo: 1 } });
    player.play();
    clock.advance(400);
    player.next();
    expect(asked()).toEqual(['a', 'b']);
  });
});

describe('settings', () => {
  test('a voice that takes them over at once is not made to say the sentence anew', () => {
    const { clock, player, asked } = setUp({ recorded: true });
    player.play();
    clock.advance(50);
    player.setSettings({ rate: 2, volume: 0.5 });
    clock.advance(290);
    expect(asked()).toEqual(['a', 'b']);
    expect(player.getSnapshot().rate).toBe(2);
  });

  test('a change of volume never makes a voice say the sentence anew; the next sentence has it', () => {
    const { clock, player, voice, asked } = setUp({ script: () => ({ does: 'never-end' }) });
    player.play();
    clock.advance(50);
    player.setSettings({ volume: 0.3 });
    clock.advance(2000);
    expect(asked()).toEqual(['a']);
    player.next();
    expect(voice.asked[1]?.settings.volume).toBe(0.3);
  });

  test('a change of rate says the sentence from where it was to begin', () => {
    const { clock, player, asked } = setUp({ script: () => ({ does: 'stay-silent' }) });
    player.play();
    player.seek('b', { offset: 2 });
    player.setSettings({ rate: 2 });
    clock.advance(400);
    expect(asked()).toEqual(['a', 'b 2', 'b 2']);
  });
});

test('a player that is disposed of never touches the voice, which is another book’s by then', () => {
  const { clock, player, voice } = setUp();
  player.play();
  player.dispose();
  voice.speak(utterance('other'), settings, {
    onStart: () => {},
    onBoundary: () => {},
    onWord: () => {},
    onEnd: () => {},
    onError: () => {},
  });
  for (const press of ['next', 'previous', 'seek b', 'stop', 'toggle', 'repeat', 'play'])
    pressOn(player, press);
  player.replaceUtterances([]);
  expect(voice.current?.sentence).toBe('other');
  clock.advance(10);
  expect(voice.asked).toHaveLength(2);
});
