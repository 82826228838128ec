/** The narrator's state machine: what is said now, what comes next, and what each press does about it. */
import type { Utf16Offset } from '../book/book.ts';
import { createStore } from '../book/store.ts';
import type { TimerHandle } from './clock.ts';
import { clampRate, pauseSeconds } from './estimate.ts';
import { habitOf, NO_HABITS } from './habits.ts';
import {
  carriedIndex,
  indexOfSentence,
  isSame,
  nextStart,
  previousStart,
  sentenceEnd,
  sentenceStart,
} from './itinerary.ts';
import { createMarks } from './marks.ts';
import {
  isPlaying,
  isSameSnapshot,
  type Player,
  type PlayerOptions,
  type PlayerSnapshot,
  type PlayerStatus,
  snapshotAt,
} from './player.ts';
import { type Spot, spokenFrom } from './spoken-from.ts';
import { spokenRange } from './spoken-range.ts';
import type { Utterance, VoiceError, VoiceSettings } from './voice.ts';
import { isSameSettings } from './voice-settings.ts';

/** Slider moves within this time, in milliseconds, restart the sentence once. */
const SETTINGS_DELAY = 300;

/** A message that is being said, and what it interrupted. */
interface Telling {
  /** Told to who asked for it; true where it was said to its end. */
  readonly resolve: (said: boolean) => void;
  readonly before: PlayerStatus;
  readonly error: VoiceError | null;
  /** What would have come after the silence that it fell into. */
  readonly follow: (() => void) | null;
}

