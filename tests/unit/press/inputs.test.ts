import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/book/walk.ts';
import type { ReadingEngine } from '../../../src/japanese/readings.ts';
import { readInputs } from '../../../src/press/inputs.ts';
import { testFolder } from './folders.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const engine: ReadingEngine = { read: async () => ({ ruby: [], words: [], phrases: [] }) };

function fileIn(name: string, content: string | Uint8Array): string {
  const path = join(testFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('what the press is given', () => {
  it.each([
    ['地域 計画.md', '地域 計画'],
    ['a.b.txt', 'a.b'],
    ['..a.md', 'a'],
    ['か\u3099.txt', 'が'],
    ['a\nb.md', 'ab'],
  ])('is called by the file’s name without its ending: %j', async (name, id) => {
    const [input] = await readInputs(root, [fileIn(name, '# 題\n\n本文。')], engine);
    expect(input?.id).toBe(id);
    expect(sentencesOf(input?.book as never).length).toBeGreaterThan(0);
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['empty.md', '', 'unreadable-input', '文がありません'],
    ['book.pdf', 'x', 'unreadable-input', 'book.pdf'],
    ['image.txt', new Uint8Array(400), 'unreadable-input', '文字'],
    ['huge.txt', new Uint8Array(10 * 1024 * 1024 + 1), 'unreadable-input', '大きすぎます'],
  ])('is refused and named: %s', async (name, content, code, words) => {
    await expect(readInputs(root, [fileIn(name, content)], engine)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  it('is refused where it is a folder', async () => {
    const folder = join(testFolder(), 'folder.md');
    mkdirSync(folder);
    await expect(readInputs(root, [folder], engine)).rejects.toMatchObject({
      code: 'unreadable-input',
      message: expect.stringContaining('フォルダー'),
    });
  });

  it('is refused where two would have one name, large letters or small', async () => {
    const inputs = [fileIn('Plan.md', 'あ。'), fileIn('plan.txt', 'い。')];
    await expect(readInputs(root, inputs, engine)).rejects.toMatchObject({
      code: 'bad-option',
      message: expect.stringContaining('plan'),
    });
  });

  it('is looked for where the command was typed', async () => {
    const path = fileIn('a.md', 'あ。');
    const [input] = await readInputs(root, ['a.md'], engine, () => path);
    expect(input?.id).toBe('a');
  });
});
