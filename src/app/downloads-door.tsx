import { lazy, use, useState } from 'react';
import type { Book } from '../book/book.ts';
import { DownloadsSheet } from '../features/downloads/downloads-sheet.tsx';
import { loadDownloadTexts } from '../i18n/download-texts.ts';
import { catalogEntry } from '../library/catalog.ts';
import { createDownloads } from '../library/downloads.ts';
import { createDownloadKeeper } from '../platform/downloads/download-keeper.ts';
import { browserDownloadPorts } from '../platform/downloads/download-ports.ts';
import { DOWNLOAD_CACHE } from '../sw/constants.ts';
import { startWritingWorker } from '../workers/start-writing-worker.ts';
import { fileNameOf, makeBook } from './make-book.ts';
import type { Services } from './services.ts';

// One for the page's life: what is on its way goes on while the sheet is closed.
const downloads = createDownloads(createDownloadKeeper(browserDownloadPorts(DOWNLOAD_CACHE)));

const AudioDoor = lazy(async () => ({ default: (await import('./audio-door.tsx')).AudioDoor }));

interface DownloadsDoorProps {
  readonly services: Services;
  readonly book: Book;
  readonly onClose: () => void;
}

/** 「本を手に入れる」, bound to the network, the device and the book that is open. */
export function DownloadsDoor({ services, book, onClose }: DownloadsDoorProps) {
  use(loadDownloadTexts(services.i18n));
  const [isSoundOpen, setSoundOpen] = useState(false);
  if (isSoundOpen) return <AudioDoor services={services} book={book.id} onClose={onClose} />;
  const isBundled = catalogEntry(services.catalog, book.id) !== null;
  const made = !isBundled ? 'document' : services.corrections.isCorrected(book) ? 'corrected' : null;
  return (
    <DownloadsSheet
      bundled={isBundled ? { id: book.id, downloads } : null}
      made={made}
      onMake={(format) =>
        makeBook(book, format, {
          start: startWritingWorker,
          name: fileNameOf(book.metadata.title),
          today: new Date(),
        })
      }
      onSound={() => setSoundOpen(true)}
      onClose={onClose}
    />
  );
}
