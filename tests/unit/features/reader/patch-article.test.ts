// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { patchArticle } from '../../../../src/features/reader/patch-article.ts';

const sentence = (id: string, inside: string): string =>
  `<span data-sentence="${id}" id="${id}">${inside}</span>`;
const ruby = (base: string, reading: string): string =>
  `<span class="w"><ruby>${base}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby></span>`;

function show(html: string): HTMLElement {
  const article = document.createElement('article');
  article.innerHTML = html;
  document.body.append(article);
  return article;
}

afterEach(() => document.body.replaceChildren());

const before = `<h1>${sentence('a', ruby('市場', 'しじょう'))}</h1><p>${sentence('b', 'まちの')}${sentence('c', ruby('市場', 'しじょう'))}</p><ul><li>${sentence('d', 'おわり')}</li></ul>`;

it('writes only the sentences anew that differ, within their own elements', () => {
  const article = show(before);
  const elements = [...article.querySelectorAll('[data-sentence]')];
  elements[2]?.setAttribute('aria-current', 'true');
  const kept = elements[0]?.firstElementChild;
  const after = before.replace(/しじょう(?=<\/rt><rp>）<\/rp><\/ruby><\/span><\/span><\/p>)/u, 'いちば');
  expect(patchArticle(article, before, after)).toEqual([elements[2]]);
  expect([...article.querySelectorAll('[data-sentence]')]).toEqual(elements);
  expect(elements[0]?.firstElementChild).toBe(kept);
  expect(elements[2]?.getAttribute('aria-current')).toBe('true');
  elements[2]?.removeAttribute('aria-current');
  expect(article.innerHTML).toBe(after);
});

it('writes a sentence with links and emphasis, and leaves what follows it', () => {
  const from = `<p>${sentence('a', 'x')}</p><p>${sentence('b', 'y')}</p>`;
  const to = `<p>${sentence('a', '<a href="/b"><em>z</em></a>')}</p><p>${sentence('b', 'y')}</p>`;
  const article = show(from);
  patchArticle(article, from, to);
  expect(article.innerHTML).toBe(to);
});

it('writes all anew where the sentences are others', () => {
  const article = show(before);
  const after = `<p>${sentence('z', 'べつの文')}</p>`;
  expect(patchArticle(article, before, after).map(({ id }) => id)).toEqual(['z']);
  expect(article.innerHTML).toBe(after);
});

it('touches nothing where nothing differs', () => {
  const article = show(before);
  expect(patchArticle(article, before, before)).toEqual([]);
});

it('gives a sentence the class that it is written with, and takes it away', () => {
  const apart = before.replace('id="b">', 'id="b" class="ph">');
  const article = show(before);
  patchArticle(article, before, apart);
  expect(article.innerHTML).toBe(apart);
  patchArticle(article, apart, before);
  expect(article.innerHTML).toBe(before);
});
