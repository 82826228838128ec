/** A book's player with its two voices; the recorded one is fetched once the player is there. */
import type { Book, SentenceId } from '../book/book.ts';
import type { Settings } from '../library/settings.ts';
import { createPlayer } from '../narration/create-player.ts';
import type { Habits } from '../narration/habits.ts';
import { createNarrator, type Narrator } from '../narration/narrator.ts';
import { isPlaying, type Player } from '../narration/player.ts';
import type { Spot } from '../narration/spoken-from.ts';
import { spokenSentence } from '../narration/utterances.ts';
import type { Utterance } from '../narration/voice.ts';
import type { SoundElement } from '../platform/audio/sound-element.ts';
import type { OpenedRecording } from './open-recording.ts';
import type { Services } from './services.ts';

interface BeginOptions {
  readonly services: Pick<Services, 'voice' | 'clock' | 'sound'>;
  readonly settings: Settings;
  readonly utterances: readonly Utterance[];
  /** Where to begin; `null` for the beginning. */
  readonly at: { readonly sentence: SentenceId; readonly spot: Spot } | null;
  readonly isRecorded: boolean;
  /** The book as its reader has it read at the time. */
  readonly book: () => Book;
  readonly onRecording: (recording: OpenedRecording) => void;
}

export interface BegunPlayer {
  readonly player: Player;
  readonly narrator: Narrator;
  readonly dispose: () => void;
}

export function beginPlayer(options: BeginOptions): BegunPlayer {
  const { services, settings, utterances, at, isRecorded, book, onRecording } = options;
  const { voice, clock, sound } = services;
  const start = at === null ? null : spokenSentence(book(), utterances, at.sentence);
  const narrator = createNarrator({
    device: voice,
    clock,
    wanted: settings.narrator,
    primeSound: () => sound?.load(),
  });
  const player = forgiving(
    narrator,
    createPlayer({
      voice: narrator,
      clock,
      utterances,
      ...(start !== null && { start }),
      ...(start !== null && start === at?.sentence && { startSpot: at.spot }),
      settings: { rate: settings.rate, voice: settings.voice },
      habits: habitsOf(settings),
    }),
  );
  let disposed = false;
  let opened: OpenedRecording | null = null;
  const open = async (element: SoundElement): Promise<void> => {
    const { openRecording } = await import('./open-recording.ts');
    const onPausedElsewhere = (): void => player.stop();
    opened = await openRecording({ id: book().id, element, clock, book, onPausedElsewhere });
    if (disposed) {
      opened?.voice.dispose();
      return;
    }
    if (opened !== null) onRecording(opened);
    narrator.setRecording(opened ?? 'missing');
    if (!isPlaying(player.getSnapshot())) opened?.voice.prepare(player.getSnapshot().sentence);
  };
  let opening = false;
  const tryToOpen = async (element: SoundElement): Promise<void> => {
    opening = true;
    await open(element).catch(() => narrator.setRecording('missing'));
    opening = false;
  };
  /** The network may be back. Until the recording is there, the device's voice reads on. */
  const openAgain = (): void => {
    const isMissing = narrator.state.getSnapshot().recording === 'missing';
    if (isMissing && !opening && sound !== null) void tryToOpen(sound);
  };
  const onOnline = (): void => {
    narrator.forgive();
    openAgain();
  };
  let wasPlaying = false;
  const forgetPresses = player.subscribe(() => {
    const plays = isPlaying(player.getSnapshot());
    if (plays && !wasPlaying) openAgain();
    wasPlaying = plays;
  });
  if (isRecorded && sound !== null) {
    narrator.setRecording('loading');
    void tryToOpen(sound);
    addEventListener('online', onOnline);
  }
  return {
    player,
    narrator,
    dispose: () => {
      disposed = true;
      removeEventListener('online', onOnline);
      forgetPresses();
      player.dispose();
      narrator.dispose();
      opened?.voice.dispose();
    },
  };
}

/** Whoever asks for speech anew, by whichever button or key, asks for the voice that failed as well. */
function forgiving(narrator: Narrator, player: Player): Player {
  const forgive = (): void => {
    if (!isPlaying(player.getSnapshot())) narrator.forgive();
  };
  return {
    ...player,
    play: (from) => {
      forgive();
      player.play(from);
    },
    toggle: () => {
      forgive();
      player.toggle();
    },
    repeat: () => {
      forgive();
      player.repeat();
    },
  };
}

/** Silence for repeating after the voice: as long as the sentence took, or half as long again. */
const ECHOES: Readonly<Record<Settings['repeatPause'], number>> = { none: 0, same: 1, longer: 1.5 };

export function habitsOf(settings: Pick<Settings, 'sentencePause' | 'repeatTimes' | 'repeatPause'>): Habits {
  return {
    sentencePause: settings.sentencePause,
    times: settings.repeatTimes,
    echo: ECHOES[settings.repeatPause],
  };
}
