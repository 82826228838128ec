/** From an address to the pre-rendered page that answers it. */

/** The page for addresses that aren't the app's. */
export const NOT_FOUND_PAGE = '404.html';

/** The page for books that aren't bundled: the app without a book, which then looks among the reader's own. */
const OWN_BOOK_PAGE = 'read/index.html';

/**
 * The page that answers a navigation, as a path within the site without a leading slash (`read/plan-5/index.html`), or
 * `null` for an address that ends like a file of another kind (`/books/plan-5.json`): that is no page.
 *
 * @param pathname percent-encoded, as `URL.pathname`: query and fragment never matter
 * @param pages the pages there are, in the form of the result
 */
export function pageFor(pathname: string, pages: ReadonlySet<string>): string | null {
  const segments = parsePath(pathname);
  if (segments === null) return NOT_FOUND_PAGE;
  const path = segments.join('/');
  if (path !== NOT_FOUND_PAGE && pages.has(path)) return path;
  const index = path === '' ? 'index.html' : `${path}/index.html`;
  if (pages.has(index)) return index;
  const last = segments.at(-1) ?? '';
  if (segments.length === 2 && segments[0] === 'read' && !last.includes('.')) return OWN_BOOK_PAGE;
  return /\.(?!html$)[a-z0-9]+$/i.test(last) ? null : NOT_FOUND_PAGE;
}

/** The decoded segments; `null` where the encoding is broken or a segment would be none of a file's path. */
function parsePath(pathname: string): string[] | null {
  try {
    const segments = pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
    return segments.some((segment) => /[/\\]|^\.\.?$/.test(segment)) ? null : segments;
  } catch {
    return null;
  }
}
