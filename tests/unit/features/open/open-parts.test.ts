import { describe, expect, it } from 'vitest';
import { baseOfNotation } from '../../../../src/book/ruby-notation.ts';
import { parseDraft, serializeDraft } from '../../../../src/features/open/draft.ts';
import { ERROR_TEXTS, errorParameters } from '../../../../src/features/open/open-errors.ts';
import { planFile, planText } from '../../../../src/features/open/plan-opening.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { sizeText } from '../../../../src/i18n/size-text.ts';

describe('a draft', () => {
  it.each([
    ['a text', { title: '', text: 'きょうは\n晴れ' }],
    ['a text with a title', { title: '日記', text: 'きょうは晴れ' }],
    ['a title alone', { title: '日記', text: '' }],
    ['a text that looks like what is kept', { title: '', text: '["a","b"]' }],
    ['nothing', { title: '', text: '' }],
  ])('comes back as it was: %s', (_, draft) => {
    expect(parseDraft(serializeDraft(draft))).toEqual(draft);
  });

  it.each(['きょうは晴れ', '{"a":1}', '["a"]', '["a",1]', '12', 'null'])(
    'is the text itself where something else was kept: %s',
    (kept) => {
      expect(parseDraft(kept)).toEqual({ title: '', text: kept });
    },
  );

  it('takes no room when there is nothing in it', () => {
    expect(serializeDraft({ title: '', text: '' })).toBe('');
  });
});

describe('the words of an error', () => {
  const i18n = createI18n();
  addScreenTexts(i18n);
  const { t } = i18n;
  it.each(Object.entries(ERROR_TEXTS))('%s is said with nothing left open', (_, key) => {
    const words = (t as (key: string, parameters: object) => string)(key, errorParameters('ja'));
    expect(words).not.toBe(key);
    expect(baseOfNotation(words)).not.toMatch(/[{}]/u);
  });

  it('says how large a file may be', () => {
    expect(errorParameters('ja')).toEqual({ limit: '10 MB' });
  });
});

it.each([
  [10_737_000_000, '11 GB'],
  [2_140_000_000, '2.1 GB'],
  [17_400_000, '17 MB'],
  [3_140_000, '3.1 MB'],
  [1_000_000, '1 MB'],
  [839_600, '840 KB'],
  [12, '1 KB'],
])('says %d bytes as %s', (bytes, words) => {
  expect(sizeText(bytes, 'ja')).toBe(words);
});

describe('what is opened', () => {
  it('is a text as it was typed, with its title trimmed', () => {
    expect(planText({ title: ' 日記 ', text: ' 晴れ\n' })).toEqual({ title: '日記', text: ' 晴れ\n' });
  });

  it.each(['', ' 　\n'])('is nothing where no text was typed', (text) => {
    expect(planText({ title: '日記', text })).toEqual({ code: 'empty' });
  });

  it('is a file with its bytes', async () => {
    expect(await planFile(new File([new Uint8Array([1, 2])], 'a.txt'))).toEqual({
      name: 'a.txt',
      bytes: new Uint8Array([1, 2]),
    });
  });

  it('is not a file of many megabytes, which is never read into memory', async () => {
    const file = {
      name: 'a.txt',
      size: 11 * 1024 * 1024,
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    expect(await planFile(file)).toEqual({ code: 'too-large' });
  });
});
