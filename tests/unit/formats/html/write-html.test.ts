import { describe, expect, test } from 'vitest';
import {
  type Block,
  BOOK_VERSION,
  type Book,
  type Section,
  type Sentence,
} from '../../../../src/book/book.ts';
import { CHUNK_CHARACTERS, type HtmlOptions, writeArticle } from '../../../../src/formats/html/write-html.ts';

let count = 0;
const plain = (text: string): Sentence => ({ id: `s-${++count}`, text, ruby: [], marks: [], words: [] });
const paragraph = (text: string): Block => ({ type: 'paragraph', sentences: [plain(text)] });

function bookOf(...sections: Section[]): Book {
  const metadata = { title: '', language: 'ja', creators: [] };
  return { version: BOOK_VERSION, id: 'book', metadata, title: [], sections };
}

const section = (id: string, heading: string, blocks: Block[], sections: Section[] = []): Section => {
  return { id, heading: heading === '' ? [] : [plain(heading)], blocks, sections };
};

/** The HTML with the sentences' spans taken off. */
function bare(book: Book, options: HtmlOptions = {}): string {
  return writeArticle(book, options).replace(/<span data-sentence="[^"]*" id="[^"]*">(.*?)<\/span>/gsu, '$1');
}

function block(...blocks: Block[]): string {
  return bare(bookOf(section('a', '', blocks))).replace(
    /^.*?<div class="chunk n\d+">|<\/div><\/section>$/gsu,
    '',
  );
}

describe('sections', () => {
  test('are named by their headings, one level below the other', () => {
    const book = bookOf(
      section('a', '一', [paragraph('あ')], [section('b', '二', [])]),
      section('c', '', []),
    );
    expect(bare(book)).toBe(
      '<section id="a" class="n1 lazy" aria-labelledby="a.h"><h2 id="a.h">一</h2><div class="chunk n1"><p>あ</p></div>' +
        '<section id="b" aria-labelledby="b.h"><h3 id="b.h">二</h3></section></section><section id="c" class="n1 lazy"></section>',
    );
  });

  test('start at the level that the page asks for', () => {
    expect(bare(bookOf(section('a', '一', [])), { headingOffset: 0 })).toContain('<h1 id="a.h">一</h1>');
  });

  test('go on below h6 with their true level', () => {
    let below = section('a7', '七', []);
    for (let depth = 6; depth > 0; depth--) below = section(`a${depth}`, '上', [], [below]);
    expect(bare(bookOf(below))).toContain('<h6 id="a7.h" aria-level="8">七</h6>');
  });

  test('are cut into chunks', () => {
    const half = 'あ'.repeat(CHUNK_CHARACTERS / 2);
    const html = bare(bookOf(section('a', '', [half, half, 'い', 'う'.repeat(5000), 'え'].map(paragraph))));
    const lengths = [...html.matchAll(/<div class="chunk n\d+">(.*?)<\/div>/gu)].map(
      ([, inside = '']) => inside.replace(/<[^>]*>/gu, '').length,
    );
    expect(lengths).toEqual([2000, 5001, 1]);
  });

  test('each show a word’s first occurrence', () => {
    const ruby = [{ start: 0, end: 1, reading: 'ほん', origin: 'lexicon', confidence: 1 }] as const;
    const book = (id: string): Block => ({ type: 'paragraph', sentences: [{ ...plain('本'), id, ruby }] });
    const html = writeArticle(
      bookOf(section('a', '', [book('s1'), book('s2')]), section('b', '', [book('s3')])),
    );
    expect(html.match(/class="w[^"]*"/gu)).toEqual(['class="w f"', 'class="w"', 'class="w f"']);
  });
});

describe('blocks', () => {
  const cell = (text: string, header = false) => ({ header, sentences: text === '' ? [] : [plain(text)] });
  const list = (...items: Block[][]): Block => ({
    type: 'list',
    ordered: false,
    items: items.map((blocks) => ({ blocks })),
  });
  test.each<[string, Block, string]>([
    ['a paragraph', { type: 'paragraph', sentences: [plain('One. '), plain('Two.')] }, '<p>One. Two.</p>'],
    ['a list', list([paragraph('あ'), list([paragraph('い')])]), '<ul><li>あ<ul><li>い</li></ul></li></ul>'],
    [
      'a list of paragraphs',
      list([paragraph('あ'), paragraph('い')]),
      '<ul><li><p>あ</p><p>い</p></li></ul>',
    ],
    [
      'a numbered list',
      { type: 'list', ordered: true, start: 3, items: [{ blocks: [paragraph('あ')] }] },
      '<ol start="3"><li>あ</li></ol>',
    ],
    [
      'a table',
      {
        type: 'table',
        caption: [plain('表')],
        rows: [
          [cell('あ', true), cell('', true)],
          [cell('い', true), cell('う')],
        ],
      },
      '<table><caption>表</caption><thead><tr><th scope="col">あ</th><td></td></tr></thead>' +
        '<tbody><tr><th scope="row">い</th><td>う</td></tr></tbody></table>',
    ],
    ['a quote', { type: 'quote', blocks: [paragraph('あ')] }, '<blockquote><p>あ</p></blockquote>'],
    [
      'a page break',
      { type: 'page-break', id: 'page-12', label: '12' },
      '<span role="doc-pagebreak" aria-label="ページ 12" id="page-12"></span>',
    ],
    ['code', { type: 'preformatted', sentences: [plain(' a\n'), plain('<b>')] }, '<pre> a\n&lt;b&gt;</pre>'],
    ['a rule', { type: 'thematic-break' }, '<hr>'],
    [
      'a drawing',
      {
        type: 'diagram',
        caption: [plain('図')],
        nodes: [{ label: [plain('あ')], children: [{ label: [plain('い')], children: [] }] }],
      },
      '<figure><ul class="diagram"><li><span class="box">あ</span><ul><li><span class="box">い</span></li></ul></li></ul><figcaption>図</figcaption></figure>',
    ],
    [
      'an image',
      { type: 'figure', src: 'a.png', alternative: [{ ...plain('"地図"'), id: 's-map' }], caption: [] },
      '<figure><img src="a.png" alt="&quot;地図&quot;" data-sentence="s-map" id="s-map" loading="lazy"></figure>',
    ],
    [
      'an image from elsewhere',
      { type: 'figure', src: 'https://example.jp/a.png', alternative: [], caption: [plain('図')] },
      '<figure><img alt="" loading="lazy"><figcaption>図</figcaption></figure>',
    ],
  ])('%s', (_name, one, html) => {
    expect(block(one)).toBe(html);
  });

  test('images and pages are named as the caller says', () => {
    const blocks: Block[] = [
      { type: 'figure', src: 'a.png', alternative: [], caption: [] },
      { type: 'page-break', id: 'p', label: '<1>' },
    ];
    const html = bare(bookOf(section('a', '', blocks)), {
      assetUrl: (path) => `/assets/${path}`,
      pageLabel: (label) => `page ${label}`,
    });
    expect(html).toContain('src="/assets/a.png"');
    expect(html).toContain('aria-label="page &lt;1&gt;"');
  });
});
