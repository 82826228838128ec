import { describe, expect, it, vi } from 'vitest';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../src/i18n/listening-texts.ts';
import { createPartTexts } from '../../../src/i18n/part-texts.ts';

const none = async () => ({ default: {} });

describe('the texts of a part of the app', () => {
  it('are asked for again after they could not be had', async () => {
    const ja = vi
      .fn(async () => ({ default: { part: { title: '題' } } as unknown }))
      .mockRejectedValueOnce(new Error('offline'));
    const load = createPartTexts({ ja, 'ja-easy': none, en: none, zh: none, ko: none });
    const instance = createI18n();
    await expect(load(instance)).rejects.toThrow('offline');
    await load(instance);
    expect(instance.exists('part.title')).toBe(true);
    expect(ja).toHaveBeenCalledTimes(2);
  });

  it('are asked for once a language', async () => {
    const instance = createI18n();
    const first = loadListeningTexts(instance);
    expect(loadListeningTexts(instance)).toBe(first);
    await instance.changeLanguage('en');
    expect(loadListeningTexts(instance)).not.toBe(first);
  });
});
