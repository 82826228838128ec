/**
 * An audio element for tests, after the HTML standard's section on media elements: it plays nothing, on a clock that the test
 * moves, and fails as it is told. Events come as tasks of their own, and what `load()` throws away never comes.
 * Longer than other files: one machine, whose parts all move each other.
 */
import type { Seconds } from '../../../../src/book/book.ts';
import type { Clock, TimerHandle } from '../../../../src/narration/clock.ts';
import type { SoundElement } from '../../../../src/platform/audio/sound-element.ts';

/** A file as the network has it. */
export interface FakeFile {
  /** What its head says. */
  readonly duration: Seconds;
  /** Where its sound breaks off, the duration with it. */
  readonly ends?: Seconds;
  /** Where no more data comes. */
  readonly stallsAt?: Seconds;
  /** Where it can't be decoded. */
  readonly breaksAt?: Seconds;
}

export interface FakeElementOptions {
  readonly clock: Clock;
  /** By address; what isn't there is a 404. */
  readonly files: Readonly<Record<string, FakeFile>>;
  /** From `load()` to the metadata, in milliseconds. */
  readonly metadataDelay?: number;
  /** From the metadata to the first data, in milliseconds. */
  readonly dataDelay?: number;
  /** How long a seek takes, in milliseconds. */
  readonly seekDelay?: number;
}

export interface FakeElement extends SoundElement {
  /** What becomes of `play()`: it may be forbidden, or begin without ever saying so. */
  playing: 'allowed' | 'forbidden' | 'unanswered';
  /** True while sound comes out. */
  readonly sounding: boolean;
  /** What came out: unbroken stretches of files. */
  readonly heard: readonly { readonly src: string; readonly from: Seconds; readonly to: Seconds }[];
  /** How many listeners there are. */
  readonly listening: number;
  /** As the system does when a call comes. */
  pauseFromOutside(): void;
}

/** As Chromium tells of the time. */
const TIME_UPDATE = 250;

