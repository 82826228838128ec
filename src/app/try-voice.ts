import { readingOfNotation } from '../book/ruby-notation.ts';
import ja from '../i18n/locales/screens/ja.json';
import type { Services } from './services.ts';

/** Speaks one sentence with the chosen voice, within the press. Always Japanese: that is what the voice is for. */
export function tryVoice({ voice, settings }: Services): void {
  const { rate, voice: choice } = settings.getSnapshot().settings;
  const nothing = (): void => {};
  voice.speak(
    {
      sentence: '',
      text: readingOfNotation(ja.settings['voice-sample']),
      map: (offset) => offset,
      pauseAfter: 0,
      language: 'ja-JP',
    },
    { rate, voice: choice },
    { onStart: nothing, onBoundary: nothing, onWord: nothing, onEnd: nothing, onError: nothing },
  );
}
