/** The bookmark of one press while listening: put in at once, called by its chapter and its words. */
import type { Book } from '../book/book.ts';
import { toRubyNotation } from '../book/ruby-notation.ts';
import { findSentence } from '../book/walk.ts';
import type { PlayerSpot } from '../narration/player.ts';
import { chapterAt, placeAt } from './book-places.ts';
import type { Services } from './services.ts';
import type { StatusMessage } from './status-line.tsx';

/** Enough of a sentence to know it again, in characters. */
const WORDS = 24;

/**
 * Puts a bookmark in at `spot`, and says what became of it.
 *
 * @returns the message, which the page's foot shows too; `null` where the book has no such sentence
 */
export async function bookmarkHere(
  { bookmarks, notices, i18n }: Pick<Services, 'bookmarks' | 'notices' | 'i18n'>,
  book: Book,
  spot: PlayerSpot,
): Promise<StatusMessage | null> {
  const place = placeAt(book, spot.sentence);
  if (place === null) return null;
  const chapter = chapterAt(book, spot.sentence);
  const added = bookmarks.add(place.locator, undefined, { seconds: spot.seconds, chapter });
  // Kept first: the words about it may still be on their way.
  const { addScreenTexts } = await import('../i18n/screen-texts.ts');
  addScreenTexts(i18n);
  const message: StatusMessage = added.ok
    ? { key: 'bookmarks.listened-added', parameters: { place: nameOf(book, spot.sentence, chapter) } }
    : { key: 'bookmarks.full' };
  notices.set(message);
  return message;
}

/** 「章」「文のはじめ…」, in ruby notation. */
function nameOf(book: Book, id: string, chapter: string | null): string {
  const { text, ruby } = findSentence(book, id)?.sentence ?? { text: '', ruby: [] };
  const characters = Array.from(text);
  const end = characters.slice(0, WORDS).join('').length;
  const begun = toRubyNotation(
    text.slice(0, end),
    ruby.filter((span) => span.end <= end),
  );
  const words = `「${begun}${characters.length > WORDS ? '…' : ''}」`;
  return chapter === null ? words : `「${chapter}」${words}`;
}
