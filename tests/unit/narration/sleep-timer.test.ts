import { describe, expect, test } from 'vitest';
import { FADE, SLEEP_EXTENSION, SLEEP_MINUTES } from '../../../src/narration/sleep-timer.ts';
import { createSleeper, MINUTE, SECOND } from './sleeper.ts';

describe('minutes', () => {
  test.each(SLEEP_MINUTES)('%i of them stop the book once, and the timer is off', (minutes) => {
    const { timer, clock, say, log, volume } = createSleeper();
    say(1);
    timer.choose(minutes);
    clock.advance(minutes * MINUTE - 1);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['stop 1', 'end']);
    expect(timer.getSnapshot()).toEqual({ choice: 'off', minutesLeft: null, fading: false });
    clock.advance(100 * MINUTE);
    expect(log).toHaveLength(2);
    expect([volume(), clock.waiting]).toEqual([1, 0]);
  });

  test('count only while the book is read, the silence between sentences included', () => {
    const { timer, clock, is, say, log } = createSleeper();
    timer.choose(10);
    clock.advance(60 * MINUTE);
    expect(clock.waiting).toBe(0);
    say(1);
    clock.advance(4 * MINUTE);
    is('stopped');
    expect(timer.getSnapshot().minutesLeft).toBe(6);
    clock.advance(60 * MINUTE);
    expect(clock.waiting).toBe(0);
    is('pausing-between');
    clock.advance(6 * MINUTE - 1);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['stop 1', 'end']);
  });

  test('that are left are told once a minute, rounded up', () => {
    const { timer, clock, say } = createSleeper();
    say(1);
    const told: (number | null)[] = [];
    timer.subscribe(() => told.push(timer.getSnapshot().minutesLeft));
    timer.choose(10);
    clock.advance(9 * MINUTE + 30 * SECOND);
    expect(told).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('are looked at with each sentence too, as browsers slow the timers of hidden pages down', () => {
    const { timer, clock, say, log } = createSleeper();
    say(1);
    timer.choose(10);
    const slow = clock.setTimeout;
    Object.assign(clock, { setTimeout: (call: () => void) => slow(call, 1e9) });
    say(2);
    clock.advance(10 * MINUTE);
    expect(log).toEqual([]);
    say(3);
    expect(log).toEqual(['stop 3', 'end']);
  });

  test('end with the book', () => {
    const { timer, clock, say, is, log } = createSleeper();
    say(9);
    timer.choose(10);
    is('finished');
    expect(timer.getSnapshot().choice).toBe('off');
    expect([log, clock.waiting]).toEqual([[], 0]);
  });

  test('chosen anew begin anew; off is off', () => {
    const { timer, clock, say, log } = createSleeper();
    say(1);
    timer.choose(10);
    clock.advance(9 * MINUTE);
    timer.choose(15);
    clock.advance(14 * MINUTE);
    timer.choose('off');
    clock.advance(100 * MINUTE);
    expect([log, clock.waiting]).toEqual([[], 0]);
  });
});

describe('ten minutes more', () => {
  test('are added to those that are left', () => {
    const { timer, clock, say, log } = createSleeper();
    say(1);
    timer.choose(15);
    clock.advance(5 * MINUTE);
    timer.extend();
    expect(timer.getSnapshot()).toMatchObject({ choice: 15, minutesLeft: 10 + SLEEP_EXTENSION });
    clock.advance(20 * MINUTE - 1);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['stop 1', 'end']);
  });

  test('in the fade bring the voice back at once', () => {
    const { timer, clock, say, volume } = createSleeper();
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE - 2 * SECOND);
    expect(volume()).toBeLessThan(0.1);
    timer.extend();
    expect(volume()).toBe(1);
    expect(timer.getSnapshot()).toMatchObject({ minutesLeft: 11, fading: false });
  });

  test.each(['off', 'sentence', 'chapter'] as const)(
    'where none are counted are ten from now on: %s',
    (choice) => {
      const { timer, clock, say, log } = createSleeper();
      say(1);
      timer.choose(choice);
      timer.extend();
      clock.advance(10 * MINUTE);
      expect(log).toEqual(['stop 1', 'end']);
    },
  );
});

