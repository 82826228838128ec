import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/japanese/segment.ts';

const split = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitting a paragraph into sentences', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['春が来た', ['春が来た']],
    ['春が来た。花が咲いた。', ['春が来た。', '花が咲いた。']],
    ['本当ですか？　はい！！そうです。', ['本当ですか？　', 'はい！！', 'そうです。']],
    ['はい!そうです', ['はい!', 'そうです']],
    ['「行こう。」と言った。雨だ。', ['「行こう。」と言った。', '雨だ。']],
    ['「行こう。」「はい。」', ['「行こう。」', '「はい。」']],
    ['（注を見よ。）次の話。', ['（注を見よ。）', '次の話。']],
    ['来る（必ず。）という。', ['来る（必ず。）という。']],
    ['何？と聞いた。', ['何？と聞いた。']],
    ['閉じた。」次', ['閉じた。」', '次']],
    ['「開いたまま。次です。', ['「開いたまま。', '次です。']],
    ['3.3MBの資料。', ['3.3MBの資料。']],
    ['３．３倍になった。', ['３．３倍になった。']],
    ['終わった．次へ．', ['終わった．', '次へ．']],
    ['It works. See page 3. e.g. this', ['It works. ', 'See page 3. e.g. this']],
    ['http://example.jp/?a=1を見る。', ['http://example.jp/?a=1を見る。']],
    ['一行目の\n続き。\n次の文', ['一行目の\n続き。\n', '次の文']],
    ['見出し\n\n本文', ['見出し\n\n', '本文']],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('cuts a quote that is too long for one sentence at its own sentences', () => {
    const inner = 'とても長い話がまだまだ続いていきます。'.repeat(8);
    expect(split(`「${inner}」と言った。`).length).toBe(9);
  });

  it('cuts a sentence of more than 300 characters at a comma', () => {
    const parts = split(`${'あ'.repeat(200)}、${'い'.repeat(200)}`);
    expect(parts.map((part) => part.length)).toEqual([201, 200]);
  });

  it('never cuts a surrogate pair', () => {
    const text = `あ${'😀'.repeat(400)}`;
    for (const part of split(text)) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });
});
