/** A voice for which long sentences are cut: remote voices fall silent about fifteen seconds into an utterance. */
import type { Utf16Offset } from '../book/book.ts';
import { chunksOf } from './chunks.ts';
import type { Utterance, Voice, VoiceEvents, VoiceSettings } from './voice.ts';

/**
 * `voice`, saying each utterance in pieces of at most {@link CHUNK_LIMIT} units, one after another. To its user it is still
 * one utterance: it starts once, ends once, and its places count in the whole text.
 */
export function createChunkedVoice(voice: Voice): Voice {
  let generation = 0;

  const speak = (utterance: Utterance, settings: VoiceSettings, events: VoiceEvents): void => {
    const token = ++generation;
    const pieces = chunksOf(utterance.text, utterance.language);
    const isPresent = (): boolean => token === generation;
    const say = (at: number): void => {
      const piece = pieces[at];
      if (piece === undefined) return;
      const isLast = at === pieces.length - 1;
      voice.speak(isLast && at === 0 ? utterance : pieceOf(utterance, piece, isLast), settings, {
        onStart: () => {
          if (isPresent() && at === 0) events.onStart();
        },
        onBoundary: (offset, length) => {
          if (isPresent()) events.onBoundary(piece.start + offset, length);
        },
        onWord: (range) => {
          if (isPresent()) events.onWord(range);
        },
        onEnd: (kept) => {
          if (!isPresent()) return;
          if (isLast) events.onEnd(kept);
          else say(at + 1);
        },
        onError: (error) => {
          if (isPresent()) events.onError(error);
        },
      });
    };
    say(0);
  };

  return {
    id: voice.id,
    availability: voice.availability,
    prime: () => voice.prime(),
    speak,
    stop: () => {
      generation++;
      voice.stop();
    },
    dispose: () => {
      generation++;
      voice.dispose();
    },
  };
}

function pieceOf(
  utterance: Utterance,
  piece: { readonly start: Utf16Offset; readonly text: string },
  isLast: boolean,
): Utterance {
  return {
    ...utterance,
    text: piece.text,
    map: (offset) => utterance.map(piece.start + offset),
    pauseAfter: isLast ? utterance.pauseAfter : 0,
  };
}
