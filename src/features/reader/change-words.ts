/** The text on the page in other words, with the place, the marks and the keyboard where they were. */
import type { ArticleView } from './article-view.ts';
import { hideReadingsFromAssistiveTechnology } from './hide-readings.ts';
import { patchArticle } from './patch-article.ts';
import { type WordFocus, wordAt, wordElementAt } from './words.ts';

/** `before` and `after` are HTML of the same book; the article shows `before`. */
export function changeWords(
  article: HTMLElement,
  before: string,
  after: string,
  view: ArticleView | null,
  focus: WordFocus | null,
): void {
  const word = focus?.current ?? null;
  const place = wordAt(word, null);
  const hadFocus = word !== null && document.activeElement === word;
  const change = (): void => {
    for (const sentence of patchArticle(article, before, after)) {
      hideReadingsFromAssistiveTechnology(sentence);
    }
  };
  if (view === null) change();
  else view.keepPlace(change);
  if (focus === null || word?.isConnected === true) return;
  const sentence =
    place === null ? null : article.querySelector(`[data-sentence="${CSS.escape(place.sentence)}"]`);
  const again = sentence === null || place === null ? null : wordElementAt(sentence, place.offset);
  const next = again ?? article.querySelector<HTMLElement>('.w');
  if (next !== null) focus.take(next, hadFocus);
}
