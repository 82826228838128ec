/** Words on the page: which one was pressed, what it says, and the way from word to word by keyboard. */
import type { Book, SentenceId, TextRange, Utf16Offset } from '../../book/book.ts';
import { findSentence } from '../../book/walk.ts';
import { baseText, baseTextNodes } from './text-walk.ts';

export interface PressedWord {
  readonly sentence: SentenceId;
  readonly element: HTMLElement;
  /** Where the word begins in the sentence's text. */
  readonly offset: Utf16Offset;
  /** The word as it is written. */
  readonly text: string;
  /** The whole word as it is read, in hiragana where the book is there, else as the page shows it. */
  readonly reading: string;
  /** True where the reader has said how it is read. */
  readonly corrected: boolean;
}

function shownReading(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof Element && node.classList.contains('spoken')) return '';
  if (node instanceof Element && node.localName === 'ruby')
    return node.querySelector('rt')?.textContent ?? '';
  let text = '';
  for (const child of node.childNodes) text += shownReading(child);
  return text;
}

/** The word that an event's target belongs to, or `null`. `book` may still be on its way. */
export function wordAt(target: EventTarget | null, book: Book | null): PressedWord | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>('.w');
  const holder = element?.closest<HTMLElement>('[data-sentence]');
  const sentence = holder?.dataset.sentence;
  if (!element || !holder || sentence === undefined) return null;
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEndBefore(element);
  const offset = baseText(range.cloneContents()).length;
  const found = book === null ? null : findSentence(book, sentence)?.sentence;
  const isThere = ({ start, end }: TextRange): boolean => start <= offset && offset < end;
  const word = found?.words.find(isThere);
  return {
    sentence,
    element,
    offset,
    text: baseText(element),
    reading: word?.reading ?? shownReading(element),
    // Corrections lie over whole words: one ruby speaks for all.
    corrected: found?.ruby.some((ruby) => ruby.origin === 'reader' && isRubyOf(ruby, word ?? null)) ?? false,
  };
}

function isRubyOf(ruby: TextRange, word: TextRange | null): boolean {
  return word !== null && ruby.start >= word.start && ruby.end <= word.end;
}

/** The word that stands at an offset of a sentence on the page, or `null`. */
export function wordElementAt(sentence: Element, offset: Utf16Offset): HTMLElement | null {
  let position = 0;
  for (const part of baseTextNodes(sentence)) {
    position += part.length;
    if (offset < position) return part.parentElement?.closest<HTMLElement>('.w') ?? null;
  }
  return null;
}

/** The id of the words that say which keys serve a word. */
export const WORD_KEYS_ID = 'word-keys';

/**
 * One tab stop for all words: the word that has it carries `tabindex="0"`, and the arrow keys hand it on. The others are
 * plain text, so that a plan doesn't become a thousand stops.
 */
export interface WordFocus {
  /** Gives the stop to a word and, if asked, the focus. */
  take(word: HTMLElement, focus: boolean): void;
  /** Hands the stop to the next (1) or the word before (−1); stays at the ends. */
  move(step: 1 | -1): void;
  readonly current: HTMLElement | null;
}

export function createWordFocus(article: HTMLElement): WordFocus {
  let current: HTMLElement | null = null;
  const take = (word: HTMLElement, focus: boolean): void => {
    if (current !== word) {
      current?.removeAttribute('tabindex');
      current?.removeAttribute('aria-describedby');
    }
    current = word;
    word.tabIndex = 0;
    // No role: as a button the word would be called by all that is written in it, its reading twice over. What the keys
    // do is said as its description.
    word.setAttribute('aria-describedby', WORD_KEYS_ID);
    if (focus) word.focus({ preventScroll: true });
  };
  return {
    take,
    move(step) {
      const words = [...article.querySelectorAll<HTMLElement>('.w')];
      const index = current === null ? -1 : words.indexOf(current);
      const next = words[Math.max(0, Math.min(words.length - 1, index + step))];
      if (next === undefined) return;
      take(next, true);
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    get current() {
      return current?.isConnected === true ? current : null;
    },
  };
}
