/**
 * The book on the page, apart from React: marks the sentence that is read, brings it into view, and keeps the reader's
 * place while the text changes its size. The text is a string of HTML that React never looks into, so thousands of
 * ruby cost no reconciliation, and a mark costs two attributes.
 */
import type { SentenceId, TextRange } from '../../book/book.ts';
import { domRange } from './text-walk.ts';
import type { WordFocus } from './words.ts';

export interface ArticleView {
  /** Marks one sentence as the current one, or none. Idempotent. */
  mark(sentence: SentenceId | null): void;
  /** Marks the word that is being said, where the voice tells; `null` for none. Costs no layout (CSS Custom Highlight). */
  markWord(sentence: SentenceId, range: TextRange | null): void;
  /** Brings a sentence to the upper third (the right third in vertical writing); does nothing if it isn't there. */
  reveal(sentence: SentenceId): void;
  /** True when the sentence is wholly or partly between the bars. */
  isInView(sentence: SentenceId): boolean;
  /** The first sentence in view, or `null` where there is none. */
  firstInView(): SentenceId | null;
  /**
   * Gives the focus to the word of a sentence that has the keyboard, else to its first word, else to the sentence, without
   * moving the page.
   */
  focus(sentence: SentenceId): void;
  /** Runs a change of the text's looks so that the first sentence in view stays where it is. */
  keepPlace(change: () => void): void;
}

/** The name that the styles know the spoken word by. */
const WORD_HIGHLIGHT = 'spoken-word';

interface Edges {
  /** Where reading begins on screen, in CSS pixels along the block axis. */
  readonly start: number;
  readonly end: number;
}

/** `frame` holds `article`; it is what scrolls in vertical writing, while the page scrolls in horizontal writing. */
export function createArticleView(article: HTMLElement, frame: HTMLElement, words: WordFocus): ArticleView {
  let marked: HTMLElement | null = null;

  const isVertical = (): boolean => getComputedStyle(frame).writingMode.startsWith('vertical');
  const find = (sentence: SentenceId): HTMLElement | null =>
    article.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(sentence)}"]`);

  const edges = (vertical: boolean): Edges => {
    const box = frame.getBoundingClientRect();
    if (vertical) return { start: box.right, end: box.left };
    const top = document.querySelector('[data-bar="top"]')?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector('[data-bar="bottom"]')?.getBoundingClientRect().top ?? innerHeight;
    return { start: Math.max(0, top), end: Math.max(0, Math.min(innerHeight, bottom)) };
  };

  /** How far an element's first line lies past the start edge: 0 at the edge, negative once it has gone by. */
  const distance = (element: Element, vertical: boolean, start: number): number => {
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return vertical ? start - box.right : box.top - start;
  };

  const scrollBy = (pixels: number, vertical: boolean, smooth: boolean): void => {
    const behavior = smooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant';
    if (vertical) frame.scrollBy({ left: -pixels, behavior });
    else scrollTo({ top: scrollY + pixels, behavior });
  };

  const firstElementInView = (): HTMLElement | null => {
    const vertical = isVertical();
    const { start, end } = edges(vertical);
    const reached = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return vertical ? box.left < start - 1 : box.bottom > start + 1;
    };
    const beyond = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return vertical ? box.right <= end : box.top >= end;
    };
    // From the large to the small: asking a sentence for its box would lay out its whole section, on screen or not.
    const first = (parent: Element): HTMLElement | null => {
      if (parent instanceof HTMLElement && parent.dataset.sentence !== undefined) return parent;
      for (const child of parent.children) {
        const found = reached(child) ? first(child) : null;
        if (found !== null) return found;
      }
      return null;
    };
    let last: Element | null = null;
    for (const part of article.children) {
      if (!reached(part)) continue;
      if (beyond(part)) break;
      const found = first(part);
      if (found !== null) return found;
      last = part;
    }
    // A part that has only just come into view may still be as high as it was guessed to be: its end is a gap.
    return [...(last?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])].at(-1) ?? null;
  };

  return {
    mark(sentence) {
      const element = sentence === null ? null : find(sentence);
      if (marked !== element) marked?.removeAttribute('aria-current');
      if (element !== null) element.setAttribute('aria-current', 'true');
      marked = element;
    },

    markWord(sentence, range) {
      if (!('highlights' in CSS)) return;
      const element = range === null ? null : find(sentence);
      const word = element === null || range === null ? null : domRange(element, range);
      if (word === null) CSS.highlights.delete(WORD_HIGHLIGHT);
      else CSS.highlights.set(WORD_HIGHLIGHT, new Highlight(word));
    },

    reveal(sentence) {
      const element = find(sentence);
      if (element === null) return;
      const vertical = isVertical();
      const { start, end } = edges(vertical);
      const span = Math.abs(end - start);
      const move = (smooth: boolean): void => {
        const away = distance(element, vertical, start) - span * 0.3;
        if (Math.abs(away) > 4) scrollBy(away, vertical, smooth);
      };
      const here = distance(element, vertical, start);
      // A line in the comfortable middle stays: text that moves at every sentence tires the eyes.
      const box = element.getBoundingClientRect();
      const length = vertical ? box.width : box.height;
      if (here >= span * 0.08 && here + Math.min(length, span * 0.4) <= span * 0.7) return;
      const far = Math.abs(here) > span * 2;
      move(!far);
      // After a jump the chunks on the way get their true size for the first time; then the place is sure.
      if (far) requestAnimationFrame(() => move(false));
    },

    isInView(sentence) {
      const element = find(sentence);
      if (element === null) return false;
      const vertical = isVertical();
      const { start, end } = edges(vertical);
      const box = element.getBoundingClientRect();
      return vertical ? box.left < start && box.right > end : box.bottom > start && box.top < end;
    },

    firstInView() {
      return firstElementInView()?.dataset.sentence ?? null;
    },

    focus(sentence) {
      const element = find(sentence);
      const there = words.current;
      const word =
        there !== null && element?.contains(there) ? there : element?.querySelector<HTMLElement>('.w');
      if (word) words.take(word, true);
      else if (element !== null) {
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
      }
    },

    keepPlace(change) {
      const anchor = firstElementInView();
      const wasVertical = isVertical();
      const startBefore = edges(wasVertical).start;
      const before = anchor === null ? 0 : distance(anchor, wasVertical, startBefore);
      change();
      if (anchor?.isConnected !== true) return;
      const vertical = isVertical();
      const { start } = edges(vertical);
      // The bar above may have grown with the letters: the sentence stays where it is on the screen, or goes below the bar.
      const moved = vertical || wasVertical ? 0 : start - startBefore;
      const wanted = vertical === wasVertical ? Math.max(before - moved, Math.min(before, 0)) : 0;
      const after = distance(anchor, vertical, start);
      if (Math.abs(after - wanted) >= 0.5) scrollBy(after - wanted, vertical, false);
    },
  };
}
