import { describe, expect, test } from 'vitest';
import { FILE_ENDINGS, MAX_BYTES, readDocument } from '../../../src/formats/read-document.ts';
import { outline } from './outline.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file is read by its ending', () => {
  test.each<[string, string, string, string[]]>([
    ['text.txt', '# あ', 'text', ['#', '# あ']],
    ['plan.md', '## あ\n\nい', 'plan', ['# あ', 'い']],
    ['PLAN.Markdown', '# 題\n\nい', '題', ['#', 'い']],
    ['folder/note', 'あ', 'note', ['#', 'あ']],
    ['a.b.txt', 'あ', 'a.b', ['#', 'あ']],
    ['page.html', '<h2>あ</h2>い', 'page', ['# あ', 'い']],
    ['PAGE.HTM', '<title>題</title><p>い', '題', ['#', 'い']],
  ])('%s', async (name, text, title, lines) => {
    const read = await readDocument({ name, bytes: utf8(text) });
    if (!read.ok) throw new Error(read.error.code);
    expect([read.book.metadata.title, outline(read.book)]).toEqual([title, lines]);
  });

  test('Shift_JIS too', async () => {
    const read = await readDocument({ name: 'a.txt', bytes: Uint8Array.from([0x8b, 0xa6, 0x93, 0xad]) });
    expect(read.ok && outline(read.book)).toEqual(['#', '協働']);
  });

  test('a page in the encoding that it names', async () => {
    const head = new TextEncoder().encode('<meta charset="euc-jp">');
    const read = await readDocument({
      name: 'a.html',
      bytes: Uint8Array.from([...head, 0xb6, 0xa8, 0xc6, 0xaf]),
    });
    expect(read.ok && outline(read.book)).toEqual(['#', '協働']);
  });

  test('the file chooser is told which', () => {
    expect(FILE_ENDINGS).toEqual(['.md', '.markdown', '.txt', '.text', '.html', '.htm']);
  });
});

describe('a file that can’t be read says why', () => {
  test.each<[string, string, Uint8Array, string]>([
    ['it is empty', 'a.txt', utf8(''), 'empty'],
    ['it has no words', 'a.md', utf8('<!-- a -->'), 'empty'],
    ['its page has no words', 'a.html', utf8('<title>題</title>'), 'empty'],
    ['it is too large', 'a.txt', new Uint8Array(MAX_BYTES + 1), 'too-large'],
    ['its format isn’t known', 'a.pdf', utf8('%PDF'), 'unknown-format'],
    ['its ending only looks known', 'a.constructor', utf8('あ'), 'unknown-format'],
    ['it is binary', 'a.txt', Uint8Array.from([1, 0, 2]), 'binary'],
    ['its encoding isn’t known', 'a.txt', Uint8Array.from([0x63, 0xe9]), 'unknown-encoding'],
  ])('%s', async (_name, name, bytes, code) => {
    expect(await readDocument({ name, bytes })).toEqual({ ok: false, error: { code } });
  });
});

test('the same text is the same book, unless an id is given', async () => {
  const id = async (text: string, given?: string): Promise<string | false> => {
    const read = await readDocument(
      { name: 'a.txt', bytes: utf8(text) },
      given === undefined ? {} : { id: given },
    );
    return read.ok && read.book.id;
  };
  expect(await id('あ')).toMatch(/^doc-[0-9a-z]{11}$/u);
  expect(await id('あ')).toBe(await id('あ'));
  expect(await id('あ')).not.toBe(await id('い'));
  expect(await id('あ', 'mine')).toBe('mine');
});

test('images that don’t come with the file are shown as text', async () => {
  const read = await readDocument({ name: 'a.md', bytes: utf8('![地図](map.png)') });
  expect(read.ok && [outline(read.book), read.diagnostics.map(({ code }) => code)]).toEqual([
    ['#', '地図'],
    ['image-shown-as-text'],
  ]);
});
