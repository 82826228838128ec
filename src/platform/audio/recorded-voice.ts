/** The `Voice` on a book's recording in a real `<audio>` element, which goes on with the screen locked. */
import type { Seconds, SentenceId } from '../../book/book.ts';
import { createStore } from '../../book/store.ts';
import { secondsOf, wordAt } from '../../narration/clip-words.ts';
import type { Clock, TimerHandle } from '../../narration/clock.ts';
import { clampRate } from '../../narration/estimate.ts';
import type { RecordedBook, RecordedClip, RecordedWord } from '../../narration/recorded-book.ts';
import type {
  Voice,
  VoiceAvailability,
  VoiceError,
  VoiceEvents,
  VoiceSettings,
} from '../../narration/voice.ts';
import type { SoundElement } from './sound-element.ts';

export interface RecordedVoiceOptions {
  readonly element: SoundElement;
  readonly book: RecordedBook;
  readonly clock: Clock;
  /** The system has paused the sound: a call came, the headphones were pulled out. */
  readonly onPausedElsewhere?: () => void;
}

export interface RecordedVoice extends Voice {
  readonly has: (sentence: SentenceId) => boolean;
  /** Gets ready, within what the browser loads unasked, to begin at a sentence. Nothing while it speaks. */
  prepare(sentence: SentenceId): void;
}

/** A time that has come this nearly has come: a timer may fire that much early. */
const NEAR: Seconds = 0.004;

/** How far a file's length may be from what the list says. Beyond, its clips are not where they should be. */
const LENGTH_SLACK: Seconds = 0.5;

/** A clip that a file's end cuts off by more than this has not been said. */
const CUT_SLACK: Seconds = 0.3;

/** How long the sound may stand still, in milliseconds, before the voice is given up. */
const STALL_LIMIT = 8000;

/** The same before even the file's head has come; found out before `resilience.ts` would ask again, in vain, after four seconds. */
const NOTHING_LIMIT = 3400;

/** How late a timer may be, in milliseconds, where the page isn't looked at. */
const LATE = 1000;

/** The longest wait for the next look at the time, in milliseconds. */
const LOOK = 250;

const HAVE_METADATA = 1;
const HAVE_FUTURE_DATA = 3;

const EVENTS = ['playing', 'seeked', 'timeupdate', 'ended', 'loadedmetadata', 'ratechange'] as const;

/** A clip that is being said, or is about to be. */
interface Saying {
  readonly clip: RecordedClip;
  readonly events: VoiceEvents;
  /** Where in the file it begins: the clip's begin, or within it. */
  readonly from: Seconds;
  started: boolean;
  /** The next word to tell of. */
  word: number;
  /** The time last seen, when it was looked at, and for how many milliseconds it has been seen to stand still. */
  seen: { at: Seconds; looked: number; still: number };
}

/**
 * Sentences that follow each other in the recording are played without a gap. The element is this voice's alone until
 * `dispose`.
 */
