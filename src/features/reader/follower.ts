/**
 * What follows the voice over the text besides the marks: the guide along the line, the frame around the word where the
 * browser can't mark it by itself, and the page, where a sentence is longer than the comfortable part of the screen.
 * Fetched after the page; all measuring is done at once, before the next frame, and only of what a setting asks for.
 */
import type { WritableStore } from '../../book/store.ts';
import { watchHandScrolling } from './hand-scrolling.ts';
import { createReadingGuide, type ReadingGuide } from './reading-guide.ts';
import { bandOfBox, linesOf, type Origin, readBand } from './text-lines.ts';
import { createWordFrame, type WordFrame } from './word-frame.ts';

export interface Edges {
  /** Where reading begins on screen, in CSS pixels along the block axis. */
  readonly start: number;
  readonly end: number;
}

/** The page as the follower needs it. */
export interface Stage {
  readonly article: HTMLElement;
  readonly frame: HTMLElement;
  readonly following: WritableStore<boolean>;
  /** Whether the browser marks words by itself. */
  readonly hasHighlights: boolean;
  isVertical(): boolean;
  edges(vertical: boolean): Edges;
  scrollBy(pixels: number, vertical: boolean, smooth: boolean): void;
  /** The marked sentence. */
  marked(): HTMLElement | null;
  /** The word that is being said; empty where it isn't known. */
  word(): readonly Range[];
}

export interface Follower {
  /** The marked sentence, the word, or how the text looks has changed. */
  changed(wordMoved: boolean): void;
  /** True while the reader moves the text by hand. */
  isHeld(): boolean;
  /** The reader has asked for a place: the hand no longer counts, and the page follows again. */
  letGo(): void;
  /** The page is about to move the text itself. */
  expectScroll(): void;
  dispose(): void;
}

/** The part of the screen that a word stays in, from its start edge; else it is brought to where sentences go. */
const WORD_ZONE = { start: 0.04, end: 0.78, goal: 0.3 };

/** How far the underline reaches past the letters, in em: below them, or at their left. */
const UNDERLINE = { horizontal: 0.25, vertical: 0.38 };

export function createFollower(stage: Stage): Follower {
  const { article, frame, following } = stage;
  let guide: ReadingGuide | null = null;
  let wordFrame: WordFrame | null = null;
  let request = 0;
  let wordMoved = false;

  const guideKind = (): string => document.documentElement.dataset.guide ?? 'none';
  const draws = (): boolean => guideKind() !== 'none' || !stage.hasHighlights;

  const hand = watchHandScrolling(frame, (byHand) => {
    // What has come near the screen has its true size only now.
    if (draws() || wordMoved) schedule();
    const sentence = stage.marked();
    if (!byHand || sentence === null) return;
    const vertical = stage.isVertical();
    const { start, end } = stage.edges(vertical);
    const box = sentence.getBoundingClientRect();
    following.set(vertical ? box.left < start && box.right > end : box.bottom > start && box.top < end);
  });

  const originOf = (box: DOMRect, vertical: boolean): Origin => ({
    vertical,
    at: vertical ? box.right - frame.scrollLeft : box.top - frame.scrollTop,
  });

  const placeGuide = (origin: Origin, frameBox: DOMRect, words: readonly DOMRect[]): void => {
    const sentence = stage.marked();
    const { vertical } = origin;
    const boxes =
      sentence === null ? [] : [...sentence.getClientRects()].map((box) => bandOfBox(box, origin));
    const lines = linesOf(boxes);
    const band = readBand(
      lines,
      words.map((box) => bandOfBox(box, origin)),
    );
    guide ??= createReadingGuide(frame);
    if (sentence === null || band === null) {
      guide.place(null);
      return;
    }
    const text = article.getBoundingClientRect();
    const size = Number.parseFloat(getComputedStyle(sentence).fontSize);
    guide.place({
      vertical,
      read: {
        start: band.start - readingRoom(sentence, vertical),
        end: band.end + size * (vertical ? UNDERLINE.vertical : UNDERLINE.horizontal),
      },
      text: bandOfBox(text, origin),
      inlineStart: vertical ? text.top - frameBox.top + frame.scrollTop : text.left - frameBox.left,
      inlineSize: vertical ? text.height : text.width,
    });
  };

  /** How the page must move so that the word is in a comfortable place; 0 where it is. */
  const wordAway = ([word]: readonly DOMRect[], vertical: boolean): number => {
    if (word === undefined || !following.getSnapshot()) return 0;
    const { start, end } = stage.edges(vertical);
    const span = Math.abs(end - start);
    const from = vertical ? start - word.right : word.top - start;
    const to = vertical ? start - word.left : word.bottom - start;
    if (from >= span * WORD_ZONE.start && to <= span * WORD_ZONE.end) return 0;
    return from - span * WORD_ZONE.goal;
  };

  const work = (): void => {
    request = 0;
    const vertical = stage.isVertical();
    const words = stage.word().flatMap((range) => [...range.getClientRects()]);
    // While the text moves, by hand or by the page, the word waits until it has come to rest.
    const waits = wordMoved && (hand.isMoving() || hand.isCarried());
    const away = wordMoved && !waits ? wordAway(words, vertical) : 0;
    wordMoved = waits;
    if (guideKind() === 'none') {
      guide?.remove();
      guide = null;
    }
    if (draws()) {
      const frameBox = frame.getBoundingClientRect();
      const origin = originOf(frameBox, vertical);
      if (frame.dataset.overlaid === undefined) frame.dataset.overlaid = '';
      if (guideKind() !== 'none') placeGuide(origin, frameBox, words);
      if (!stage.hasHighlights) {
        wordFrame ??= createWordFrame(frame);
        wordFrame.place(words, origin, vertical ? frameBox.top - frame.scrollTop : frameBox.left);
      }
    } else if (frame.dataset.overlaid !== undefined) delete frame.dataset.overlaid;
    if (away !== 0) stage.scrollBy(away, vertical, true);
  };
  const schedule = (): void => {
    if (request === 0) request = requestAnimationFrame(work);
  };

  const letGo = (): void => {
    hand.letGo();
    following.set(true);
  };
  const ends = new AbortController();
  // Whatever moves the lines changes the text's size or the frame's: the window, the letters, what is laid out late.
  const sizes = new ResizeObserver(() => draws() && schedule());
  sizes.observe(article);
  sizes.observe(frame);
  const onFonts = (): void => {
    if (draws()) schedule();
  };
  document.fonts.addEventListener('loadingdone', onFonts, { signal: ends.signal });
  if (draws()) schedule();

  return {
    changed(moved) {
      wordMoved ||= moved;
      if (draws() || guide !== null || (moved && stage.word().length > 0)) schedule();
    },
    isHeld: hand.isMoving,
    letGo,
    expectScroll: hand.expectScroll,
    dispose() {
      cancelAnimationFrame(request);
      sizes.disconnect();
      hand.dispose();
      ends.abort();
      guide?.remove();
      wordFrame?.remove();
      delete frame.dataset.overlaid;
    },
  };
}

/** The room that the readings of a sentence take before its lines, in CSS pixels. */
function readingRoom(sentence: HTMLElement, vertical: boolean): number {
  for (const reading of sentence.getElementsByTagName('rt')) {
    const box = reading.getBoundingClientRect();
    const size = vertical ? box.width : box.height;
    if (size > 0) return size;
  }
  return 0;
}
