import { describe, expect, test } from 'vitest';
import { type MarkdownOptions, readMarkdown } from '../../../../src/formats/markdown/read-markdown.ts';
import { outline, show } from '../outline.ts';

function read(source: string, options: Partial<MarkdownOptions> = {}) {
  const result = readMarkdown(source, { id: 'book', ...options });
  if (!result.ok) throw new Error(result.error.code);
  const { book, frontMatter, diagnostics } = result;
  return {
    book,
    frontMatter,
    title: show(book.title),
    lines: outline(book),
    problems: diagnostics.map(({ code, line }) => `${line} ${code}`),
  };
}

describe('text', () => {
  test.each<[string, string, string[]]>([
    ['is cut into sentences', '一つ目です。二つ目です。', ['一つ目です。/二つ目です。']],
    ['joins wrapped lines of Japanese', 'これは\n本です。', ['これは本です。']],
    ['puts a space between wrapped Latin words', 'one\ntwo.', ['one two.']],
    ['joins a wrapped line where one side is Japanese', '本は\nBook\nです。', ['本はBookです。']],
    ['keeps a space between Latin sentences', 'One. Two.', ['One. /Two.']],
    ['keeps a line break that was meant', '住所  \n電話', ['住所⏎電話']],
    ['keeps a line break that was meant between sentences', '一つ。\\\n二つ。', ['一つ。⏎/二つ。']],
    ['takes `<br>` for a line break', '住所<br>電話', ['住所⏎電話']],
    ['has emphasis', '*一* **二** `三`', ['<emphasis>一</> <strong>二</> <code>三</>']],
    ['has nested emphasis, the outer first', '***一***', ['<emphasis><strong>一</></>']],
    ['cuts emphasis at the sentence’s end', '**一。二。**', ['<strong>一。</>/<strong>二。</>']],
    ['keeps code as it stands', '`{協働|きょうどう}`', ['<code>{協働|きょうどう}</>']],
  ])('%s', (_name, source, lines) => {
    const found = read(source);
    expect(found.lines).toEqual(['#', ...lines]);
    expect(found.problems).toEqual([]);
  });
});

describe('readings', () => {
  test.each<[string, string, string[]]>([
    ['{協働|きょうどう}する', '«協働|きょうどう»する', []],
    ['**{協働|きょうどう}**', '<strong>«協働|きょうどう»</>', []],
    ['[{協働|きょうどう}](/a)', '</a>«協働|きょうどう»</>', []],
    ['{一。二|ワン}です。', '«一。二|ワン»です。', []],
    ['\\{協働|きょうどう}', '{協働|きょうどう}', []],
    ['\\\\{協働|きょうどう}', '\\«協働|きょうどう»', []],
    ['{協働\\|きょうどう}', '«協働|きょうどう»', []],
    ['{協働|協働}', '協働', []],
    ['{協働|}', '{協働|}', ['1 ruby-malformed']],
    ['{|きょうどう}', '{|きょうどう}', ['1 ruby-malformed']],
    ['{協働きょうどう}', '{協働きょうどう}', ['1 ruby-malformed']],
    ['{協働|きょう|どう}', '{協働|きょう|どう}', ['1 ruby-malformed']],
    ['{協働|きょうどう', '{協働|きょうどう', ['1 ruby-malformed']],
    ['協働}', '協働}', ['1 ruby-malformed']],
    ['{*協*|きょう}', '{<emphasis>協</>|きょう}', ['1 ruby-malformed', '1 ruby-malformed']],
  ])('%s', (source, line, problems) => {
    const found = read(source);
    expect([found.lines[1], found.problems]).toEqual([line, problems]);
  });

  test('are the author’s own', () => {
    const [block] = read('{協働|きょうどう}').book.sections[0]?.blocks ?? [];
    const ruby = block?.type === 'paragraph' ? block.sentences[0]?.ruby : null;
    expect(ruby).toEqual([{ start: 0, end: 2, reading: 'きょうどう', origin: 'author', confidence: 1 }]);
  });
});

