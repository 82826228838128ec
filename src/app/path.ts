/** An address's path as the app knows it: without `index.html` and without a slash at its end, which servers add. */
export function pagePath(path: string): string {
  return path.replace(/\/(?:index\.html)?$/u, '') || '/';
}

/** The id of the book that a path shows, or `null`. */
export function bookIdOf(path: string): string | null {
  return /^\/read\/([^/]+)$/u.exec(pagePath(path))?.[1] ?? null;
}
