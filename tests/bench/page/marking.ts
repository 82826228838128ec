/** Times a move of the marks over the page's own text: the sentence or the word, and the guide along its line. */
import { createArticleView } from '../../../src/features/reader/article-view.ts';
import { baseText } from '../../../src/features/reader/text-walk.ts';
import { createWordFocus } from '../../../src/features/reader/words.ts';

/** Letters that count as one word. */
const WORD = 4;

globalThis.benchMarking = async (guide) => {
  const article = document.querySelector('article');
  const frame = document.querySelector('main');
  if (article === null || frame === null) throw new Error('the page has no text');
  const nextFrame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
  Object.assign(document.documentElement.dataset, { guide, motion: 'reduced' });
  const view = createArticleView(article, frame, createWordFocus(article));
  // What follows the voice is fetched apart; with a guide it is there once that is drawn.
  view.mark(article.querySelector<HTMLElement>('[data-sentence]')?.dataset.sentence ?? null);
  while (guide !== 'none' && document.querySelector('.reading-guide:not([hidden])') === null)
    await nextFrame();

  /** Runs a move with all that it asks of the next frame, and lays the page out as that frame would. */
  const time = (move: () => void): number => {
    const asked: FrameRequestCallback[] = [];
    const own = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => asked.push(callback);
    const before = performance.now();
    move();
    for (const callback of asked) callback(before);
    article.getBoundingClientRect();
    frame.getBoundingClientRect();
    const taken = performance.now() - before;
    globalThis.requestAnimationFrame = own;
    return taken;
  };

  const sentences: number[] = [];
  const words: number[] = [];
  for (const element of article.querySelectorAll<HTMLElement>('[data-sentence]')) {
    const id = element.dataset.sentence ?? '';
    const { length } = baseText(element);
    // The text has come to the sentence already, as it has where one sentence follows another.
    view.reveal(id);
    await nextFrame();
    await nextFrame();
    sentences.push(
      time(() => {
        view.mark(id);
        view.markWord(id, { start: 0, end: Math.min(WORD, length) });
      }),
    );
    for (let start = WORD; start < length; start += WORD) {
      const end = Math.min(start + WORD, length);
      words.push(time(() => view.markWord(id, { start, end })));
    }
  }
  view.dispose();
  return { sentences, words };
};
