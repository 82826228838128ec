/** A book with its narration, and what a person should still listen to. */
import type { Book } from '../book/book.ts';
import { assembleNarration } from '../formats/mp3/assemble.ts';
import type { Narration } from '../formats/talking-book.ts';
import { recordedPause } from '../narration/pauses.ts';
import { type NarratedClip, type NarrateOptions, narrate } from './narrate.ts';
import type { Progress } from './progress.ts';

export interface NarratedBook {
  readonly narration: Narration | null;
  /** The clips by their sentences' ids. */
  readonly clips: ReadonlyMap<string, NarratedClip>;
}

export async function narratedBook(
  book: Book,
  options: Omit<NarrateOptions, 'onProgress'> & { readonly progress: (label: string) => Progress },
): Promise<NarratedBook> {
  const progress = options.progress('朗読');
  const clips = await narrate(book, {
    ...options,
    onProgress: (done, all) => progress.update(done, all),
  }).finally(() => progress.finish());
  const narration = assembleNarration(book, {
    clipOf: ({ id }) => {
      const clip = clips.get(id);
      if (clip === undefined) return null;
      const { frames, peak, words } = clip.facts;
      return { load: () => options.clips.load(clip.key), frames, peak, words };
    },
    pauseAfter: recordedPause,
    narrator: options.voice.narrator,
    credits: options.voice.credits,
  });
  return { narration, clips };
}