describe('the fade', () => {
  test('of a recording goes softly over the last fifteen seconds, down to almost nothing', () => {
    const { timer, clock, say, volumes, log } = createSleeper();
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE - FADE);
    expect(volumes).toEqual([]);
    clock.advance(FADE - 1);
    expect(timer.getSnapshot().fading).toBe(true);
    expect(volumes.length).toBeGreaterThan(50);
    expect([...volumes].sort((a, b) => b - a)).toEqual(volumes);
    expect(volumes.at(-1)).toBeLessThan(0.001);
    const steps = volumes.map((volume, index) => (volumes[index - 1] ?? 1) - volume);
    expect(Math.max(...steps)).toBeLessThan(0.05);
    clock.advance(1);
    // First the silence, then the reader's own volume.
    expect([log, volumes.at(-1)]).toEqual([['stop 1', 'end'], 1]);
  });

  test('of a device’s voice goes from sentence to sentence and never touches one that is being said', () => {
    const { timer, clock, sleeper, is, say, snapshot, volumes, log } = createSleeper({ smooth: false });
    const during: string[] = [];
    sleeper.onVolume = () => during.push(snapshot().status);
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE - 12 * SECOND);
    is('pausing-between');
    say(2);
    clock.advance(6 * SECOND);
    is('pausing-between');
    say(3);
    clock.advance(8 * SECOND);
    // The last sentence is said to its end.
    expect(log).toEqual([]);
    is('pausing-between');
    expect(log).toEqual(['stop 3', 'end']);
    expect(volumes.map((volume) => Math.round(volume * 100))).toEqual([64, 16, 1 * 100]);
    expect(during).toEqual(['pausing-between', 'pausing-between', 'stopped']);
  });

  test('waits for a device’s last sentence for twenty seconds, not for ever', () => {
    const { timer, clock, say, log } = createSleeper({ smooth: false });
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE + 20 * SECOND - 1);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['stop 1', 'end']);
  });

  test('stopped by hand is over, and the next press of 聞く is heard', () => {
    const { timer, clock, say, is, volume, log } = createSleeper();
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE - 5 * SECOND);
    is('stopped');
    expect([timer.getSnapshot().choice, volume()]).toEqual(['off', 1]);
    say(1);
    clock.advance(60 * MINUTE);
    expect(log).toEqual([]);
  });

  test('ends with the timer: off in the middle of it gives the volume back', () => {
    const { timer, clock, say, volume } = createSleeper();
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE - 5 * SECOND);
    timer.choose('off');
    expect(volume()).toBe(1);
  });

  test('that a device’s voice still has is given back after its sentence', () => {
    const { timer, clock, say, is, volume } = createSleeper({ smooth: false });
    say(1);
    timer.choose(10);
    clock.advance(10 * MINUTE - 5 * SECOND);
    is('pausing-between');
    say(2);
    timer.extend();
    expect(volume()).toBeLessThan(1);
    is('pausing-between');
    expect(volume()).toBe(1);
  });
});

describe('the end of a sentence or a chapter', () => {
  test.each([
    ['sentence', [1, 2], 'stop 2'],
    ['chapter', [1, 2, 3, 4], 'stop 4'],
    ['chapter', [5, 6, 7, 8], 'stop 8'],
  ] as const)('%s: read on through %j, it stops before the next is said', (choice, sentences, stop) => {
    const { timer, say, is, log, volumes, snapshot } = createSleeper();
    say(sentences[0]);
    timer.choose(choice);
    for (const index of sentences.slice(1)) {
      is('pausing-between');
      say(index);
    }
    expect(log).toEqual([stop, 'end']);
    expect([volumes, snapshot().status]).toEqual([[], 'stopped']);
    expect(timer.getSnapshot().choice).toBe('off');
  });

  test('is the end of the chapter that the reader jumped to', () => {
    const { timer, say, log } = createSleeper();
    say(2);
    timer.choose('chapter');
    say(6);
    say(7);
    expect(log).toEqual([]);
    say(8);
    expect(log).toEqual(['stop 8', 'end']);
  });

  test('is not the way from the title into the first chapter', () => {
    const { timer, say, log } = createSleeper();
    say(0);
    timer.choose('chapter');
    say(1);
    expect(log).toEqual([]);
  });

  test('is no move of the reader’s while the book is silent', () => {
    const { timer, is, log } = createSleeper();
    is('stopped', 3);
    timer.choose('chapter');
    is('stopped', 4);
    expect([log, timer.getSnapshot().choice]).toEqual([[], 'chapter']);
  });
});

test('who turns it off on hearing that the voice fades is obeyed', () => {
  const { timer, clock, say, volumes, log } = createSleeper();
  say(1);
  timer.choose(10);
  timer.subscribe(() => {
    if (timer.getSnapshot().fading) timer.choose('off');
  });
  clock.advance(11 * MINUTE);
  expect([log, volumes, clock.waiting]).toEqual([[], [], 0]);
});

test('dispose ends it, gives the volume back and stops nothing', () => {
  const { timer, clock, say, volume, log, is } = createSleeper({ smooth: false });
  say(1);
  timer.choose(10);
  clock.advance(10 * MINUTE - 5 * SECOND);
  is('pausing-between');
  say(2);
  timer.dispose();
  say(3);
  clock.advance(60 * MINUTE);
  expect([volume(), log, clock.waiting]).toEqual([1, [], 0]);
});
