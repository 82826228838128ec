// Longer than other tests: one world of presses and failures, for scripted voices and for the recorded voice alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlayer } from '../../src/narration/create-player.ts';
import {
  createNarrator,
  type Narrator,
  type RecordedAs,
  type Recording,
} from '../../src/narration/narrator.ts';
import { isPlaying, type Player, type PlayerSnapshot } from '../../src/narration/player.ts';
import type { RecordedClip } from '../../src/narration/recorded-book.ts';
import type { Utterance, Voice } from '../../src/narration/voice.ts';
import { createRecordedVoice } from '../../src/platform/audio/recorded-voice.ts';
import { createFakeClock, type FakeClock } from '../unit/narration/fake-clock.ts';
import { pressOn } from '../unit/narration/presses.ts';
import { utterance } from '../unit/narration/samples.ts';
import { createScriptedVoice, type ScriptedTurn } from '../unit/narration/scripted-voice.ts';
import { createFakeElement, type FakeFile } from '../unit/platform/audio/fake-element.ts';
import { recordings } from '../unit/platform/audio/recordings.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const book: readonly Utterance[] = ids.map((id) => utterance(id, `あいうえお${id}。`));

const failing: readonly ScriptedTurn[] = [
  { does: 'stay-silent' },
  { does: 'never-end' },
  { does: 'fail', error: { code: 'network' } },
  { does: 'fail', error: { code: 'no-voice' } },
  { does: 'fail', error: { code: 'synthesis-failed', detail: '' }, started: true },
];
const turns = fc.array(
  fc.constantFrom<ScriptedTurn[]>(
    { does: 'speak' },
    { does: 'speak', boundaries: true },
    { does: 'fail', error: { code: 'not-allowed' } },
    ...failing,
  ),
  { maxLength: 12 },
);
const known = fc.array(fc.constantFrom<RecordedAs[]>('same', 'same', 'otherwise', 'not'), {
  minLength: ids.length,
  maxLength: ids.length,
});
const habits = fc.record({
  sentencePause: fc.constantFrom(0, 0, 1),
  times: fc.constantFrom(1, 1, 2, 3),
  echo: fc.constantFrom(0, 0, 1.5),
});

type There = 'none' | 'loading' | 'missing' | 'ready';
type Step =
  | { readonly press: string }
  | { readonly seek: string; readonly offset?: number; readonly seconds?: number }
  | { readonly say: string }
  | { readonly choose: 'recorded' | 'device' }
  | { readonly recording: There }
  | { readonly settings: { readonly rate?: number; readonly volume?: number } }
  | { readonly habits: { readonly sentencePause: number; readonly times: number; readonly echo: number } }
  | { readonly wait: number }
  | { readonly forgive: true };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        press: fc.constantFrom('play', 'play c', 'stop', 'toggle', 'next', 'previous', 'repeat', 'seek d'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        seek: fc.constantFrom(...ids),
        offset: fc.nat(9),
        seconds: fc.double({ min: 0, max: 3, noNaN: true }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ say: fc.constantFrom('ここです。', 'おわり') }) },
    { weight: 1, arbitrary: fc.record({ choose: fc.constantFrom('recorded', 'device') }) },
    {
      weight: 1,
      arbitrary: fc.record({ recording: fc.constantFrom<There[]>('none', 'loading', 'missing', 'ready') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        settings: fc.record({
          rate: fc.double({ min: 0.5, max: 4, noNaN: true }),
          volume: fc.constantFrom(0.2, 1),
        }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ habits }) },
    { weight: 6, arbitrary: fc.record({ wait: fc.constantFrom(0, 3, 30, 200, 500, 5000, 60_000) }) },
    { weight: 1, arbitrary: fc.constant<Step>({ forgive: true }) },
  ),
  { maxLength: 30 },
);

interface World {
  readonly clock: FakeClock;
  readonly player: Player;
  readonly narrator: Narrator;
  readonly ready: Recording;
}

function take({ clock, player, narrator, ready }: World, step: Step): void {
  if ('press' in step) pressOn(player, step.press);
  else if ('seek' in step) player.seek(step.seek, step);
  else if ('say' in step) void player.say(step.say, 'ja-JP');
  else if ('choose' in step) narrator.choose(step.choose);
  else if ('recording' in step) narrator.setRecording(step.recording === 'ready' ? ready : step.recording);
  else if ('settings' in step) player.setSettings(step.settings);
  else if ('habits' in step) player.setHabits(step.habits);
  else if ('wait' in step) clock.advance(step.wait);
  else narrator.forgive();
}

/** Where the place may be after a step; what isn't told here moves nothing. */
function checkPlace(step: Step, before: PlayerSnapshot, after: PlayerSnapshot, wasReading: boolean): void {
  const [press, target] = 'press' in step ? step.press.split(' ') : ['seek' in step ? 'seek' : '', ''];
  const to = 'seek' in step ? step.seek : target;
  const last = book.length - 1;
  const { index } = before;
  const isOver = before.status === 'finished';
  if (to !== undefined && to !== '') expect(after.sentence).toBe(to);
  else if (press === 'next') expect(after.index).toBe(Math.min(last, index + 1));
  else if (press === 'previous') expect(after.index).toBe(Math.max(0, index - 1));
  else if (press === 'play' || press === 'toggle') expect(after.index).toBe(isOver ? 0 : index);
  else if ('wait' in step && wasReading) expect(after.index).toBeGreaterThanOrEqual(index);
  else expect(after.index).toBe(index);
}

