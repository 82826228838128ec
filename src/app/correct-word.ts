/** From the panel's last press to the store, and to the notice that says what was done and takes it back. */
import type { Book } from '../book/book.ts';
import { CORRECTION_SCOPES, type CorrectionDraft, type CorrectionScope } from '../book/corrections.ts';
import { createLocator } from '../book/locator.ts';
import type { PressedWord } from '../features/reader/words.ts';
import { originalBook, placementAt, placementsOf } from '../japanese/apply-corrections.ts';
import type { CorrectionsStore } from '../library/corrections.ts';
import type { StatusMessage } from './status-line.tsx';

/** `book` as it is read now. `onUndone` is called when the notice has taken the correction back. */
export function correctWord(
  store: CorrectionsStore,
  book: Book,
  word: PressedWord,
  reading: string,
  scope: CorrectionScope,
  onUndone: () => void,
): StatusMessage {
  const at = createLocator(book, word.sentence, word.offset);
  if (at === null) return { key: 'corrections.unavailable' };
  const original = originalBook(book);
  const { corrections } = store.getSnapshot();
  const now = placementAt(original, corrections, word.sentence, word.offset)?.correction;
  // What reaches less far would still be stronger here, and the press would change nothing.
  const narrower = now !== undefined && widthOf(now.scope) < widthOf(scope) ? [now.id] : [];
  const draft: CorrectionDraft = { surface: word.text, reading, note: '', scope, at };
  const answer = store.put([draft], narrower);
  if (!answer.ok) return { key: 'corrections.full' };
  const places = [...placementsOf(original, store.getSnapshot().corrections).values()]
    .flat()
    .filter(({ correction }) => correction.scope === scope && correction.surface === word.text).length;
  return {
    ...(isUnkept(store)
      ? UNKEPT
      : {
          key: `corrections.applied.${scope}` as const,
          parameters: { surface: word.text, reading, places },
        }),
    undo: () => {
      store.undo(answer.change);
      onUndone();
    },
  };
}

/** Takes back what reads a word now. The reading below it, the engine's or that of a wider correction, comes forward. */
export function restoreWord(
  store: CorrectionsStore,
  book: Book,
  word: PressedWord,
  onUndone: () => void,
): StatusMessage | null {
  const { corrections } = store.getSnapshot();
  const now = placementAt(originalBook(book), corrections, word.sentence, word.offset)?.correction;
  if (now === undefined) return null;
  const change = store.remove([now.id]);
  return {
    ...(isUnkept(store)
      ? UNKEPT
      : { key: 'corrections.restored' as const, parameters: { surface: word.text } }),
    undo: () => {
      store.undo(change);
      onUndone();
    },
  };
}

/** It is read so all the same, as long as the page is open: that is what must be said. */
const UNKEPT = { key: 'corrections.not-kept' } as const;

function isUnkept(store: CorrectionsStore): boolean {
  const { problem } = store.getSnapshot();
  return problem === 'refused' || problem === 'full';
}

function widthOf(scope: CorrectionScope): number {
  return CORRECTION_SCOPES.indexOf(scope);
}
