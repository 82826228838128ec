/** The book that is read, on the lock screen and under the headset's keys. */
import { useEffect } from 'react';
import type { Book } from '../book/book.ts';
import { baseOfNotation } from '../book/ruby-notation.ts';
import type { PlayerCommand } from '../library/player-keys.ts';
import type { Narrator } from '../narration/narrator.ts';
import { isPlaying, type Player } from '../narration/player.ts';
import { createBookSession } from '../platform/audio/media-session.ts';
import { chapterAt } from './book-places.ts';
import type { OpenedRecording } from './open-recording.ts';
import { recordedTimesOf } from './recorded-times.ts';

interface SessionHost {
  readonly book: Book | null;
  readonly player: Player | null;
  readonly narrator: Narrator | null;
  /** Only sound in an audio element has a session. */
  readonly recording: OpenedRecording | null;
  readonly run: (command: PlayerCommand) => void;
}

export function useBookSession({ book, player, narrator, recording, run }: SessionHost): void {
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    if (book === null || player === null || narrator === null || recording === null) return;
    const times = recordedTimesOf(recording.recorded);
    const session = createBookSession(navigator.mediaSession, MediaMetadata, {
      play: () => player.play(),
      pause: () => player.stop(),
      previous: () => run('heading-back'),
      next: () => run('heading-on'),
      back: () => run('seconds-back'),
      forward: () => run('seconds-on'),
      seekTo: (position) => {
        const place = times.placeAt(position);
        if (place !== null) player.seek(place.sentence, { seconds: place.seconds });
      },
    });
    let shown: string | null = null;
    const tell = (): void => {
      const { sentence, rate } = player.getSnapshot();
      const title = baseOfNotation(chapterAt(book, sentence) ?? book.metadata.title);
      if (title !== shown) session.show({ title, artist: book.metadata.title, album: 'ともよみ' });
      shown = title;
      const position = times.positionOf(sentence, player.spot().seconds ?? 0);
      const byRecording = narrator.state.getSnapshot().speaking === 'recorded';
      session.tell(
        isPlaying(player.getSnapshot()) ? 'playing' : 'paused',
        position === null || !byRecording ? null : { duration: times.duration, position, rate },
      );
    };
    tell();
    const unsubscribe = player.subscribe(tell);
    return () => {
      unsubscribe();
      session.dispose();
    };
  }, [book, player, narrator, recording, run]);
}