/** Takes the steps, and looks after each whether all is as the snapshot says. */
function live(world: World, sequence: readonly Step[], look: (snapshot: PlayerSnapshot) => void): void {
  const { player } = world;
  /** Whether the listener has asked for the book to be read; what ends or fails ends that too. */
  let reading = false;
  for (const step of sequence) {
    const before = player.getSnapshot();
    take(world, step);
    const after = player.getSnapshot();
    const press = 'press' in step ? step.press : '';
    // A toggle of an ended book begins it anew; during a message over it, it ends the message.
    const isMessage = before.status === 'telling';
    if (!isMessage) checkPlace(step, before, after, isPlaying(before));
    if (/^(play|repeat)/u.test(press)) reading = true;
    else if (press === 'toggle') reading = !isPlaying(before);
    else if (press === 'stop') reading = false;
    if (press === 'stop' || (press === 'toggle' && isPlaying(before))) expect(isPlaying(after)).toBe(false);
    if (!reading) expect(['starting', 'speaking', 'pausing-between']).not.toContain(after.status);
    if (after.status === 'finished' || after.status === 'failed') reading = false;
    expect(after.error !== null).toBe(after.status === 'failed');
    expect(after.sentence).toBe(book[after.index]?.sentence);
    look(after);
  }
}

const hasWord = ({ status }: PlayerSnapshot): boolean =>
  status === 'starting' || status === 'speaking' || status === 'telling';

test('whatever is pressed and whichever voice fails, one voice at most speaks, as the snapshot says and the listener asked', () => {
  fc.assert(
    fc.property(
      steps,
      turns,
      turns,
      known,
      fc.constantFrom<('recorded' | 'device')[]>('recorded', 'device'),
      (sequence, deviceTurns, recordedTurns, knowledge, wanted) => {
        const clock = createFakeClock();
        const scripted = (list: readonly ScriptedTurn[], isRecorded: boolean) =>
          createScriptedVoice({
            clock,
            recorded: isRecorded,
            script: (_u, _s, count) => list[count] ?? { does: 'speak' },
          });
        const device = scripted(deviceTurns, false);
        const recorded = scripted(recordedTurns, true);
        const voices = [device, recorded];
        const narrator = createNarrator({ device, clock, wanted });
        const player = createPlayer({
          voice: narrator,
          clock,
          utterances: book,
          settings: { rate: 1, voice: null },
        });
        const ready: Recording = {
          voice: recorded,
          knows: ({ sentence }) => knowledge[ids.indexOf(sentence)] ?? 'not',
        };
        narrator.setRecording(ready);
        live({ clock, player, narrator, ready }, sequence, (snapshot) => {
          const current = voices.flatMap((voice) => voice.current ?? []);
          expect(current.length).toBeLessThanOrEqual(1);
          if (!hasWord(snapshot)) expect(current).toEqual([]);
          else if (current.length === 0) expect(narrator.state.getSnapshot().recording).toBe('loading');
          if (current[0]) {
            expect(current[0].sentence).toBe(snapshot.status === 'telling' ? '' : snapshot.sentence);
          }
        });
        player.stop();
        expect(voices.map((voice) => voice.current)).toEqual([null, null]);
        expect(clock.waiting).toBe(0);
      },
    ),
    { numRuns: 400 },
  );
});

/** Which sentences were begun, in order. */
function followed(player: Player): readonly string[] {
  const begun: string[] = [];
  player.subscribe(() => {
    const { status, sentence } = player.getSnapshot();
    if (status === 'starting') begun.push(sentence);
  });
  return begun;
}

test('a book left alone is read to its end, each sentence as often as is wished, as long as one voice works', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...failing, { does: 'speak' } as const), { maxLength: 8 }),
      fc.constantFrom<('recorded' | 'device')[]>('recorded', 'device'),
      fc.constantFrom<('recorded' | 'device')[]>('recorded', 'device'),
      fc.constantFrom<There[]>('ready', 'loading', 'missing'),
      habits,
      fc.double({ min: 0.5, max: 4, noNaN: true }),
      (list, works, wanted, there, wished, rate) => {
        const clock = createFakeClock();
        const make = (kind: 'recorded' | 'device'): Voice =>
          createScriptedVoice({
            clock,
            recorded: kind === 'recorded',
            script: (_u, _s, count) => (kind === works ? null : list[count]) ?? { does: 'speak' },
          });
        const narrator = createNarrator({ device: make('device'), clock, wanted });
        const ready: Recording = { voice: make('recorded'), knows: () => 'same' };
        narrator.setRecording(works === 'recorded' || there === 'ready' ? ready : there);
        const player = createPlayer({
          voice: narrator,
          clock,
          utterances: book,
          settings: { rate, voice: null },
          habits: wished,
        });
        const begun = followed(player);
        player.play();
        clock.advance(3_600_000);
        expect(player.getSnapshot().status).toBe('finished');
        expect(begun).toEqual(ids.flatMap((id) => Array<string>(wished.times).fill(id)));
        expect(clock.waiting).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
});

