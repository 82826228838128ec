import { describe, expect, it } from 'vitest';
import { asRead } from './marked.ts';

describe('a noun and its particle that the dictionary has as one word', () => {
  it.each([
    '墓を守る{人|ひと}がいない',
    '困っている{人|ひと}がいて',
    '{人|ひと}がいる',
    'この{朝|あさ}がして',
    '{朝|あさ}が早い',
    '{朝|あさ}や夜の見守り',
    '支える{側|がわ}が話す',
    'この{光|ひかり}が届く',
    'この{光|ひかり}は話',
    'この{国|くに}がいない',
    'この{歯|は}がなくなる',
    'この{病|やまい}がない',
    'この{中|なか}は話しにくい',
    'この{目|め}と話す',
    '{昼|ひる}や夜に',
    '{母|はは}や{姉|あね}や兄',
    '{床|ゆか}や壁',
    '{前|まえ}と話が違う',
    '{山|やま}や川',
    '{障|しょう}がいのある人',
    '{星|ほし}や月',
  ])('is read as both: %s', async (sentence) => {
    expect(await asRead(sentence)).toBe(sentence);
  });
});
