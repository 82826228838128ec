import { readingOfNotation } from '../book/ruby-notation.ts';
import ja from '../i18n/locales/screens/ja.json';
import type { VoiceChoice } from '../narration/voice.ts';
import type { Services } from './services.ts';

interface Trial {
  /** The voice to try; absent for the one that the settings say. */
  readonly with?: VoiceChoice;
  readonly onFailed?: () => void;
}

/**
 * Speaks one sentence with a voice of the device's, within the press. Always Japanese: that is what the voice is for.
 * The returned function ends it.
 */
export function tryVoice({ voice, settings }: Services, trial: Trial = {}): () => void {
  const { rate, voice: choice } = settings.getSnapshot().settings;
  let over = false;
  const nothing = (): void => {};
  const end = (): void => {
    over = true;
  };
  voice.speak(
    {
      sentence: '',
      text: readingOfNotation(ja.settings['voice-sample']),
      map: (offset) => offset,
      pauseAfter: 0,
      language: 'ja-JP',
    },
    { rate, voice: trial.with ?? choice },
    {
      onStart: nothing,
      onBoundary: nothing,
      onWord: nothing,
      onEnd: end,
      onError: () => {
        end();
        trial.onFailed?.();
      },
    },
  );
  return () => {
    // What speaks by now may be somebody else's.
    if (!over) voice.stop();
    over = true;
  };
}