const clips: readonly RecordedClip[] = [
  [
    'a',
    0,
    0,
    1.2,
    [
      [0, 3, 0, 0.5],
      [3, 6, 0.5, 1],
    ],
  ],
  ['b', 0, 1.2, 2],
  ['c', 0, 2, 2.03],
  ['d', 1, 0, 2],
  ['e', 1, 2, 4],
];
const files: fc.Arbitrary<FakeFile | null> = fc.constantFrom<(FakeFile | null)[]>(
  ...[
    { duration: 4 },
    { duration: 4, ends: 1 },
    { duration: 4, stallsAt: 1.5 },
    { duration: 4, breaksAt: 2.5 },
  ],
  ...[{ duration: 9 }, null],
);
const sounds = fc.record({
  one: files,
  two: files,
  metadataDelay: fc.constantFrom(0, 5, 900, 1e9),
  seekDelay: fc.constantFrom(0, 5, 400, 1e9),
  playing: fc.constantFrom<('allowed' | 'forbidden' | 'unanswered')[]>(
    'allowed',
    'allowed',
    'unanswered',
    'forbidden',
  ),
});
type Sound = typeof sounds extends fc.Arbitrary<infer T> ? T : never;

/** The real recorded voice on an element that fails, beside a device's voice that works. */
function soundWorld({ one, two, playing, ...delays }: Sound) {
  const clock = createFakeClock();
  const found = { ...(one && { '/one.mp3': one }), ...(two && { '/two.mp3': two }) };
  const element = createFakeElement({ clock, files: found, ...delays });
  element.playing = playing;
  const device = createScriptedVoice({ clock });
  const narrator = createNarrator({ device, clock, wanted: 'recorded' });
  const player = createPlayer({
    voice: narrator,
    clock,
    utterances: book,
    settings: { rate: 1, voice: null },
  });
  const voice = createRecordedVoice({
    element,
    book: recordings({ '/one.mp3': 4, '/two.mp3': 4 }, clips),
    clock,
    onPausedElsewhere: player.stop,
  });
  const ready: Recording = { voice, knows: ({ sentence }) => (voice.has(sentence) ? 'same' : 'not') };
  narrator.setRecording(ready);
  return { clock, element, device, narrator, player, ready };
}

test('the same holds of a real recording, whatever its sound does; what is marked is what is heard', () => {
  fc.assert(
    fc.property(steps, sounds, (sequence, sound) => {
      const world = soundWorld(sound);
      const { clock, element, device, player } = world;
      live(world, sequence, (snapshot) => {
        expect(element.sounding && device.current !== null).toBe(false);
        if (!hasWord(snapshot)) expect([element.sounding, device.current]).toEqual([false, null]);
        if (snapshot.status === 'speaking' && element.sounding && device.current === null) {
          const clip = clips.find(([id]) => id === snapshot.sentence);
          expect(element.src).toBe(clip?.[1] === 0 ? '/one.mp3' : '/two.mp3');
          expect(element.currentTime).toBeGreaterThan((clip?.[2] ?? 0) - 0.05);
          expect(element.currentTime).toBeLessThan((clip?.[3] ?? 0) + 0.05);
        }
      });
      player.stop();
      expect([element.sounding, device.current]).toEqual([false, null]);
      const heard = element.heard.at(-1)?.to;
      clock.advance(60_000);
      expect([element.sounding, device.current, element.heard.at(-1)?.to]).toEqual([false, null, heard]);
    }),
    { numRuns: 400 },
  );
});

test('a book with a recording left alone is read to its end, each sentence once, whatever its sound does', () => {
  fc.assert(
    fc.property(sounds, (sound) => {
      fc.pre(sound.playing !== 'forbidden');
      const { clock, player, device } = soundWorld(sound);
      const begun = followed(player);
      player.play();
      clock.advance(600_000);
      expect(player.getSnapshot().status).toBe('finished');
      expect(begun).toEqual(ids);
      expect(device.current).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('in a book of ten thousand sentences a press looks at each sentence once at most', () => {
  let looks = 0;
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const one = utterance(`s${index}`);
    return {
      ...one,
      get sentence() {
        looks++;
        return `s${index}`;
      },
    };
  });
  const clock = createFakeClock();
  const player = createPlayer({
    voice: createScriptedVoice({ clock }),
    clock,
    utterances: many,
    settings: { rate: 1, voice: null },
  });
  player.play('s9000');
  for (const press of ['next', 'previous', 'repeat', 'toggle', 'seek s9999', 'play s5000']) {
    looks = 0;
    pressOn(player, press);
    expect(looks).toBeLessThan(press.includes(' ') ? 10_050 : 50);
  }
});
