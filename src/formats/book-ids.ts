/** The ids of one book while it is being built: all of them end up in one HTML document, so no two are the same. */
import type { SentenceId } from '../book/book.ts';
import { createIds } from '../book/ids.ts';

/** An id that an author may give: ASCII, a valid XML name without points and colons. */
const AUTHOR_ID = /^[A-Za-z][A-Za-z0-9_-]*$/u;

export interface BookIds {
  readonly sentence: (text: string) => SentenceId;
  /** A section's id made from its heading's text (which may be empty). */
  readonly section: (heading: string) => string;
  /** The id of a page of the printed source, readable where the label is ASCII (`page-12`). */
  readonly page: (label: string) => string;
  /** Takes an author's own id; false where it is malformed or taken. */
  readonly claim: (id: string) => boolean;
}

export function createBookIds(): BookIds {
  const taken = new Set<string>();
  const claim = (id: string): boolean => {
    if (taken.has(id)) return false;
    taken.add(id);
    return true;
  };
  const unclaimed =
    (make: (text: string) => string) =>
    (text: string): string => {
      let id = make(text);
      while (!claim(id)) id = make(text);
      return id;
    };
  const hashedPage = unclaimed(createIds('page-'));
  return {
    sentence: unclaimed(createIds('s-')),
    section: unclaimed(createIds('sec-')),
    page: (label) => {
      const plain = `page-${label}`;
      return AUTHOR_ID.test(plain) && claim(plain) ? plain : hashedPage(label);
    },
    claim: (id) => AUTHOR_ID.test(id) && claim(id),
  };
}
