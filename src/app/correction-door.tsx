import { use, useMemo } from 'react';
import type { Book } from '../book/book.ts';
import { CorrectionPanel } from '../features/corrections/correction-panel.tsx';
import type { PressedWord } from '../features/reader/words.ts';
import { originalBook } from '../japanese/apply-corrections.ts';
import { otherReadings } from '../japanese/other-readings.ts';
import { correctWord } from './correct-word.ts';
import type { Services } from './services.ts';

interface CorrectionDoorProps {
  readonly services: Services;
  /** As it is read now. */
  readonly book: Book;
  readonly word: PressedWord;
  readonly onList: () => void;
  /** Gives the keyboard back to the text. */
  readonly onDone: () => void;
  /** Where the keyboard goes when the correction is taken back from the notice. */
  readonly onUndone: () => void;
}

/** The panel that corrects one word, bound to what the reader keeps. */
export function CorrectionDoor({ services, book, word, onList, onDone, onUndone }: CorrectionDoorProps) {
  const store = use(services.corrections.open());
  const choices = useMemo(() => otherReadings(originalBook(book), word), [book, word]);
  return (
    <CorrectionPanel
      surface={word.text}
      reading={word.reading}
      choices={choices}
      onCorrect={(reading, scope) => {
        onDone();
        services.notices.set(correctWord(store, book, word, reading, scope, onUndone));
      }}
      onList={onList}
      onCancel={onDone}
    />
  );
}
