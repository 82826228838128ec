/**
 * The book on the page, apart from React: marks the sentence that is read, brings it into view, and keeps the reader's
 * place while the text changes its size. The text is a string of HTML that React never looks into, so thousands of
 * ruby cost no reconciliation, and a mark costs two attributes.
 */
import type { SentenceId, TextRange } from '../../book/book.ts';
import { createStore, type Store } from '../../book/store.ts';
import type { Edges, Follower, Stage } from './follower.ts';
import { domRanges } from './text-walk.ts';
import type { WordFocus } from './words.ts';

export interface ArticleView {
  /** Marks one sentence as the current one, or none. Idempotent. */
  mark(sentence: SentenceId | null): void;
  /**
   * Marks the word that is being said, where the voice tells; `null` for none. Costs no layout where the browser has CSS
   * Custom Highlight.
   */
  markWord(sentence: SentenceId, range: TextRange | null): void;
  /**
   * Brings a sentence to the upper third (the right third in vertical writing), if it isn't in a comfortable place anyway.
   * Does nothing if it isn't there, nor while the reader moves the text by hand or has moved it away (`following`).
   */
  reveal(sentence: SentenceId): void;
  /**
   * False once the reader has moved the text by hand so far that the marked sentence is out of view: then the text stays
   * where it is, until the reader comes back to the marked sentence, the voice comes to where the reader is, or
   * {@link ArticleView.follow} is called.
   */
  readonly following: Store<boolean>;
  /** The reader has asked for a place: the page goes there, wherever it was moved by hand, and follows again. */
  follow(): void;
  /** 「読んでいるところへ」: follows again, beginning with the marked sentence. */
  comeBack(): void;
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
  /** Ends what listens and watches; the view is of no use afterwards. */
  dispose(): void;
}

/** The name that the styles know the spoken word by. */
const WORD_HIGHLIGHT = 'spoken-word';

/** Milliseconds: what follows the voice is fetched when reading aloud may have begun, never on the way to that. */
const REST_DELAY = 2000;

/** `frame` holds `article`; it is what scrolls in vertical writing, while the page scrolls in horizontal writing. */
export function createArticleView(article: HTMLElement, frame: HTMLElement, words: WordFocus): ArticleView {
  let marked: HTMLElement | null = null;
  let word: readonly Range[] = [];
  let follower: Follower | null = null;
  let isFetching = false;
  let disposed = false;
  const following = createStore(true);
  const hasHighlights = 'highlights' in CSS;

  const isVertical = (): boolean => getComputedStyle(frame).writingMode.startsWith('vertical');
  const find = (sentence: SentenceId): HTMLElement | null => {
    // A sentence's element bears its id: asking for that doesn't walk through the whole book.
    const element = document.getElementById(sentence);
    if (element?.dataset.sentence === sentence && article.contains(element)) return element;
    return article.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(sentence)}"]`);
  };

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
    const calm =
      document.documentElement.dataset.motion === 'reduced' ||
      matchMedia('(prefers-reduced-motion: reduce)').matches;
    const behavior = smooth && !calm ? 'smooth' : 'instant';
    follower?.expectScroll();
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

  const stage: Stage = {
    article,
    frame,
    following,
    hasHighlights,
    isVertical,
    edges,
    scrollBy,
    marked: () => marked,
    word: () => word,
  };
  // Nobody needs it for 聞く, and most never need its guide: fetched later, or at once where it is to be seen.
  const fetchFollower = (): void => {
    if (isFetching || disposed) return;
    isFetching = true;
    import('./follower.ts').then(
      ({ createFollower }) => {
        if (!disposed) follower = createFollower(stage);
      },
      () => {
        isFetching = false;
      },
    );
  };
  const guided = (): boolean => (document.documentElement.dataset.guide ?? 'none') !== 'none';
  const changed = (wordMoved: boolean): void => {
    if (follower === null && (guided() || (wordMoved && !hasHighlights))) fetchFollower();
    follower?.changed(wordMoved);
  };
  if (guided()) fetchFollower();
  const timer = setTimeout(fetchFollower, REST_DELAY);

  const reveal = (element: HTMLElement): void => {
    if (follower?.isHeld() === true) return;
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
    const isComfortable = here >= span * 0.08 && here + Math.min(length, span * 0.4) <= span * 0.7;
    if (isComfortable) following.set(true);
    if (isComfortable || !following.getSnapshot()) return;
    const far = Math.abs(here) > span * 2;
    move(!far);
    // After a jump the chunks on the way get their true size for the first time; then the place is sure.
    if (far) requestAnimationFrame(() => move(false));
  };

  const follow = (): void => {
    const wasAway = !following.getSnapshot();
    follower?.letGo();
    following.set(true);
    // After what the press itself does: it may lead to the very sentence that is marked already.
    if (wasAway) requestAnimationFrame(() => marked !== null && !disposed && reveal(marked));
  };

  return {
    mark(sentence) {
      const element = sentence === null ? null : find(sentence);
      if (marked !== element) marked?.removeAttribute('aria-current');
      if (element !== null) element.setAttribute('aria-current', 'true');
      const isSame = marked === element;
      marked = element;
      if (!isSame) changed(false);
    },

    markWord(sentence, range) {
      const element = range === null ? null : find(sentence);
      const before = word;
      word = element === null || range === null ? [] : domRanges(element, range);
      if (word.length === 0 && before.length === 0) return;
      if (hasHighlights) {
        if (word.length === 0) CSS.highlights.delete(WORD_HIGHLIGHT);
        else CSS.highlights.set(WORD_HIGHLIGHT, new Highlight(...word));
      }
      changed(true);
    },

    reveal(sentence) {
      const element = find(sentence);
      if (element !== null) reveal(element);
    },

    following,

    follow,

    comeBack() {
      follow();
      if (marked !== null) reveal(marked);
      changed(true);
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
      changed(false);
      if (anchor?.isConnected !== true) return;
      const vertical = isVertical();
      const { start } = edges(vertical);
      // The bar above may have grown with the letters: the sentence stays where it is on the screen, or goes below the bar.
      const moved = vertical || wasVertical ? 0 : start - startBefore;
      const wanted = vertical === wasVertical ? Math.max(before - moved, Math.min(before, 0)) : 0;
      const after = distance(anchor, vertical, start);
      if (Math.abs(after - wanted) >= 0.5) scrollBy(after - wanted, vertical, false);
    },

    dispose() {
      disposed = true;
      clearTimeout(timer);
      follower?.dispose();
    },
  };
}
