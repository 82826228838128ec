import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlayer } from '../../src/narration/create-player.ts';
import { isPlaying, type Player } from '../../src/narration/player.ts';
import { createResilientVoice } from '../../src/narration/resilience.ts';
import type { Utterance, Voice } from '../../src/narration/voice.ts';
import { createDeviceVoice } from '../../src/platform/speech/device-voice.ts';
import { createFakeClock } from '../unit/narration/fake-clock.ts';
import { pressOn } from '../unit/narration/presses.ts';
import { settings, utterance } from '../unit/narration/samples.ts';
import { createScriptedVoice, type ScriptedTurn } from '../unit/narration/scripted-voice.ts';
import {
  createFakeSynthesis,
  Utterance as Native,
  nativeVoice,
} from '../unit/platform/speech/fake-synthesis.ts';

const ids = ['a', 'b', 'c', 'd'];

const presses = fc.constantFrom(
  ...['play', 'play b', 'play zz', 'stop', 'toggle', 'next', 'previous', 'repeat', 'seek c', 'seek zz'],
);

/** A book of up to six utterances; neighbours may be pieces of one sentence. */
const books: fc.Arbitrary<readonly Utterance[]> = fc
  .array(fc.record({ id: fc.nat(ids.length - 1), pauseAfter: fc.constantFrom(0, 0.1, 0.8) }), {
    maxLength: 6,
  })
  .map((pieces) =>
    [...pieces]
      .sort((one, other) => one.id - other.id)
      .map(({ id, pauseAfter }, index) => utterance(ids[id] ?? 'a', `あいうえお${index}。`, { pauseAfter })),
  );

const turns: fc.Arbitrary<ScriptedTurn> = fc.constantFrom<ScriptedTurn[]>(
  { does: 'speak' },
  { does: 'speak', boundaries: true },
  { does: 'stay-silent' },
  { does: 'never-end' },
  { does: 'fail', error: { code: 'network' } },
  { does: 'fail', error: { code: 'not-allowed' } },
  { does: 'fail', error: { code: 'synthesis-failed', detail: '' }, started: true },
);

type Step =
  | { readonly press: string }
  | { readonly wait: number }
  | { readonly rate: number }
  | { readonly book: readonly Utterance[] };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: presses.map((press) => ({ press })) },
    { weight: 4, arbitrary: fc.constantFrom(0, 5, 100, 400, 5000, 60_000).map((wait) => ({ wait })) },
    { weight: 1, arbitrary: fc.double().map((rate) => ({ rate })) },
    { weight: 1, arbitrary: books.map((book) => ({ book })) },
  ),
  { maxLength: 30 },
);

function take(player: Player, step: Step, advance: (milliseconds: number) => void): void {
  if ('press' in step) pressOn(player, step.press);
  else if ('wait' in step) advance(step.wait);
  else if ('rate' in step) player.setSettings({ rate: step.rate });
  else player.replaceUtterances(step.book);
}

function checkSnapshot(player: Player, count: number, book: readonly Utterance[]): void {
  const { status, index, sentence, error, rate, count: shown } = player.getSnapshot();
  expect(shown).toBe(count);
  expect(index).toBeGreaterThanOrEqual(0);
  expect(index).toBeLessThan(Math.max(1, count));
  expect(sentence).toBe(book[index]?.sentence ?? '');
  expect(error !== null).toBe(status === 'failed');
  expect(rate).toBeGreaterThanOrEqual(0.5);
  expect(rate).toBeLessThanOrEqual(4);
}

