// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ArticleView, createArticleView } from '../../../../src/features/reader/article-view.ts';
import { createWordFocus } from '../../../../src/features/reader/words.ts';

class FakeHighlight {
  readonly ranges: readonly Range[];
  constructor(...ranges: Range[]) {
    this.ranges = ranges;
  }
}

const highlights = new Map<string, FakeHighlight>();
let frame: HTMLElement;
let article: HTMLElement;
let view: ArticleView;

const sentence = (id: string, inside: string): string =>
  `<span data-sentence="${id}" id="${id}">${inside}</span>`;
const element = (id: string): HTMLElement | null => article.querySelector(`[data-sentence="${id}"]`);
const marked = (): (string | undefined)[] =>
  [...article.querySelectorAll<HTMLElement>('[aria-current]')].map(({ dataset }) => dataset.sentence);
const word = (): string | undefined => highlights.get('spoken-word')?.ranges.join('|');

/** Puts a sentence somewhere on a screen that is 800 px high. */
const lay = (id: string, top: number, height = 40): void => {
  const box = new DOMRect(0, top, 300, height);
  const there = element(id);
  if (there === null) throw new Error(id);
  there.getBoundingClientRect = () => box;
  there.getClientRects = () => [box] as unknown as DOMRectList;
};

beforeEach(() => {
  vi.stubGlobal('CSS', { highlights, escape: (text: string) => text });
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('scrollTo', vi.fn());
  vi.stubGlobal('innerHeight', 800);
  document.body.innerHTML = `<p id="b">not the text</p><main><article><p>${sentence('a', '<ruby>計画<rt>けいかく</rt></ruby>です。')}${sentence('b', 'つぎです。')}${sentence('c', 'おわり。')}</p></article></main>`;
  frame = document.querySelector('main') as HTMLElement;
  article = document.querySelector('article') as HTMLElement;
  view = createArticleView(article, frame, createWordFocus(article));
});
afterEach(() => {
  view.dispose();
  highlights.clear();
});

describe('mark', () => {
  it('marks one sentence at a time, though something else on the page bears its id', () => {
    view.mark('a');
    expect(marked()).toEqual(['a']);
    view.mark('b');
    expect(marked()).toEqual(['b']);
    view.mark('b');
    expect(marked()).toEqual(['b']);
    view.mark(null);
    expect(marked()).toEqual([]);
  });

  it('marks none where the sentence is not there', () => {
    view.mark('a');
    view.mark('nowhere');
    expect(marked()).toEqual([]);
  });

  it('changes one attribute and nothing else', async () => {
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(document, { subtree: true, attributes: true, childList: true, characterData: true });
    view.mark('a');
    view.markWord('a', { start: 0, end: 2 });
    changes.push(...observer.takeRecords());
    expect(changes.map(({ target, attributeName }) => [target, attributeName])).toEqual([
      [element('a'), 'aria-current'],
    ]);
  });
});

describe('markWord', () => {
  it('gives the browser the word without its reading, and takes it away', () => {
    view.markWord('a', { start: 0, end: 3 });
    expect(word()).toBe('計画|で');
    view.markWord('a', { start: 2, end: 4 });
    expect(word()).toBe('です');
    view.markWord('a', null);
    expect(word()).toBeUndefined();
  });

  it.each([
    ['in a sentence that is not there', 'nowhere', { start: 0, end: 2 }],
    ['that is not in the sentence', 'c', { start: 0, end: 90 }],
  ])('marks none %s', (_, id, range) => {
    view.markWord('a', { start: 0, end: 2 });
    view.markWord(id, range);
    expect(word()).toBeUndefined();
  });
});

describe('reveal', () => {
  it.each([
    ['above the screen', -300, -540],
    ['at its lower end', 700, 460],
    ['below the comfortable part', 600, 360],
  ])('brings a sentence %s to where sentences are read', (_, top, by) => {
    lay('b', top);
    view.reveal('b');
    expect(scrollTo).toHaveBeenCalledWith(expect.objectContaining({ top: scrollY + by }));
  });

  it('leaves a sentence in the comfortable part where it is', () => {
    lay('b', 300);
    view.reveal('b');
    expect(scrollTo).not.toHaveBeenCalled();
  });

  it('moves without any motion where none is wanted', () => {
    document.documentElement.dataset.motion = 'reduced';
    lay('b', 700);
    view.reveal('b');
    expect(scrollTo).toHaveBeenCalledWith(expect.objectContaining({ behavior: 'instant' }));
    delete document.documentElement.dataset.motion;
  });
});