export function createRecordedVoice(options: RecordedVoiceOptions): RecordedVoice {
  const { element, book, clock, onPausedElsewhere } = options;
  const clips = new Map(book.clips.filter(([, , begin, end]) => end > begin).map((clip) => [clip[0], clip]));
  let file: number | null = null;
  let saying: Saying | null = null;
  let timer: TimerHandle | null = null;
  let generation = 0;
  /** The end of the clip that has just been said, while the sound runs on over it. */
  let flowing: Seconds | null = null;
  /** Where playing begins once the file's length is known. */
  let wanted: Seconds | null = null;

  const unwatch = (): void => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
  };
  const halt = (): void => {
    generation++;
    saying = null;
    unwatch();
    if (!element.paused) element.pause();
  };
  const fail = (error: VoiceError): void => {
    const { events } = saying ?? {};
    halt();
    // Opened anew by the next attempt.
    file = null;
    events?.onError(error);
  };
  const seek = (to: Seconds): void => {
    if (element.readyState < HAVE_METADATA) {
      wanted = to;
      return;
    }
    wanted = null;
    // What has ended would begin at the file's start.
    if (element.ended || Math.abs(element.currentTime - to) > NEAR) element.currentTime = to;
  };
  const open = (next: number): void => {
    const { address } = book.files[next] ?? {};
    if (address === undefined || file === next) return;
    file = next;
    element.src = address;
    element.load();
  };

  const finish = (now: Saying): void => {
    const [, , , end] = now.clip;
    const token = ++generation;
    saying = null;
    unwatch();
    flowing = end;
    now.events.onEnd(true);
    flowing = null;
    // Nobody has asked for what comes next: here the silence begins.
    if (token === generation && !element.paused) element.pause();
  };
  const tellWords = (now: Saying, time: Seconds): void => {
    const [, , begin, , words = []] = now.clip;
    let due: RecordedWord | null = null;
    for (let next = words[now.word]; next !== undefined; next = words[now.word]) {
      if (begin + next[2] > time + NEAR) break;
      due = next;
      now.word++;
    }
    if (due !== null) now.events.onWord({ start: due[0], end: due[1] });
  };
  const schedule = (now: Saying, time: Seconds): void => {
    const [, , begin, end, words = []] = now.clip;
    const next = words[now.word];
    const until = Math.min(end, next === undefined ? end : begin + next[2]) - time;
    unwatch();
    timer = clock.setTimeout(look, Math.min(LOOK, Math.max(1, (until / element.playbackRate) * 1000)));
  };
  const isStalled = (now: Saying, time: Seconds): boolean => {
    const looked = clock.now();
    // A device that slept has not waited: between two looks no more counts than timers may be late.
    const still = time === now.seen.at ? now.seen.still + Math.min(looked - now.seen.looked, LATE) : 0;
    now.seen = { at: time, looked, still };
    return still > (element.readyState < HAVE_METADATA ? NOTHING_LIMIT : STALL_LIMIT);
  };

  /** Looks at the time: tells what has come, ends what is over, and waits for the next. */
  function look(): void {
    const now = saying;
    if (wanted !== null) seek(wanted);
    if (now === null) return;
    const time = element.currentTime;
    const [, at, , end] = now.clip;
    if (element.readyState >= HAVE_METADATA && isWrongLength(at)) {
      fail({ code: 'synthesis-failed', detail: 'wrong-length' });
      return;
    }
    if (isStalled(now, time)) {
      fail({ code: 'network' });
      return;
    }
    const isRunning =
      wanted === null &&
      !element.seeking &&
      (element.ended || (!element.paused && element.readyState >= HAVE_FUTURE_DATA));
    if (!isRunning) {
      unwatch();
      timer = clock.setTimeout(look, LOOK);
      return;
    }
    const token = generation;
    if (!now.started) {
      now.started = true;
      now.events.onStart();
      if (token !== generation) return;
    }
    if (element.ended && time < end - CUT_SLACK) {
      fail({ code: 'synthesis-failed', detail: 'truncated' });
      return;
    }
    tellWords(now, time);
    if (token !== generation) return;
    if (element.ended || time >= end - NEAR) finish(now);
    else schedule(now, time);
  }
  const isWrongLength = (at: number): boolean => {
    const { duration } = book.files[at] ?? { duration: 0 };
    return Number.isFinite(element.duration) && Math.abs(element.duration - duration) > LENGTH_SLACK;
  };
  const onError = (): void => {
    // Without a network a file that isn't on the device looks like one that can't be played.
    const isRemote = element.error === null || element.error.code !== 3;
    if (saying !== null)
      fail(isRemote ? { code: 'network' } : { code: 'synthesis-failed', detail: 'damaged' });
    else file = null;
  };
  const onPause = (): void => {
    if (saying === null || !element.paused || element.ended) return;
    onPausedElsewhere?.();
  };
  for (const type of EVENTS) element.addEventListener(type, look);
  element.addEventListener('error', onError);
  element.addEventListener('pause', onPause);

  const take = (settings: VoiceSettings): void => {
    const rate = clampRate(settings.rate);
    element.preservesPitch = true;
    element.defaultPlaybackRate = rate;
    if (element.playbackRate !== rate) element.playbackRate = rate;
    const volume = Math.min(1, Math.max(0, settings.volume ?? 1));
    if (element.volume !== volume) element.volume = volume;
  };

  return {
    id: 'recorded',
    availability: createStore<VoiceAvailability>({ state: 'ready', voices: [] }),
    has: (sentence) => clips.has(sentence),
    prepare: (sentence) => {
      const clip = clips.get(sentence);
      if (clip === undefined || saying !== null) return;
      open(clip[1]);
      seek(clip[2]);
    },
    // Loading within a press is what lets the element play outside of one later.
    prime: () => {
      if (saying === null && file === null) element.load();
    },
    speak: (utterance, settings, events) => {
      const token = ++generation;
      unwatch();
      const clip = clips.get(utterance.sentence);
      if (clip === undefined) {
        halt();
        events.onError({ code: 'unavailable' });
        return;
      }
      const [, next, begin, end] = clip;
      const within = utterance.seconds ?? secondsOf(clip, utterance.start ?? 0);
      const from = Math.min(Math.max(begin, begin + within), Math.max(begin, end - 0.1));
      const follows = flowing !== null && Math.abs(from - flowing) <= NEAR;
      const flows = next === file && follows && !element.paused && !element.ended;
      flowing = null;
      saying = {
        clip,
        events,
        from,
        started: false,
        word: wordAt(clip, from + NEAR),
        seen: { at: -1, looked: clock.now(), still: 0 },
      };
      open(next);
      take(settings);
      if (flows) {
        look();
        return;
      }
      seek(from);
      element.play().then(
        () => {
          if (token === generation) look();
        },
        (error: unknown) => {
          if (token !== generation || !(error instanceof DOMException)) return;
          if (error.name === 'NotAllowedError') fail({ code: 'not-allowed' });
          else if (error.name !== 'AbortError') onError();
        },
      );
      timer = clock.setTimeout(look, LOOK);
    },
    stop: halt,
    adjust: (settings) => {
      take(settings);
      return true;
    },
    place: () => {
      if (saying === null) return null;
      const [sentence, , begin, end] = saying.clip;
      const isThere = wanted === null && !element.seeking && saying.started;
      const time = isThere ? element.currentTime : saying.from;
      return { sentence, seconds: Math.min(Math.max(time, begin), end) - begin };
    },
    dispose: () => {
      halt();
      for (const type of EVENTS) element.removeEventListener(type, look);
      element.removeEventListener('error', onError);
      element.removeEventListener('pause', onPause);
    },
  };
}