export function createFakeElement(options: FakeElementOptions): FakeElement {
  const { clock, files, metadataDelay = 5, dataDelay = 5, seekDelay = 5 } = options;
  const listeners = new Map<string, Set<() => void>>();
  const tasks = new Set<TimerHandle>();
  const heard: { src: string; from: Seconds; to: Seconds }[] = [];
  let pending: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  let src = '';
  let file: FakeFile | null = null;
  let duration = Number.NaN;
  let readyState = 0;
  let paused = true;
  let seeking = false;
  let error: { readonly code: number } | null = null;
  let position = 0;
  let rate = 1;
  let defaultRate = 1;
  let since = clock.now();
  let isMoving = false;
  let next: TimerHandle | null = null;
  let seek: TimerHandle | null = null;
  let playing: FakeElement['playing'] = 'allowed';

  const later = (act: () => void, delay = 0): TimerHandle => {
    const handle = clock.setTimeout(() => {
      tasks.delete(handle);
      act();
    }, delay);
    tasks.add(handle);
    return handle;
  };
  const fire = (type: string): void => {
    for (const listener of [...(listeners.get(type) ?? [])]) listener();
  };
  const queue = (...types: string[]): void => {
    later(() => types.forEach(fire));
  };
  const settle = (name: string | null): void => {
    const settled = pending;
    pending = [];
    for (const { resolve, reject } of settled) {
      if (name === null) resolve();
      else reject(new DOMException(name, name));
    }
  };
  const end = (): Seconds => file?.ends ?? duration;
  const isEnded = (): boolean => readyState >= 1 && !seeking && position >= duration;
  /** The nearest place ahead at which something happens of itself. */
  const limit = (): Seconds => Math.min(end(), file?.stallsAt ?? Infinity, file?.breaksAt ?? Infinity);

  /** Takes in the time that has gone by. */
  const sync = (): void => {
    const now = clock.now();
    if (isMoving) {
      const to = Math.min(limit(), position + ((now - since) / 1000) * rate);
      const last = heard.at(-1);
      if (last?.src === src && last.to === position) last.to = to;
      else heard.push({ src, from: position, to });
      position = to;
    }
    since = now;
  };
  /** Begins or ceases to move, as things stand. */
  const settleMotion = (): void => {
    sync();
    isMoving = !paused && !seeking && readyState >= 3 && error === null && !isEnded();
    if (next !== null) clock.clearTimeout(next);
    next = null;
    if (!isMoving) return;
    const rest = ((limit() - position) / rate) * 1000;
    next = clock.setTimeout(
      () => {
        next = null;
        sync();
        if (position >= limit() - 1e-9) arrive();
        else fire('timeupdate');
        settleMotion();
      },
      Math.max(0, Math.min(TIME_UPDATE, rest)),
    );
  };
  const arrive = (): void => {
    position = limit();
    if (file?.breaksAt === position) {
      error = { code: 3 };
      queue('error');
    } else if (file?.stallsAt === position) {
      readyState = 2;
      queue('waiting');
    } else {
      duration = position;
      later(() => {
        fire('timeupdate');
        if (isEnded() && !paused) {
          paused = true;
          fire('pause');
          settle('AbortError');
        }
        fire('ended');
      });
    }
  };
  const begin = (): void => {
    if (paused || readyState < 3) return;
    later(() => {
      fire('playing');
      if (playing !== 'unanswered') settle(null);
    });
    settleMotion();
  };
  const load = (): void => {
    sync();
    isMoving = false;
    for (const task of tasks) clock.clearTimeout(task);
    tasks.clear();
    seek = null;
    settle('AbortError');
    paused = true;
    seeking = false;
    readyState = 0;
    error = null;
    file = null;
    duration = Number.NaN;
    position = 0;
    rate = defaultRate;
    settleMotion();
    if (src === '') return;
    later(() => {
      file = files[src] ?? null;
      if (file === null) {
        error = { code: 4 };
        later(() => {
          fire('error');
          settle('NotSupportedError');
        });
        return;
      }
      duration = file.duration;
      readyState = 1;
      fire('durationchange');
      fire('loadedmetadata');
      if (!seeking) arriveAtData(dataDelay);
    }, metadataDelay);
  };
  const arriveAtData = (delay: number): void => {
    seek = later(() => {
      sync();
      const wasSeeking = seeking;
      seeking = false;
      seek = null;
      readyState = 4;
      if (wasSeeking) queue('timeupdate', 'seeked');
      queue('canplay');
      begin();
    }, delay);
  };
  const seekTo = (time: Seconds): void => {
    sync();
    if (seek !== null) {
      clock.clearTimeout(seek);
      tasks.delete(seek);
    }
    position = Math.min(Math.max(0, time), duration);
    seeking = true;
    const delay = readyState > 1 ? seekDelay : Math.max(seekDelay, dataDelay);
    readyState = 1;
    settleMotion();
    queue('seeking');
    arriveAtData(delay);
  };
  const pause = (): void => {
    if (paused) return;
    sync();
    paused = true;
    settleMotion();
    later(() => {
      fire('timeupdate');
      fire('pause');
    });
    const rejected = pending;
    pending = [];
    later(() => {
      for (const { reject } of rejected) reject(new DOMException('AbortError', 'AbortError'));
    });
  };
  /** A promise that is settled by a task, so that a test needs to wait for nothing but the clock. */
  const promise = (
    start: (resolve: () => void, reject: (reason: unknown) => void) => void,
  ): Promise<void> => {
    const told: { done: () => void; failed: (reason: unknown) => void }[] = [];
    start(
      () => {
        for (const { done } of told) done();
      },
      (reason) => {
        for (const { failed } of told) failed(reason);
      },
    );
    const then = (done: () => void, failed: (reason: unknown) => void): void => {
      told.push({ done, failed });
    };
    return { then } as unknown as Promise<void>;
  };

  const element = {
    get playing() {
      return playing;
    },
    set playing(value) {
      playing = value;
    },
    get sounding() {
      return isMoving;
    },
    get heard() {
      sync();
      return heard;
    },
    get listening() {
      return [...listeners.values()].reduce((sum, set) => sum + set.size, 0);
    },
    pauseFromOutside: pause,
    get src() {
      return src;
    },
    set src(value) {
      sync();
      isMoving = false;
      src = value;
      load();
    },
    get currentTime() {
      sync();
      return position;
    },
    set currentTime(value) {
      if (!Number.isFinite(value)) throw new TypeError('not a time');
      // Before the metadata the standard keeps it as the place to begin at; some browsers forget it.
      if (readyState >= 1) seekTo(value);
    },
    get duration() {
      return duration;
    },
    get paused() {
      return paused;
    },
    get ended() {
      sync();
      return isEnded();
    },
    get seeking() {
      return seeking;
    },
    get readyState() {
      return readyState;
    },
    get error() {
      return error as MediaError | null;
    },
    get playbackRate() {
      return rate;
    },
    set playbackRate(value) {
      sync();
      rate = value;
      settleMotion();
      queue('ratechange');
    },
    get defaultPlaybackRate() {
      return defaultRate;
    },
    set defaultPlaybackRate(value) {
      defaultRate = value;
      queue('ratechange');
    },
    preservesPitch: true,
    volume: 1,
    load,
    pause,
    play: () => {
      sync();
      const refusal =
        playing === 'forbidden' ? 'NotAllowedError' : error?.code === 4 ? 'NotSupportedError' : null;
      if (refusal !== null) {
        return promise((_resolve, reject) => {
          later(() => reject(new DOMException(refusal, refusal)));
        });
      }
      const wasPaused = paused;
      if (isEnded()) seekTo(0);
      paused = false;
      if (wasPaused) queue('play');
      return promise((resolve, reject) => {
        pending.push({ resolve, reject });
        begin();
      });
    },
    addEventListener: (type: string, listener: () => void) => {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    },
    removeEventListener: (type: string, listener: () => void) => {
      listeners.get(type)?.delete(listener);
    },
  };
  return element as unknown as FakeElement;
}
