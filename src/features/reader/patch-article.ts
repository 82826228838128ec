/**
 * Other words in the same text: only the sentences that differ are written anew, so that the place, the marks and the
 * focus stay. Fetched when it is first needed.
 */

/** How a sentence begins in the book's HTML, by `formats/html`. */
const SENTENCE = '<span data-sentence="';

/**
 * Changes the article from one HTML of its book into another, and returns the sentences that were written anew. Where the two
 * aren't made of the same sentences, all is written anew.
 */
export function patchArticle(article: HTMLElement, before: string, after: string): readonly HTMLElement[] {
  const old = before.split(SENTENCE);
  const next = after.split(SENTENCE);
  const ids = (parts: readonly string[]): string => parts.slice(1).map(idOf).join(' ');
  if (ids(old) !== ids(next)) {
    article.innerHTML = after;
    return [...article.querySelectorAll<HTMLElement>('[data-sentence]')];
  }
  const changed: HTMLElement[] = [];
  const template = document.createElement('template');
  next.forEach((part, index) => {
    if (index === 0 || part === old[index]) return;
    const there = article.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(idOf(part))}"]`);
    // What follows the sentence comes after its element, and is left where it is.
    template.innerHTML = SENTENCE + part;
    const written = template.content.firstElementChild;
    if (there === null || written === null) return;
    // The class says whether its phrases are set apart; what is marked says so by other attributes.
    if (written.className === '') there.removeAttribute('class');
    else there.className = written.className;
    if (there.innerHTML === written.innerHTML) return;
    there.replaceChildren(...written.childNodes);
    changed.push(there);
  });
  return changed;
}

function idOf(part: string): string {
  return part.slice(0, part.indexOf('"'));
}
