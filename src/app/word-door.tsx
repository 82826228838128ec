import { lazy, Suspense, useState } from 'react';
import type { Book } from '../book/book.ts';
import { createLocator } from '../book/locator.ts';
import { WordPopover } from '../features/reader/word-popover.tsx';
import type { PressedWord } from '../features/reader/words.ts';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import type { Services } from './services.ts';
import { shareSentence } from './share.ts';

// Correcting is fetched when it is asked for: the way to 聞く stays short.
const CorrectionDoor = lazy(async () => ({
  default: (await import('./correction-door.tsx')).CorrectionDoor,
}));

interface WordDoorProps {
  readonly services: Services;
  /** The id of the book. */
  readonly id: string;
  /** `null` while it is on its way: its words are on the page already. */
  readonly book: Book | null;
  readonly word: PressedWord;
  readonly onListen: () => void;
  /** Gives the keyboard to the word that was pressed last. */
  readonly onFocus: () => void;
  /** Opens the list of corrections. */
  readonly onList: () => void;
  readonly onClose: () => void;
}

/** What can be done with a word that was pressed, bound to what the reader keeps. */
export function WordDoor(props: WordDoorProps) {
  const { services, id, book, word, onListen, onFocus, onList, onClose } = props;
  addScreenTexts(services.i18n);
  const [correcting, setCorrecting] = useState(false);

  const bookmark = (): void => {
    const locator = book === null ? null : createLocator(book, word.sentence, word.offset);
    if (locator !== null) {
      const kept = services.bookmarks.add(locator);
      services.notices.set({ key: kept.ok ? 'bookmarks.added' : 'bookmarks.full' });
    }
    onClose();
  };
  const unavailable = (): void => {
    services.notices.set({ key: 'corrections.unavailable' });
    onClose();
  };
  const done = (): void => {
    onClose();
    onFocus();
  };
  const restore = async (of: Book): Promise<void> => {
    const [store, { restoreWord }] = await Promise.all([
      services.corrections.open(),
      import('./correct-word.ts'),
    ]);
    done();
    services.notices.set(restoreWord(store, of, word, onFocus));
  };

  return (
    <WordPopover
      word={word}
      onListen={onListen}
      onBookmark={bookmark}
      onCorrect={() => {
        // Fetched before the panel is shown, so that what can't be had is told instead of thrown.
        Promise.all([services.corrections.open(), import('./correction-door.tsx')]).then(
          () => setCorrecting(true),
          unavailable,
        );
      }}
      onRestore={() => {
        if (book !== null) restore(book).catch(unavailable);
      }}
      onShare={() => {
        void shareSentence(id, word.sentence).then(services.notices.set);
        onClose();
      }}
      onClose={onClose}
    >
      {correcting && book !== null ? (
        <Suspense>
          <CorrectionDoor
            services={services}
            book={book}
            word={word}
            onList={onList}
            onDone={done}
            onUndone={onFocus}
          />
        </Suspense>
      ) : null}
    </WordPopover>
  );
}