test('whatever is pressed and whatever the voice does, the snapshot tells the truth about the voice', () => {
  fc.assert(
    fc.property(
      books,
      steps,
      fc.array(turns, { maxLength: 12 }),
      fc.boolean(),
      (first, sequence, script, spare) => {
        const clock = createFakeClock();
        const voice = createScriptedVoice({
          clock,
          script: (_u, _s, count) => script[count] ?? { does: 'speak' },
        });
        const fallback = createScriptedVoice({ clock, id: 'recorded' });
        const player = createPlayer({
          voice: createResilientVoice({ voice, clock, ...(spare ? { fallback } : {}) }),
          clock,
          utterances: first,
          settings,
        });
        let book = first;
        for (const step of sequence) {
          const before = player.getSnapshot();
          const notified: unknown[] = [];
          const unsubscribe = player.subscribe(() => notified.push(player.getSnapshot()));
          take(player, step, clock.advance);
          unsubscribe();
          if ('book' in step) book = step.book;
          checkSnapshot(player, book.length, book);
          // Two voices never speak at once, and one of them speaks exactly while the snapshot says so.
          const current = [voice.current, fallback.current].filter((one) => one !== null);
          expect(current.length).toBeLessThanOrEqual(1);
          const { status, sentence } = player.getSnapshot();
          expect(current.length === 1).toBe(status === 'starting' || status === 'speaking');
          if (current[0]) expect(current[0].sentence).toBe(sentence);
          if ('press' in step && step.press === 'stop') expect(isPlaying(player.getSnapshot())).toBe(false);
          if (notified.length === 0) expect(player.getSnapshot()).toBe(before);
        }
        player.stop();
        expect([voice.current, fallback.current]).toEqual([null, null]);
        expect(clock.waiting).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});

test('a book that is left alone is read to its end, each utterance once, in order', () => {
  fc.assert(
    fc.property(books, fc.double({ min: 0.5, max: 4, noNaN: true }), (book, rate) => {
      const clock = createFakeClock();
      const voice = createScriptedVoice({ clock });
      const player = createPlayer({ voice, clock, utterances: book, settings: { rate, voice: null } });
      player.play();
      clock.advance(600_000);
      expect(player.getSnapshot().status).toBe('finished');
      expect(voice.asked.map((asked) => asked.utterance)).toEqual(book);
    }),
  );
});

test('after a stop and a play the same sentence is spoken, from its first piece', () => {
  fc.assert(
    fc.property(books, fc.nat(20_000), (book, wait) => {
      const clock = createFakeClock();
      const voice = createScriptedVoice({ clock });
      const player = createPlayer({ voice, clock, utterances: book, settings });
      player.play();
      clock.advance(wait);
      fc.pre(isPlaying(player.getSnapshot()));
      const { sentence } = player.getSnapshot();
      player.stop();
      expect(player.getSnapshot().sentence).toBe(sentence);
      player.play();
      expect(voice.current).toBe(book.find((one) => one.sentence === sentence));
    }),
  );
});

test('the engine of a device is never given an utterance while another one lives in it', () => {
  const events = fc.constantFrom('start', 'end', 'interrupted', 'network', 'synthesis-failed');
  const sequence = fc.array(
    fc.oneof(
      steps.map((list) => list[0] ?? { wait: 0 }),
      fc.record({ event: events, which: fc.nat(5) }),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(books, sequence, (first, moves) => {
      const clock = createFakeClock();
      const { engine, calls, given, listSilently } = createFakeSynthesis();
      listSilently(nativeVoice('Kyoko', 'ja-JP'), nativeVoice('Otoya', 'ja-JP'));
      const voice: Voice = createDeviceVoice({ synthesis: engine, Utterance: Native, clock });
      const player = createPlayer({
        voice: createResilientVoice({ voice, clock }),
        clock,
        utterances: first,
        settings,
      });
      const over = new Set<unknown>();
      let book = first;
      for (const move of moves) {
        if ('event' in move) {
          const native = given.at(-1 - move.which);
          if (native === undefined) continue;
          if (move.event === 'start') native.onstart?.();
          else {
            over.add(native);
            if (move.event === 'end') native.onend?.();
            else native.onerror?.({ error: move.event });
          }
        } else {
          take(player, move, clock.advance);
          if ('book' in move) book = move.book;
        }
        checkSnapshot(player, book.length, book);
      }
      // Replays the calls: between two utterances there is a cancel, or the first was over.
      let living: unknown = null;
      let handed = 0;
      for (const call of calls) {
        if (call.startsWith('speak')) {
          expect(living === null || over.has(living)).toBe(true);
          living = given[handed++];
        } else if (call === 'cancel') living = null;
      }
      player.stop();
      expect(calls.at(-1)).toBe('cancel');
      const spoken = given.length;
      clock.advance(60_000);
      expect(given).toHaveLength(spoken);
    }),
    { numRuns: 300 },
  );
});
