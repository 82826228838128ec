import { describe, expect, it } from 'vitest';
import { applySettings, settingsAttributes } from '../../../src/library/apply-settings.ts';
import { defaultSettings } from '../../../src/library/settings.ts';

describe('settingsAttributes', () => {
  it('says all that the styles need of the defaults', () => {
    expect(settingsAttributes(defaultSettings)).toEqual({
      attributes: {
        'data-theme': 'kinari',
        'data-typeface': 'gothic',
        'data-writing': 'horizontal',
        'data-phrases': 'off',
        'data-furigana': 'all',
        'data-grade': '3',
        'data-reading-script': 'hiragana',
        'data-screen-reader': 'kanji',
        'data-locale': 'ja',
        'data-edition': 'standard',
        'data-motion': 'system',
        'data-marker': 'both',
        'data-word-mark': 'on',
        'data-guide': 'none',
        'data-first-visit': 'open',
      },
      properties: {
        '--text-size': '24px',
        '--line-spacing': '2',
        '--letter-spacing': '0em',
        '--word-spacing': '0em',
        '--margin-steps': '1',
        '--ruby-size': 'max(0.55em, 12px)',
      },
    });
  });

  it.each([
    [{ theme: 'navy-yellow' }, 'data-theme', 'navy-yellow'],
    [{ writingMode: 'vertical' }, 'data-writing', 'vertical'],
    [{ phraseSpaces: true }, 'data-phrases', 'on'],
    [{ furigana: 'above-grade' }, 'data-furigana', 'above-grade'],
    [{ schoolGrade: 6 }, 'data-grade', '6'],
    [{ marker: 'underline' }, 'data-marker', 'underline'],
    [{ markWords: false }, 'data-word-mark', 'off'],
    [{ guide: 'mask' }, 'data-guide', 'mask'],
    [{ firstVisitDone: true }, 'data-first-visit', 'done'],
  ] as const)('%j sets %s to %s', (change, name, value) => {
    expect(settingsAttributes({ ...defaultSettings, ...change }).attributes[name]).toBe(value);
  });
});

describe('applySettings', () => {
  it('puts attributes and properties onto the element', () => {
    const set = new Map<string, string>();
    applySettings(
      {
        setAttribute: (name, value) => set.set(name, value),
        style: { setProperty: (name, value) => set.set(name, value) },
      },
      { ...defaultSettings, textSize: 48 },
    );
    expect(set.get('data-theme')).toBe('kinari');
    expect(set.get('--text-size')).toBe('48px');
    expect(set.size).toBe(21);
  });
});
