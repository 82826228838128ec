/** Bookmarks in the order and the groups in which they are listed. */
import type { Book, Sentence, SentenceId } from '../../book/book.ts';
import { toRubyNotation } from '../../book/ruby-notation.ts';
import { walkSentences } from '../../book/walk.ts';
import type { Bookmark } from '../../library/bookmarks.ts';

export interface ListedBookmark {
  readonly bookmark: Bookmark;
  /** The words at the place, in ruby notation; as they were noted down where the sentence isn't there any more. */
  readonly quote: string;
  /** The heading above the place, in ruby notation, as it was noted down where the book isn't open; `null` where it isn't known. */
  readonly section: string | null;
}

export interface BookmarkGroups {
  /** Of the open book, in the order of its text; those whose sentence is gone come last. */
  readonly here: readonly ListedBookmark[];
  /** Of each other book, the one marked last first; within a book as they were made. */
  readonly others: readonly { readonly book: string; readonly bookmarks: readonly ListedBookmark[] }[];
}

interface Spot {
  readonly order: number;
  readonly sentence: Sentence;
  readonly section: string | null;
}

/** `book` is the open one, or `null`. */
export function groupBookmarks(bookmarks: readonly Bookmark[], book: Book | null): BookmarkGroups {
  const spots = book === null ? new Map<SentenceId, Spot>() : spotsOf(book);
  const mine = bookmarks.filter((bookmark) => bookmark.locator.book === book?.id);
  const here = mine
    .map((bookmark) => ({ bookmark, spot: spots.get(bookmark.locator.sentence) }))
    .sort((a, b) => (a.spot?.order ?? spots.size) - (b.spot?.order ?? spots.size))
    .map(({ bookmark, spot }) => ({
      bookmark,
      quote: spot === undefined ? bookmark.quote : toRubyNotation(spot.sentence.text, spot.sentence.ruby),
      section: spot === undefined ? (bookmark.listened?.chapter ?? null) : spot.section,
    }));
  const others = new Map<string, ListedBookmark[]>();
  for (const bookmark of bookmarks) {
    if (bookmark.locator.book === book?.id) continue;
    const group = others.get(bookmark.locator.book) ?? [];
    group.push({ bookmark, quote: bookmark.quote, section: bookmark.listened?.chapter ?? null });
    // Put in anew, so that the book marked last ends up last.
    others.delete(bookmark.locator.book);
    others.set(bookmark.locator.book, group);
  }
  return { here, others: [...others].reverse().map(([id, list]) => ({ book: id, bookmarks: list })) };
}

function spotsOf(book: Book): ReadonlyMap<SentenceId, Spot> {
  const spots = new Map<SentenceId, Spot>();
  walkSentences(book, ({ sentence, section }) => {
    const heading = section?.heading.map(({ text, ruby }) => toRubyNotation(text, ruby)).join('') ?? '';
    spots.set(sentence.id, { order: spots.size, sentence, section: heading === '' ? null : heading });
  });
  return spots;
}
