import { use } from 'react';
import type { SentenceId } from '../book/book.ts';
import { type Locator, resolveLocator } from '../book/locator.ts';
import { CorrectionsSheet } from '../features/corrections/corrections-sheet.tsx';
import { catalogEntry } from '../library/catalog.ts';
import { useStore } from '../ui/use-store.ts';
import { saveFile } from './save-file.ts';
import type { Services } from './services.ts';

interface CorrectionsDoorProps {
  readonly services: Services;
  readonly onGo: (book: string, sentence: SentenceId) => void;
  readonly onClose: () => void;
}

/** 「直した読み」, bound to what the reader keeps. */
export function CorrectionsDoor({ services, onGo, onClose }: CorrectionsDoorProps) {
  const store = use(services.corrections.open());
  const { books } = useStore(services.ownBooks);
  const { catalog, loadBook } = services;
  const go = async (at: Locator): Promise<void> => {
    const loaded = await loadBook(at.book);
    const place = loaded.ok ? resolveLocator(loaded.book, at) : null;
    onGo(at.book, place?.sentence ?? at.sentence);
  };
  return (
    <CorrectionsSheet
      corrections={store}
      titleOf={(id) => catalogEntry(catalog, id)?.title ?? books.find((book) => book.id === id)?.title ?? ''}
      onGo={(at) => void go(at)}
      onSave={saveFile}
      onClose={onClose}
    />
  );
}
