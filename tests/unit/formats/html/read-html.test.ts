import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../../src/book/walk.ts';
import { type HtmlReadOptions, readHtml } from '../../../../src/formats/html/read-html.ts';
import { outline } from '../outline.ts';

function read(html: string, options: Partial<HtmlReadOptions> = {}) {
  const result = readHtml(html, { id: 'doc', title: '題', ...options });
  if (!result.ok) throw new Error(result.error.code);
  return result;
}

function lines(html: string): string[] {
  return outline(read(html).book).filter((line) => line !== '#');
}

describe('blocks of a page', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', '<p>一。二。</p><p>三', ['一。/二。', '三']],
    ['text without an element around it', '一<p>二</p>三', ['一', '二', '三']],
    ['two line breaks as a paragraph’s end', '一<br>二<br><br>三', ['一⏎二', '三']],
    ['containers that mean nothing', '<div><center>一</center><section>二</section></div>', ['一', '二']],
    ['headings of six levels', '<h2>あ</h2>い<h3>う</h3><h2>え', ['# あ', 'い', '## う', '# え']],
    ['a heading by its role', '<div role="heading" aria-level="2">あ</div>い', ['# あ', 'い']],
    ['headings within containers', '<div><article><h2>あ</h2></article></div>い', ['# あ', 'い']],
    [
      'a list within a list',
      '<ul><li>一<ul><li>二</ul><li>三</ul>',
      ['ul', '- 一', '- ul', '- - 二', '- 三'],
    ],
    [
      'a list right within a list',
      '<ul><li>一<li>二<ul><li>三</ul></ul>',
      ['ul', '- 一', '- 二', '- ul', '- - 三'],
    ],
    ['a numbered list that starts later', '<ol start="3"><li>一</ol>', ['ol 3', '- 一']],
    ['a list that starts nowhere', '<ol start="x"><li>一</ol>', ['ol 1', '- 一']],
    ['terms', '<dl><dt>語<dd>一<dd>二</dl>', ['ul', '- <strong>語</>', '- 一', '- 二']],
    ['a quote', '<blockquote><p>一<h3>二</h3></blockquote>', ['> 一', '> <strong>二</>']],
    ['code', '<pre>\n a\n\tb\n</pre>', ['pre  a⏎/\tb']],
    ['a change of subject', '一<hr>二', ['一', '---', '二']],
    ['a link around blocks', '<a href="#x"><p>一</p><p>二</p></a>', ['一', '二']],
    ['details', '<details><summary>一</summary>二</details>', ['一', '二']],
    [
      'pages',
      '<p>一<span role="doc-pagebreak" aria-label="12ページ"></span>二</p>',
      ['一二', 'page 12 page-12'],
    ],
    [
      'a page whose label isn’t a number',
      '<p>一<span role="doc-pagebreak" aria-label="A-1"></span>二</p>',
      ['一二', 'page A-1 page-A-1'],
    ],
    [
      'a page at a paragraph’s start',
      '<p><span epub:type="pagebreak" title="3"></span>一',
      ['page 3 page-3', '一'],
    ],
    [
      'a figure',
      '<figure><img src="a.png" alt="地図"><figcaption>図1</figcaption></figure>',
      ['地図', '図1'],
    ],
  ])('%s', (_name, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });
});

