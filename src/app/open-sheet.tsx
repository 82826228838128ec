import { type ComponentProps, lazy } from 'react';
import type { Book, SentenceId } from '../book/book.ts';
import type { Locator } from '../book/locator.ts';
import type { ToolbarSheet } from '../features/reader/toolbar.tsx';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import type { Travel } from '../library/history.ts';
import type { ListeningDoor } from './listening-door.tsx';
import type { Services } from './services.ts';

const ContentsSheet = lazy(async () => ({
  default: (await import('../features/reader/contents-sheet.tsx')).ContentsSheet,
}));
const FuriganaSheet = lazy(async () => ({
  default: (await import('../features/settings/furigana-sheet.tsx')).FuriganaSheet,
}));
const LanguageSheet = lazy(async () => ({
  default: (await import('../features/settings/language-sheet.tsx')).LanguageSheet,
}));
const AppearanceSheet = lazy(async () => ({
  default: (await import('./appearance-sheet.tsx')).AppearanceSheet,
}));
const SearchSheet = lazy(async () => ({
  default: (await import('./search-door.tsx')).SearchDoor,
}));
const BookmarksSheet = lazy(async () => ({
  default: (await import('./bookmarks-door.tsx')).BookmarksDoor,
}));

const CorrectionsSheet = lazy(async () => ({
  default: (await import('./corrections-door.tsx')).CorrectionsDoor,
}));
const ListeningSheet = lazy(async () => ({
  default: (await import('./listening-door.tsx')).ListeningDoor,
}));
const MarkingChoices = lazy(async () => ({
  default: (await import('../features/reader/marking-choices.tsx')).MarkingChoices,
}));
const DownloadsSheet = lazy(async () => ({
  default: (await import('./downloads-door.tsx')).DownloadsDoor,
}));

export interface OpenSheetProps {
  readonly sheet: ToolbarSheet;
  readonly services: Services;
  readonly book: Book | null;
  /** The section of the present place. */
  readonly here: string | null;
  /** Who reads, as far as it is there; absent where no book is open. */
  readonly listening?: Pick<ComponentProps<typeof ListeningDoor>, 'player' | 'narrator' | 'sleepTimer'>;
  readonly onClose: () => void;
  /** One sheet leads to another. */
  readonly onOpen: (sheet: ToolbarSheet) => void;
  readonly onSection: (section: string) => void;
  /** The present place in the book; asked for when the bookmarks are opened. */
  readonly placeNow: () => Locator | null;
  readonly onGo: (book: string, sentence: SentenceId) => void;
  /** Along the way one came, or to a place that is known to the second. */
  readonly onTravel: (how: Travel) => void;
}

const NOBODY = { player: null, narrator: null, sleepTimer: null };

/** A sheet, each fetched by itself when it is asked for. */
export function OpenSheet(props: OpenSheetProps) {
  addScreenTexts(props.services.i18n);
  const { sheet, services, book, here, listening, onClose, onOpen, onSection, placeNow, onGo, onTravel } =
    props;
  const goAndClose = (bookId: string, sentence: SentenceId): void => {
    onClose();
    onGo(bookId, sentence);
  };
  switch (sheet) {
    case 'contents':
      return (
        <ContentsSheet
          book={book}
          here={here}
          onClose={onClose}
          onGo={(section) => {
            onClose();
            onSection(section);
          }}
        />
      );
    case 'furigana':
      return <FuriganaSheet settings={services.settings} onClose={onClose} />;
    case 'language':
      return <LanguageSheet settings={services.settings} onClose={onClose} />;
    case 'appearance':
      return (
        <AppearanceSheet services={services} onClose={onClose} onCorrections={() => onOpen('corrections')} />
      );
    case 'search':
      return <SearchSheet services={services} book={book} onClose={onClose} onGo={goAndClose} />;
    case 'corrections':
      return <CorrectionsSheet services={services} onClose={onClose} onGo={goAndClose} />;
    case 'downloads':
      return book === null ? null : <DownloadsSheet services={services} book={book} onClose={onClose} />;
    case 'listening':
      return (
        <ListeningSheet services={services} {...(listening ?? NOBODY)} onClose={onClose}>
          <MarkingChoices settings={services.settings} />
        </ListeningSheet>
      );
    case 'bookmarks':
      return (
        <BookmarksSheet
          services={services}
          book={book}
          here={placeNow()}
          onClose={onClose}
          onGo={goAndClose}
          onTravel={(how) => {
            onClose();
            onTravel(how);
          }}
        />
      );
  }
}
