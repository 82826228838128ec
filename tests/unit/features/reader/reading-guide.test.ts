// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createReadingGuide } from '../../../../src/features/reader/reading-guide.ts';

const place = {
  vertical: false,
  read: { start: 100.4, end: 140.6 },
  text: { start: 20, end: 900 },
  inlineStart: 16,
  inlineSize: 358,
};

function make() {
  const frame = document.createElement('main');
  const guide = createReadingGuide(frame);
  const holder = frame.firstElementChild as HTMLElement;
  const moves = (): Record<string, string> =>
    Object.fromEntries(
      [...holder.children].map((part) => [part.className, (part as HTMLElement).style.transform]),
    );
  return { frame, guide, holder, moves };
}

it('The guide is for the eyes alone, and hidden until it has a place', () => {
  const { holder, guide } = make();
  expect(holder.getAttribute('aria-hidden')).toBe('true');
  expect(holder.hidden).toBe(true);
  guide.place(place);
  expect(holder.hidden).toBe(false);
  guide.place(null);
  expect(holder.hidden).toBe(true);
});

it('Its parts fill the text before, at and after what is read, without a gap', () => {
  const { guide, moves } = make();
  guide.place(place);
  expect(moves()).toEqual({
    before: 'translateY(20px) scaleY(80)',
    read: 'translateY(100px) scaleY(41)',
    after: 'translateY(141px) scaleY(759)',
    edge: 'translateY(141px)',
  });
});

it('In vertical writing they go to the left', () => {
  const { guide, moves } = make();
  guide.place({ ...place, vertical: true });
  expect(moves()).toEqual({
    before: 'translateX(-20px) scaleX(80)',
    read: 'translateX(-100px) scaleX(41)',
    after: 'translateX(-141px) scaleX(759)',
    edge: 'translateX(-141px)',
  });
});

it('A move changes transforms and nothing that is laid out', () => {
  const { guide, holder } = make();
  guide.place(place);
  const observer = new MutationObserver(() => {});
  observer.observe(holder, { attributes: true, childList: true, subtree: true });
  const size = holder.style.inlineSize;
  guide.place({ ...place, read: { start: 200, end: 240 } });
  const changes = observer.takeRecords();
  expect(changes.filter(({ type }) => type === 'childList')).toEqual([]);
  expect(new Set(changes.map(({ attributeName }) => attributeName))).toEqual(new Set(['style']));
  expect(changes.some(({ target }) => target === holder)).toBe(false);
  expect(holder.style.inlineSize).toBe(size);
});

it('Nothing of it stays once it is taken away', () => {
  const { frame, guide } = make();
  guide.place(place);
  guide.remove();
  expect(frame.childElementCount).toBe(0);
});
