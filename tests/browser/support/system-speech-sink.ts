/**
 * A sound card that nobody hears: PulseAudio with one null sink, recorded from its first moment on. Times are milliseconds
 * since the epoch, as `Date.now()` has them in the page too.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { output, type Running, start, until } from './system-speech-processes.ts';

/** Something that plays: one program's sound from its beginning to its end. */
export interface PlayedStream {
  readonly id: string;
  readonly from: number;
  /** `null` while it plays. */
  readonly to: number | null;
}

export interface SoundStretch {
  readonly from: number;
  readonly to: number;
}

export interface Sink {
  /** What programs that play find it by. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that has played, in the order in which it began. */
  streams(): readonly PlayedStream[];
  /** The pairs of streams that began after `since` and played at the same time. */
  overlaps(since: number): readonly (readonly [PlayedStream, PlayedStream])[];
  /** The loudness (root mean square) in decibels below full scale; minus infinity in silence. */
  level(from: number, to: number): number;
  /** When sound is first heard at or after `time`; `null` where there is none yet. */
  soundSince(time: number): number | null;
  /** What is heard between the two times: stretches of sound with at least {@link GAP} of silence between them. */
  stretches(from: number, to: number): readonly SoundStretch[];
  /** When sound was last heard, up to now; minus infinity before the first. */
  lastSound(): number;
  /** Waits until everything up to `time` has been recorded. */
  recordedUntil(time: number): Promise<void>;
  stop(): Promise<void>;
}

const SINK = 'tests';
/** Samples a second; enough to tell sound from silence. */
const RATE = 16_000;
/** The loudness of one of these windows decides whether there is sound, in samples and in decibels. */
const WINDOW = RATE / 100;
const WINDOW_TIME = (WINDOW / RATE) * 1000;
export const AUDIBLE = -50;
/** Silence within a sentence is shorter, in milliseconds. */
export const GAP = 250;

const READY_LIMIT = 10_000;

/** Seconds; all the browser's tests together take less. */
const LONGEST_RUN = 1200;