describe('headings', () => {
  test.each<[string, string, string[]]>([
    ['nest by their levels', '## 一\n\n### 二\n\n## 三', ['# 一', '## 二', '# 三']],
    ['leave no level out', '## 一\n\n##### 二\n\n### 三', ['# 一', '## 二', '## 三']],
    ['may rise above the first', '### 一\n\n## 二\n\n### 三', ['# 一', '# 二', '## 三']],
    ['leave the text before them its own section', 'まえ\n\n## 一', ['#', 'まえ', '# 一']],
    ['take page breaks before them along', '<!-- page: 1 -->\n\n## 一', ['# 一', 'page 1 page-1']],
    ['in a quote are strong lines', '> # 一', ['#', '> <strong>一</>']],
    ['may be empty', '##\n\nあ', ['#', 'あ']],
  ])('%s', (_name, source, lines) => {
    expect(read(source).lines).toEqual(lines);
  });

  test('have the ids that their author gave them', () => {
    const { book, problems } = read('## 目標 {#goals}\n\n## **協** {#b-2}\n');
    expect(book.sections.map(({ id, heading }) => [id, show(heading)])).toEqual([
      ['goals', '目標'],
      ['b-2', '<strong>協</>'],
    ]);
    expect(problems).toEqual([]);
  });

  test('have stable ids where their author gave none', () => {
    const [one] = read('## 目標').book.sections;
    const [, moved] = read('## 前\n\n## 目標').book.sections;
    expect(one?.id).toMatch(/^sec-[0-9a-z]+$/u);
    expect(moved?.id).toBe(one?.id);
  });

  test('get another id where theirs is none, or taken', () => {
    const { book, problems } = read('## 一 {#1}\n\n## 二 {#a}\n\n## 三 {#a}\n');
    expect(book.sections.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^sec-/u),
      'a',
      expect.stringMatching(/^sec-/u),
    ]);
    expect(problems).toEqual(['1 heading-id-replaced', '5 heading-id-replaced']);
  });

  test('an author’s id wins over one that was made', () => {
    const made = read('## 目標').book.sections[0]?.id ?? '';
    const { book } = read(`## 目標\n\n## 別 {#${made}}`);
    expect(book.sections.map(({ id }) => id)).toEqual([`${made}-2`, made]);
  });
});

describe('the title', () => {
  test.each<[string, string, Partial<MarkdownOptions>, string, string[]]>([
    ['is the only leading heading', '# {題|だい}\n\nあ', {}, '«題|だい»', ['#', 'あ']],
    ['is what is given', 'あ', { title: '{計画|けいかく}' }, '«計画|けいかく»', ['#', 'あ']],
    ['is not repeated', '# {題|だい}\n\nあ', { title: '題' }, '«題|だい»', ['#', 'あ']],
    ['leaves another heading alone', '# 別\n\nあ', { title: '題' }, '題', ['# 別', 'あ']],
    ['is none of several headings', '# 一\n\n# 二', { fallbackTitle: 'file' }, 'file', ['# 一', '# 二']],
    ['is no heading after text', 'あ\n\n# 一', { fallbackTitle: 'file' }, 'file', ['#', 'あ', '# 一']],
    ['is the first heading, at last', '## 一\n\nあ', { fallbackTitle: ' ' }, '一', ['# 一', 'あ']],
    ['is the id where there is nothing else', 'あ', {}, 'book', ['#', 'あ']],
  ])('%s', (_name, source, options, title, lines) => {
    const found = read(source, options);
    expect([found.title, found.lines]).toEqual([title, lines]);
    expect(found.book.metadata.title).toBe(title.replace(/«(.+)\|.+»/u, '$1'));
  });
});

describe('front matter', () => {
  test.each<[string, string, string | null, string[]]>([
    ['is handed on as it stands', '---\nid: a\nb: 1\n---\nあ', 'id: a\nb: 1', ['#', 'あ']],
    ['is found behind CRLF and a byte order mark', '\ufeff---\r\nid: a\r\n---\r\nあ', 'id: a', ['#', 'あ']],
    ['is absent', 'あ', null, ['#', 'あ']],
    ['that isn’t closed is text', '---\nid: a\nあ', null, ['#', '---', 'id: aあ']],
    ['without a key is text', '---\nあ。\n\n---\n', null, ['#', '---', 'あ。', '---']],
  ])('%s', (_name, source, frontMatter, lines) => {
    const found = read(source);
    expect([found.frontMatter, found.lines]).toEqual([frontMatter, lines]);
  });

  test('doesn’t shift line numbers', () => {
    expect(read('---\nid: a\n---\n\n{協働}').problems).toEqual(['5 ruby-malformed']);
  });
});