describe('tables', () => {
  test.each<[string, string, string[]]>([
    ['headers', '<table><tr><th>年<th>人<tr><th>1<td>2</table>', ['*年 | *人', '*1 | 2']],
    [
      'cells that span',
      '<table><tr><td rowspan=2>一<td colspan=2>二<tr><td>三<td>四</table>',
      ['一 | 二 | ', ' | 三 | 四'],
    ],
    ['paragraphs in a cell', '<table><tr><td><p>一<p>二<td>三</table>', ['一⏎/二 | 三']],
    ['rows without a word', '<table><tr><td>一<td>二<tr><td> <td></table>', ['一 | 二']],
    ['one that lays out the page', '<table><tr><td><h2>あ</h2>一<td>二</table>', ['# あ', '一', '二']],
    ['one of a single cell', '<table><tr><td>一</table>', ['一']],
    ['one within another', '<table><tr><td>外<td><table><tr><td>一<td>二</table></table>', ['外', '一 | 二']],
  ])('%s', (_name, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  test('have their caption', () => {
    const { book } = read('<table><caption>人数</caption><tr><td>1<td>2</table>');
    expect(book.sections[0]?.blocks[0]).toMatchObject({ type: 'table', caption: [{ text: '人数' }] });
  });

  test('of spans without end stay small', () => {
    const row = `<tr>${'<td colspan=1000 rowspan=1000>あ'.repeat(300)}`;
    const { book } = read(`<table>${row.repeat(30)}</table>`);
    const [table] = book.sections[0]?.blocks ?? [];
    expect(table?.type === 'table' && Math.max(...table.rows.map((cells) => cells.length))).toBeLessThan(500);
  });
});

describe('what stands in a line', () => {
  test.each<[string, string, string]>([
    ['emphasis', '<p><em>あ</em>い<b>う</b><code>x</code>', '<emphasis>あ</>い<strong>う</><code>x</>'],
    ['white space, as HTML has it', '<p> 一\n  二  three\n four ', '一二 three four'],
    ['full-width spaces, which are text', '<p>一　二', '一　二'],
    ['entities', '<p>&lt;b&gt; &amp; &nbsp;&#x4e00;', '<b> & \u00a0一'],
    ['links elsewhere', '<p><a href="https://example.jp/">あ</a>', '<https://example.jp/>あ</>'],
    ['links of a site that isn’t known', '<p><a href="/a.html">あ</a>', 'あ'],
    ['links that would run', '<p><a href="javascript:alert(1)">あ</a>', 'あ'],
    ['links hidden in white space', '<p><a href="java\nscript:alert(1)">あ</a>', 'あ'],
    ['links to nowhere here', '<p><a href="#nowhere">あ</a>', 'あ'],
    ['images’ words', '<p>一<img src=a.png alt="地図">二<img src=b.png>', '一地図二'],
    ['a drawing’s name', '<p>一<svg><title>矢印</title><text>x</text></svg>', '一矢印'],
    ['a quotation', '<p><q>はい</q>と', '「はい」と'],
    ['ruby', '<p><ruby>協働<rp>（</rp><rt>きょうどう</rt><rp>）</rp></ruby>する', '«協働|きょうどう»する'],
    ['ruby part by part', '<p><ruby>協<rt>きょう</rt>働<rt>どう</rt></ruby>', '«協|きょう»«働|どう»'],
    [
      'ruby with rb',
      '<p><ruby><rb>協</rb><rb>働</rb><rt>きょう</rt><rt>どう</rt></ruby>',
      '«協|きょう»«働|どう»',
    ],
    ['ruby over several rb', '<p><ruby><rb>今</rb><rb>日</rb><rt>きょう</rt></ruby>', '«今日|きょう»'],
    ['ruby in rtc', '<p><ruby>協働<rtc><rt>きょうどう</rt></rtc></ruby>', '«協働|きょうどう»'],
    ['ruby without a reading', '<p><ruby>協働<rt></rt></ruby>', '協働'],
  ])('%s', (_name, html, expected) => {
    expect(lines(html)).toEqual([expected]);
  });

  test.each([
    '<base href="https://example.jp/a/">',
    '<link rel="canonical" href="https://example.jp/a/b.html">',
  ])('relative links lead where the page came from: %s', (head) => {
    expect(lines(`<head>${head}</head><p><a href="c.html">あ</a>`)).toEqual([
      '<https://example.jp/a/c.html>あ</>',
    ]);
  });

  test('links within the page lead to the sentence that stands there', () => {
    const { book } = read(
      '<p><a href="#a">一</a><a href="#%E4%BA%8C">二</a></p><h2 id="a">三</h2><p><a name="二"></a>四',
    );
    const [intro, section] = book.sections;
    const [block] = intro?.blocks ?? [];
    const [paragraph] = section?.blocks ?? [];
    const marks = block?.type === 'paragraph' ? block.sentences.flatMap((sentence) => sentence.marks) : [];
    expect(marks.map((mark) => mark.type === 'link' && mark.href)).toEqual([
      `#${section?.heading[0]?.id}`,
      `#${paragraph?.type === 'paragraph' && paragraph.sentences[0]?.id}`,
    ]);
  });
});

describe('what is no text of the page is left out', () => {
  test.each([
    '<script>alert(1)</script>',
    '<style>p { color: red }</style>',
    '<nav><a href="/">トップ</a></nav>',
    '<div role="navigation">トップ</div>',
    '<form><label>名前</label><input value="x"><select><option>一</select><textarea>二</textarea><button>送る</button></form>',
    '<iframe src="https://example.jp/">枠</iframe>',
    '<template>型</template>',
    '<noscript>スクリプト</noscript>',
    '<p hidden>隠す</p>',
    '<p style="color: red; display: none">隠す</p>',
    '<span aria-hidden="true">★</span>',
    '<!-- 注 -->',
    '<video>動画</video>',
    '<dialog>窓</dialog>',
  ])('%s', (html) => {
    expect(lines(`<p>一</p>${html}<p>二</p>`)).toEqual(['一', '二']);
  });

  test('a form around the whole page is no reason', () => {
    expect(lines('<form><h2>あ</h2><p>一<input></form>')).toEqual(['# あ', '一']);
  });

  test('where a page has a main part, that is read', () => {
    expect(lines('<div>飾り</div><main><p>一</main><footer>住所</footer>')).toEqual(['一']);
    expect(lines('<div>飾り</div><main></main><p>一')).toEqual(['飾り', '一']);
  });
});

describe('what a page says of itself', () => {
  const titleOf = (html: string, options: Partial<HtmlReadOptions> = {}): string => {
    const result = readHtml(html, { id: 'doc', ...options });
    return result.ok ? result.book.metadata.title : result.error.code;
  };

  test.each<[string, string, Partial<HtmlReadOptions>, string]>([
    ['its only h1 at the start', '<title>市</title><h1>計画</h1><p>一', {}, '計画'],
    ['an h1 outside of the main part', '<h1>計画</h1><main><p>一</main>', {}, '計画'],
    ['its title where there are several h1', '<title>市\n の頁</title><h1>一</h1><h1>二</h1>', {}, '市 の頁'],
    ['its title where words stand before the h1', '<title>市</title><p>前</p><h1>一</h1>', {}, '市'],
    ['what it is given', '<title>市</title><h1>計画</h1>', { title: '案内' }, '案内'],
    ['the file’s name', '<p>一', { fallbackTitle: 'plan' }, 'plan'],
    ['its first heading', '<h2>あ</h2>', {}, 'あ'],
    ['its id', '<p>一', {}, 'doc'],
  ])('the title is %s', (_name, html, options, title) => {
    expect(titleOf(html, options)).toBe(title);
  });

  test('the title keeps its readings, and isn’t read twice', () => {
    const result = readHtml('<h1><ruby>計画<rt>けいかく</rt></ruby></h1><p>一', { id: 'doc', title: '計画' });
    expect(result.ok && [result.book.title[0]?.ruby[0]?.reading, outline(result.book)]).toEqual([
      'けいかく',
      ['#', '一'],
    ]);
  });

  test.each([
    ['<html lang="en"><p>English', 'en'],
    ['<html lang="en"><p>ひらがながある', 'ja'],
    ['<html lang="&quot;x"><p>English', 'ja'],
    ['<p>漢字', 'ja'],
  ])('the language of %s is %s', (html, language) => {
    expect(read(html).book.metadata.language).toBe(language);
  });

  test('its author', () => {
    expect(read('<meta name="author" content="市役所"><p>一').book.metadata.creators).toEqual(['市役所']);
  });
});

test.each(['', '  \n', '<title>題</title>', '<script>x</script>', '<p>　</p>', '<img src=a.png>'])(
  'a page without a word is empty: %j',
  (html) => {
    expect(readHtml(html, { id: 'doc' })).toEqual({ ok: false, error: { code: 'empty' } });
  },
);

test('what was changed is said', () => {
  const { diagnostics } = read('<img src="a.png" alt="地図"><a href="b.html">一</a>');
  expect(diagnostics).toEqual([
    { code: 'image-shown-as-text', line: null, detail: 'a.png' },
    { code: 'link-dropped', line: null, detail: 'b.html' },
  ]);
});

describe('broken pages', () => {
  test.each<[string, string, string[]]>([
    ['tags that cross', '<p><b>一<i>二</b>三</i>', ['<strong>一<emphasis>二</></><emphasis>三</>']],
    ['tags that are never closed', '<div><p>一<ul><li>二', ['一', 'ul', '- 二']],
    ['tags that were never opened', '</div></p>一</b>', ['一']],
    ['text in a table', '<table>一<tr><td>二<td>三</table>', ['一', '二 | 三']],
    ['an attribute without an end', '<p>一<a href="x', ['一']],
  ])('%s', (_name, html, expected) => {
    expect(lines(html)).toEqual(expected);
  });

  test.each([
    ['boxes', '<div>'],
    ['lists', '<ul><li>'],
    ['quotes', '<blockquote>'],
    ['emphasis', '<b><i>'],
    ['tables', '<table><tr><td>'],
  ])(
    '%s within one another, many times over, keep their words and take no time to speak of',
    (_name, tag) => {
      const { book, diagnostics } = read(`<p>前</p>${tag.repeat(20_000)}中<script>x</script>&amp;`);
      expect(sentencesOf(book).map(({ sentence }) => sentence.text)).toEqual(['題', '前', '中&']);
      expect(diagnostics.map(({ code }) => code)).toContain('nested-too-deep');
    },
  );

  test('thousands of broken tags are text at most', () => {
    const [tags, open] = ['<'.repeat(100_000), '<script>'.repeat(10_000)];
    expect(() => read(`<p>一${tags}${'<div>'.repeat(1000)}${open}`)).not.toThrow();
  });
});
