/** Documents that are hard to put into a book's formats, by what is hard in them. Markdown. */
import type { Book } from '../../../src/book/book.ts';
import { readMarkdown } from '../../../src/formats/markdown/read-markdown.ts';

const DOCUMENTS: Readonly<Record<string, string>> = {
  'pages anywhere': [
    '# ページのある本',
    '<!-- page: 1 -->',
    'はじめの文。二つ目の文。',
    '## 一章',
    '文です。<!-- page: 3 -->',
    '- 項目\n\n  <!-- page: 4 -->\n\n  続き',
    '> 引用\n>\n> <!-- page: iv -->\n>\n> 続き',
    '<!-- page: iv -->',
    '<!-- page: 4 -->',
    '<!-- page: ７ -->',
    '<!-- page: 0 -->',
    '<!-- page: 99999999999999999999 -->',
    'おわり。',
  ].join('\n\n'),
  'headings of all levels': '# あ\n\n# 一\n\n## 二\n\n### 三\n\n#### 四\n\n##### 五\n\n###### 六\n\n文。',
  'skipped levels': '# 題\n\n## あ\n\n文。\n\n###### い\n\n文。\n\n### う\n\n文。',
  'no heading': '見出しのない文書です。二文目です。\n\n二段落目。',
  'text before the first heading': '見出しの前。\n\n# 一\n\n文\n\n# 二\n\n文',
  'sections without text': '# 題\n\n## 空\n\n## 次も空\n\n### その下も\n\n## 文のある章\n\n文。',
  'tables of headers alone':
    '# 表\n\n| 一 | 二 |\n|---|---|\n\n| a | b |\n|---|---|\n| 1 |  |\n|  |  |\n\n> | q | r |\n> |---|---|\n> | 1 | 2 |',
  'lists in lists':
    '# 並び\n\n- 一\n  - 二\n    - 三\n      1. 四\n- \n- 五\n\n  段落\n\n  > 引用\n\n7. 七から\n\n文\n\n0. 零から',
  'quotes, rules, code':
    '# 引用\n\n> 一\n>\n> > 二\n> >\n> > - 三\n\n---\n\n***\n\n```js\nconst a = 1 < 2 && "x";\n\n  return a;\n```\n\n`code`',
  images: '# 画像\n\n![](a.png)\n\n![図](b.png "説明")\n\n文の中の ![絵](c.png) 絵。\n\n![](d.png)![](e.png)',
  links: [
    '# リンク',
    '[外](https://example.jp/?a=b&c=d) [電話](tel:0441234567) [メール](mailto:a@example.jp) [中](#aa) [無い所](#nowhere) [本](/read/hard#aa)',
    '[別の本](/read/plan-1#x) [危](javascript:x) [変](https://example.jp/%zz) [空](<>) <https://example.jp/> [w](https://user:pw@example.jp:9999/)',
    '[日本語](https://例え.jp/日本語?鍵=値#節) [記号](https://example.jp/a|b^c) [宛て先](mailto:) [番号](tel:) [v6](http://[::1]/)',
    '## [見出しの**リンク**](https://example.jp/) {#aa}',
    '文',
  ].join('\n\n'),
  emoji: '# 絵文字😀\n\n👨‍👩‍👧 家族。🇯🇵 旗。1️⃣ 番。𠮷野家。葛󠄀城。\n\n😀\n\n★☆♪',
  'control characters':
    '# 制\u0001御\u0007文字\n\n文の\u0008中\u000b\u000c\u001f\u007f\u0085\u200b\u202e\ufffe\uffff終。\n\n\u0001',
  'nothing to say in its title': '# …\n\n文です。\n\n## ★\n\n文。',
  'nothing to say at all': '# ★\n\n---\n\n## ☆\n\n…\n\n。',
  'a sentence of 5,000 characters': `# 長い文\n\n${'とても長い文がつづき、'.repeat(455)}おわる。`,
  'Latin alone': `# Only Latin\n\nThe quick brown fox. ${'a'.repeat(400)}\n\n## Section two\n\nText & more <b>.`,
  Chinese: '# 中文文件\n\n这是中文的句子。第二句。\n\n## 第二节\n\n内容。',
  Korean: '# 한국어 문서\n\n이것은 한국어 문장입니다.\n\n## 두 번째\n\n내용.',
  'signs of vendors':
    '# 記号①Ⅲ㈱\n\n①一 Ⅲ章 ㈱川崎 5㎞ 10㎡ ㍻ ℡ № ⑳ ㉑ ⅳ ❶ 髙橋 𠮟る 〜 − — • ¥ \\\\ ~ é ½ © € ﾊﾝｶｸ\n\n## Ⅳ　髙い\n\n文。',
  ruby: '# {地域|ちいき}{福祉|ふくし}\n\n{協働|きょうどう}と**{福|ふく}祉**[{協議|きょうぎ}会](https://example.jp/)。{x|<&"\'>}\n\n## {第一|だいいち}\n\n| {表|ひょう} | b |\n|---|---|\n| {値|あたい} | 2 |',
  drawings: '# 図\n\n```diagram\ncaption: 図の説明です。\n- 市\n  - 区\n- 会\n```\n\n```diagram\n- 一\n```',
  'the same again and again': '# 同じ\n\n同じ。同じ。\n\n## 同じ\n\n同じ。\n\n## 同じ\n\n同じ。',
  'words that look like markup':
    '# <b>&amp;"\'\n\n]]> <![CDATA[ <!-- x --> &nbsp; &lt; <?xml?> --\n\n## a--b ]]&gt;\n\n--',
  'ids that formats use':
    '# 番\n\n## 一 {#page-1}\n\n<!-- page: 1 -->\n\n文\n\n## 二 {#title}\n\n文\n\n## 三 {#colophon}\n\n## 四 {#ncx}\n\n## 五 {#toc}\n\n## 六 {#main}',
};

/** A book from Markdown. */
export function bookOf(source: string, fallbackTitle = 'book'): Book {
  const read = readMarkdown(source, { id: 'hard', fallbackTitle, hasAsset: () => true });
  if (!read.ok) throw new Error(`${fallbackTitle}: ${read.error.code}`);
  return read.book;
}

function withMetadata(book: Book, metadata: Partial<Book['metadata']>): Book {
  return { ...book, metadata: { ...book.metadata, ...metadata } };
}

/** Each with its name, as a table of tests takes them. */
export const hardBooks: readonly (readonly [string, Book])[] = [
  ...Object.entries(DOCUMENTS).map(([name, source]): [string, Book] => [name, bookOf(source, name)]),
  [
    'columns from right to left',
    withMetadata(bookOf('# {縦|たて}\n\n12月3日の文。'), { writingMode: 'vertical' }),
  ],
  [
    'all that can be said of a book',
    withMetadata(bookOf('# 題\n\n文。'), {
      statement: '<試>&',
      source: 'もと"&',
      publisher: '市',
      creators: ['甲', '乙'],
    }),
  ],
  ['no title', { ...withMetadata(bookOf('文。'), { title: ' ' }), title: [] }],
  ['no section', { ...bookOf('# 題\n\n文。'), sections: [] }],
];