/** `folder` is for its files; nothing there is in use after `stop`. */
export async function startSink(folder: string): Promise<Sink> {
  const socket = join(folder, 'pulse.sock');
  const script = join(folder, 'pulse.pa');
  writeFileSync(
    script,
    `load-module module-native-protocol-unix auth-anonymous=1 socket=${socket}\nload-module module-null-sink sink_name=${SINK}\n`,
  );
  // Its own places, so that it meddles with nobody's sound; in English, because its events are read.
  const own = { HOME: folder, XDG_RUNTIME_DIR: folder, XDG_CONFIG_HOME: folder, LC_ALL: 'C.UTF-8' };
  const env = { PULSE_SERVER: `unix:${socket}`, PULSE_RUNTIME_PATH: folder };
  const started: Running[] = [];
  const stop = async (): Promise<void> => {
    for (const running of started.splice(0).reverse()) await running.stop();
  };
  try {
    // Should nobody be left to stop it, it ends by itself.
    const args = ['-n', '-F', script, '--daemonize=no', '--exit-idle-time=20', '--use-pid-file=no'];
    const server = await start('pulseaudio', args, { env: { ...own, PULSE_RUNTIME_PATH: folder } });
    started.push(server);
    await until('pulseaudio answers', READY_LIMIT, async () => {
      if (!server.isRunning()) throw new Error(`pulseaudio ended: ${server.complaints()}`);
      return (await output('pactl', ['info'], { ...own, ...env })).code === 0;
    });
    const recording = createRecording();
    const streams = createStreams();
    const client = { ...own, ...env };
    // It would wait for ever, and the server for it.
    const told = [String(LONGEST_RUN), 'pactl', 'subscribe'];
    started.push(await start('timeout', told, { env: client, onOutput: streams.read }));
    const format = ['--raw', '--format=s16le', `--rate=${RATE}`, '--channels=1'];
    const quick = ['--latency-msec=20', '--process-time-msec=10'];
    const device = `--device=${SINK}.monitor`;
    started.push(
      await start('parec', [device, ...format, ...quick], { env: client, onOutput: recording.write }),
    );
    await until('the null sink is recorded', READY_LIMIT, () => recording.end() > 0);
    return {
      env,
      streams: streams.all,
      overlaps: (since) => overlapsOf(streams.all().filter(({ from }) => from >= since)),
      ...recording.asked,
      recordedUntil: (time) =>
        until('the recording goes on', READY_LIMIT, () => recording.end() >= time).then(() => {}),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What `pactl subscribe` tells of beginning and ending streams. */
function createStreams() {
  const streams = new Map<string, PlayedStream>();
  let rest = '';
  return {
    all: (): readonly PlayedStream[] => [...streams.values()],
    read: (piece: Buffer): void => {
      const lines = (rest + piece.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, event, id = ''] = /^Event '(new|remove)' on sink-input #(\d+)/u.exec(line) ?? [];
        const known = streams.get(id);
        if (event === 'new') streams.set(id, { id, from: Date.now(), to: null });
        if (event === 'remove' && known !== undefined) streams.set(id, { ...known, to: Date.now() });
      }
    },
  };
}

function overlapsOf(streams: readonly PlayedStream[]): readonly (readonly [PlayedStream, PlayedStream])[] {
  return streams.flatMap((one, index) =>
    streams
      .slice(index + 1)
      .filter((other) => other.from < (one.to ?? Number.POSITIVE_INFINITY))
      .map((other) => [one, other] as const),
  );
}

function createRecording() {
  /** The loudness of each window, as the mean of the squares. */
  const windows: number[] = [];
  let rest = Buffer.alloc(0);
  // When the first sample was heard. Pieces may come late and never early, so the earliest guess is the nearest.
  let begin = Number.POSITIVE_INFINITY;

  const timeOf = (index: number): number => begin + index * WINDOW_TIME;
  const indexOf = (time: number): number =>
    Math.min(windows.length, Math.max(0, Math.floor((time - begin) / WINDOW_TIME)));
  const sounds = (index: number): boolean => 10 * Math.log10(windows[index] ?? 0) > AUDIBLE;
  const end = (): number => (windows.length === 0 ? 0 : timeOf(windows.length));

  return {
    end,
    write: (piece: Buffer): void => {
      const now = Date.now();
      rest = Buffer.concat([rest, piece]);
      const size = WINDOW * 2;
      while (rest.length >= size) {
        let sum = 0;
        for (let at = 0; at < size; at += 2) sum += (rest.readInt16LE(at) / 32768) ** 2;
        windows.push(sum / WINDOW);
        rest = rest.subarray(size);
      }
      begin = Math.min(begin, now - (windows.length * WINDOW_TIME + (rest.length / 2 / RATE) * 1000));
    },
    asked: {
      level: (from: number, to: number): number => {
        const heard = windows.slice(indexOf(from), indexOf(to));
        return 10 * Math.log10(heard.reduce((sum, one) => sum + one, 0) / Math.max(1, heard.length));
      },
      soundSince: (time: number): number | null => {
        for (let index = indexOf(time); index < windows.length; index++) {
          if (sounds(index)) return timeOf(index);
        }
        return null;
      },
      stretches: (from: number, to: number): readonly SoundStretch[] => {
        const found: SoundStretch[] = [];
        for (let index = indexOf(from); index < indexOf(to); index++) {
          if (!sounds(index)) continue;
          const last = found.at(-1);
          const stretch = { from: timeOf(index), to: timeOf(index + 1) };
          if (last !== undefined && stretch.from - last.to < GAP)
            found[found.length - 1] = { from: last.from, to: stretch.to };
          else found.push(stretch);
        }
        return found;
      },
      lastSound: (): number => {
        for (let index = windows.length - 1; index >= 0; index--) if (sounds(index)) return timeOf(index + 1);
        return Number.NEGATIVE_INFINITY;
      },
    },
  };
}
