import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../../src/press/options.ts';

const parse = (line: string) => parseOptions(line.split(' '), '2026-04-01');

describe('the command line of the press', () => {
  it('asks for everything in all formats unless told', () => {
    expect(parse('plan-1 a.md --out books')).toEqual({
      inputs: ['plan-1', 'a.md'],
      out: 'books',
      formats: ['epub', 'daisy202', 'daisy3', 'audio'],
      voice: 'mei',
      charset: 'utf-8',
      readings: 'none',
      vertical: false,
      date: '2026-04-01',
      check: false,
      record: false,
      help: false,
    });
  });

  it.each([
    ['a.md --out b --formats daisy3,epub', { formats: ['epub', 'daisy3'] }],
    ['a.md --out b --voice none', { voice: 'none' }],
    ['a.md --out b --charset Shift_JIS', { charset: 'shift_jis' }],
    ['a.md --out b --readings parentheses --vertical', { readings: 'parentheses', vertical: true }],
    ['a.md --out b --date 2024-02-29', { date: '2024-02-29' }],
    ['--check', { check: true, out: null, inputs: [] }],
    ['--record', { record: true }],
    ['-h', { help: true }],
  ])('%s says so', (line, expected) => expect(parse(line)).toMatchObject(expected));

  it.each([
    ['a.md', 'bad-option', '--out'],
    ['a.md --out=', 'bad-option', '--out'],
    ['--out b', 'no-such-input', '使い方'],
    ['a.md --out b --formats pdf', 'bad-option', 'pdf'],
    ['a.md --out b --formats ,', 'bad-option', '--formats'],
    ['a.md --out b --voice taro', 'bad-option', 'taro'],
    ['a.md --out b --charset euc', 'bad-option', 'utf-8、shift_jis'],
    ['a.md --out b --readings kana', 'bad-option', '--readings'],
    ['a.md --out b --date 2026-02-31', 'bad-option', '2026-02-31'],
    ['a.md --out b --date 1979-12-31', 'bad-option', '1979'],
    ['a.md --out b --date tomorrow', 'bad-option', 'tomorrow'],
    ['a.md --out b --fast', 'bad-option', '--fast'],
    ['a.md --out', 'bad-option', '使い方'],
  ])('%s is refused, and the message says what is wrong', (line, code, words) => {
    expect(() => parse(line)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }),
    );
  });
});