/** A player at `start`, or at the beginning where that is not spoken. It stops its voice but never disposes of it. */
export function createPlayer(options: PlayerOptions): Player {
  const { clock, voice } = options;
  const marks = createMarks();
  let utterances = options.utterances;
  let settings: VoiceSettings = { ...options.settings, rate: clampRate(options.settings.rate) };
  // Every move takes a new token, so that a move overtaken by a listener's press ends there.
  let generation = 0;
  let pause: TimerHandle | null = null;
  let restart: TimerHandle | null = null;
  let disposed = false;
  let habits = options.habits ?? NO_HABITS;
  /** How often the sentence has been said in a row, and when its voice began this time. */
  let round = { said: 0, begun: 0 };
  /** What is said after the silence between two sentences. */
  let after: (() => void) | null = null;
  /** Where in the present sentence speech would go on; once a voice speaks, the voice knows it. */
  let spot: Spot = options.startSpot ?? {};
  let telling: Telling | null = null;

  const place = (status: PlayerStatus, index: number, error: VoiceError | null = null): PlayerSnapshot =>
    snapshotAt(utterances, index, { status, error, rate: settings.rate });
  const startIndex = (): number =>
    options.start === undefined ? 0 : Math.max(0, indexOfSentence(utterances, options.start));
  const store = createStore(place('idle', startIndex()));
  const now = store.getSnapshot;
  /** What the book does, or did before a message. */
  const doing = (): PlayerStatus => telling?.before ?? now().status;
  const reading = (): boolean => isPlaying({ status: doing() });
  const here = (): number => sentenceStart(utterances, now().index);

  const show = (next: PlayerSnapshot): void => {
    if (!isSameSnapshot(now(), next)) store.set(next);
    if (next.sentence !== '') marks.mark(next.sentence, null);
  };
  const supersede = (): number => {
    if (pause !== null) clock.clearTimeout(pause);
    if (restart !== null) clock.clearTimeout(restart);
    pause = null;
    restart = null;
    after = null;
    const ended = telling;
    telling = null;
    ended?.resolve(false);
    return ++generation;
  };
  const halt = (status: PlayerStatus, index: number, error: VoiceError | null = null): void => {
    supersede();
    // The voice is another player's by now.
    if (!disposed) voice.stop();
    show(place(status, index, error));
  };

  /** `again` where it goes on with the same saying of the sentence, or says it once more of as often as is wished. */
  const speakAt = (index: number, from: Spot = {}, again = false): void => {
    if (disposed) return;
    const utterance = utterances[index];
    spot = from;
    if (utterance === undefined) {
      halt('finished', here());
      return;
    }
    const token = supersede();
    if (index === sentenceStart(utterances, index)) {
      round = { said: again ? round.said : 0, begun: clock.now() };
    }
    show(place('starting', index));
    // A listener may have pressed something meanwhile.
    if (token !== generation) return;
    const said = spokenFrom(utterance, from);
    const isFirst = index === here();
    const present = (): boolean => token === generation;
    voice.speak(said, settings, {
      onStart: () => {
        if (!present()) return;
        spot = {};
        if (isFirst) round = { ...round, begun: clock.now() };
        show(place('speaking', now().index));
      },
      onBoundary: (offset, length) => {
        if (present()) marks.mark(said.sentence, spokenRange(said, offset, length));
      },
      onWord: (range) => {
        if (present()) marks.mark(said.sentence, range);
      },
      onEnd: (kept = false) => {
        if (present()) goOn(utterance, kept);
      },
      onError: (error) => {
        if (present()) halt('failed', here(), error);
      },
    });
  };
  const goOn = (said: Utterance, kept: boolean): void => {
    const { index } = now();
    const isLast = index === sentenceEnd(utterances, index);
    const habit = isLast ? habitOf(habits, round.said + 1, clock.now() - round.begun) : null;
    const isOver = index + 1 >= utterances.length && habit?.again !== true;
    const own = kept ? 0 : pauseSeconds(said, settings.rate) * 1000;
    const delay = isOver ? 0 : own + (habit?.silence ?? 0);
    const follow = (): void => {
      const again = habit?.again === true;
      if (again) round = { ...round, said: round.said + 1 };
      speakAt(again ? here() : now().index + 1, {}, again);
    };
    if (delay === 0) follow();
    else {
      // Not a stop: what a recording keeps of its place is for going on without a gap.
      supersede();
      after = follow;
      pause = clock.setTimeout(follow, delay);
      show(place('pausing-between', index));
    }
  };
  /** What is known of the present sentence holds for no other. */
  const leave = (): void => {
    spot = {};
    round = { said: 0, begun: 0 };
  };
  const move = (index: number, to: Spot = {}): void => {
    if (reading()) speakAt(index, to);
    else {
      const isIdle = doing() === 'idle';
      leave();
      spot = to;
      halt(isIdle ? 'idle' : 'stopped', index);
    }
  };
  /** From where speech was left. */
  const resume = (): void => {
    if (telling?.follow != null) telling.follow();
    else if (doing() === 'finished') speakAt(0);
    else speakAt(here(), spot, true);
  };
  /** Keeps the second at which the voice is, if it knows. */
  const keepSpot = (): void => {
    const at = voice.place?.() ?? null;
    if (at !== null && at.sentence === now().sentence) spot = { seconds: at.seconds };
  };

  const player: Player = {
    getSnapshot: now,
    subscribe: store.subscribe,
    play: (from) => {
      const asked = from === undefined ? -1 : indexOfSentence(utterances, from);
      if (asked !== -1) speakAt(asked);
      else if (telling !== null || !isPlaying(now())) resume();
    },
    stop: () => {
      const before = doing();
      if (now().status === 'speaking') keepSpot();
      halt(reading() || before === 'failed' ? 'stopped' : before, here());
    },
    toggle: () => {
      if (isPlaying(now())) player.stop();
      else player.play();
    },
    next: () => {
      const index = nextStart(utterances, now().index);
      if (index !== -1) move(index);
      else {
        leave();
        halt('finished', here());
      }
    },
    previous: () => move(previousStart(utterances, now().index)),
    repeat: () => speakAt(here()),
    seek: (sentence, to) => {
      const index = indexOfSentence(utterances, sentence);
      if (index !== -1) move(index, to);
    },
    spot: () => {
      const { sentence, status } = now();
      const at = status === 'speaking' ? (voice.place?.() ?? null) : null;
      const word = marks.word(sentence)?.start;
      const seconds = at?.sentence === sentence ? at.seconds : (spot.seconds ?? null);
      return { sentence, offset: word ?? spot.offset ?? null, seconds };
    },
    say: (text, language) => {
      if (disposed) return Promise.resolve(false);
      if (now().status === 'speaking') keepSpot();
      const held = telling ?? { before: now().status, error: now().error, follow: after };
      const token = supersede();
      voice.stop();
      return new Promise((resolve) => {
        telling = { ...held, resolve };
        show(place('telling', now().index));
        if (token !== generation) return;
        const end = (said: boolean) => (): void => {
          if (token !== generation) return;
          resolve(said);
          if (reading()) resume();
          else halt(doing(), now().index, telling?.error);
        };
        const message = { sentence: '', text, map: (offset: Utf16Offset) => offset, pauseAfter: 0, language };
        const nothing = (): void => {};
        voice.speak(message, settings, {
          onStart: nothing,
          onBoundary: nothing,
          onWord: nothing,
          onEnd: end(true),
          onError: end(false),
        });
      });
    },
    setHabits: (next) => {
      habits = next;
    },
    setSettings: (partial) => {
      const next = { ...settings, ...partial, rate: clampRate(partial.rate ?? settings.rate) };
      const changed = !isSameSettings(settings, next);
      const isLouder = (next.volume ?? 1) !== (settings.volume ?? 1);
      settings = next;
      const { status, index, error } = now();
      // Speech in one's own voice takes it over as it goes. A device's says the sentence anew, but never for its volume.
      const taken = (changed || isLouder) && (voice.adjust?.(next) ?? false);
      if (changed && !taken && (status === 'starting' || status === 'speaking')) {
        if (restart !== null) clock.clearTimeout(restart);
        restart = clock.setTimeout(() => speakAt(here(), spot, true), SETTINGS_DELAY);
      }
      if (next.rate !== now().rate) store.set(place(status, index, error));
    },
    replaceUtterances: (next) => {
      const { status, index, error, sentence } = now();
      const before = utterances;
      const at = before.length === 0 ? null : carriedIndex(before, index, next);
      utterances = next;
      const to = at ?? startIndex();
      const stays = utterances[to]?.sentence === sentence;
      if (!stays && at !== null) leave();
      // Where nothing has been marked yet, other words for the same sentence are no reason to.
      if (marks.isEmpty() && stays) store.set(place(status, to, error));
      else if (isSame(utterances[to], before[index])) show(place(status, to, error));
      else if (next.length === 0) halt('idle', 0);
      // A message is said to its end; what the book does then is done at the new place.
      else if (telling !== null) {
        const was = reading() || telling.before === 'idle' ? telling.before : 'stopped';
        if (!stays) telling = { ...telling, before: was, error: null, follow: null };
        show(place(status, telling.follow === null ? to : sentenceEnd(utterances, to)));
      }
      // Between two sentences the one that was said is not said again for a change in it.
      else if (status === 'pausing-between' && stays && after !== null)
        show(place(status, sentenceEnd(utterances, to)));
      else if (reading()) speakAt(to, {}, stays);
      else halt(stays || status === 'idle' ? status : 'stopped', to, stays ? error : null);
    },
    onMark: marks.listen,
    dispose: () => {
      player.stop();
      disposed = true;
      marks.clear();
    },
  };
  return player;
}