describe('blocks', () => {
  test.each<[string, string, string[]]>([
    ['a list', '- 一\n- 二\n  - 三', ['ul', '- 一', '- 二', '- ul', '- - 三']],
    ['a numbered list', '3. 一\n4. 二', ['ol 3', '- 一', '- 二']],
    ['a quote', '> 一\n>\n> 二', ['> 一', '> 二']],
    ['a rule', 'あ\n\n***', ['あ', '---']],
    ['code', '```js\n  a\n\nb\n```', ['pre   a⏎⏎/b']],
    ['indented code', '    {協働|きょうどう}', ['pre {協働|きょうどう}']],
    ['a page', 'あ\n\n<!-- page: 12 -->\n\nい', ['あ', 'page 12 page-12', 'い']],
    ['a page within a paragraph', 'あ<!-- page: xii -->い', ['あい', 'page xii page-xii']],
    ['a table', '|あ|い|\n|---|---|\n|う|え|', ['*あ | *い', 'う | え']],
    [
      'a table with readings',
      '|{協働|きょうどう}|い|\n|---|---|\n|{約\\|やく}|\\{a|',
      ['*«協働|きょうどう» | *い', '«約|やく» | {a'],
    ],
    [
      'a table whose rows have headers',
      '|あ|い|\n|---|---|\n|**う**|え|',
      ['*あ | *い', '*<strong>う</> | え'],
    ],
    ['a table without headers', '| | |\n|---|---|\n|う|え|', ['う | え']],
    ['a table with short rows', '|あ|い|\n|---|---|\n|う|', ['*あ | *い', 'う | ']],
    ['an image', '![地図](img/map.png "川崎の{地図|ちず}")', ['figure img/map.png 地図 (川崎の«地図|ちず»)']],
    ['an image by reference', '![地図][m]\n\n[m]: map.png', ['figure map.png 地図 ()']],
    [
      'a drawing',
      '```diagram\ncaption: {図|ず}です。\n- {理念|りねん}\n  - 一\n  - 二\n- 三\n```',
      ['diagram «図|ず»です。', '· «理念|りねん»', '·· 一', '·· 二', '· 三'],
    ],
    ['a comment, left out', 'あ\n\n<!-- い -->\n\nう', ['あ', 'う']],
  ])('%s', (_name, source, lines) => {
    const found = read(source);
    expect(found.lines.slice(1)).toEqual(lines);
  });

  test('pages with the same label have ids of their own', () => {
    expect(read('あ\n\n<!-- page: 1 -->\n\n<!-- page: 1 -->\n\n<!-- page: 一 -->').lines.slice(2)).toEqual([
      'page 1 page-1',
      expect.stringMatching(/^page 1 page-[0-9a-z]{11}$/u),
      expect.stringMatching(/^page 一 page-[0-9a-z]{11}$/u),
    ]);
  });
});

describe('what a book may not hold becomes text, and is reported', () => {
  test.each<[string, string, string[], string[]]>([
    ['HTML', '<script>alert(1)</script>', ['<script>alert(1)</script>'], ['1 html-shown-as-text']],
    [
      'HTML in a line',
      'あ<b onclick="x">い</b>',
      ['あ<b onclick="x">い</b>'],
      ['1 html-shown-as-text', '1 html-shown-as-text'],
    ],
    ['a comment with more behind it', '<!-- a --> い', ['<!-- a --> い'], ['1 html-shown-as-text']],
    ['a script’s address', '[い](javascript:alert(1))', ['い'], ['1 link-dropped']],
    ['an address of another host', '[い](//example.jp)', ['い'], ['1 link-dropped']],
    ['an address by reference', '[い][r]\n\n[r]: data:text/html,x', ['い'], ['1 link-dropped']],
    ['an image from elsewhere', '![地図](https://example.jp/a.png)', ['地図'], ['1 image-shown-as-text']],
    ['an image in a line', 'あ ![地図](a.png)', ['あ 地図'], ['1 image-shown-as-text']],
    [
      'a drawing without boxes',
      '```diagram\ncaption: 図\nあ\n```',
      ['pre caption: 図⏎/あ'],
      ['1 diagram-malformed'],
    ],
    ['a drawing without a caption', '```diagram\n- あ\n```', ['diagram', '· あ'], ['1 diagram-malformed']],
  ])('%s', (_name, source, lines, problems) => {
    const found = read(source);
    expect([found.lines.slice(1).map((line) => line.trim()), found.problems]).toEqual([lines, problems]);
  });

  test('an image that doesn’t come with the document', () => {
    const found = read('![地図](a.png)', { hasAsset: () => false });
    expect([found.lines[1], found.problems]).toEqual(['地図', ['1 image-shown-as-text']]);
  });

  test('quotes without end', () => {
    const found = read(`${'>'.repeat(200)}あ`);
    expect(found.lines.at(-1)).toMatch(/^(?:> )+あ$/u);
    expect(found.problems).toEqual(['1 nested-too-deep']);
  });
});

test.each(['', ' \n\n', '---\nid: a\n---\n', '<!-- a -->', '```\n\n```', '[a]: /b'])(
  '%j is empty',
  (source) => {
    expect(readMarkdown(source, { id: 'book' })).toEqual({ ok: false, error: { code: 'empty' } });
  },
);
