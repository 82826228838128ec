import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  parseSettings,
  parseSettingsText,
  SETTING_CHOICES,
  SETTING_RANGES,
} from '../../../src/library/settings.ts';

const voice = { name: 'Kyoko', lang: 'ja-JP', voiceURI: 'com.apple.Kyoko' };

describe('parseSettings', () => {
  it.each([
    ['a size above the range is brought to its end', { textSize: 400 }, { textSize: 96 }, ['textSize']],
    ['a size below the range is brought to its end', { textSize: 1 }, { textSize: 16 }, ['textSize']],
    ['a size in words falls back', { textSize: '24' }, {}, ['textSize']],
    ['a size that is no number falls back', { textSize: Number.NaN }, {}, ['textSize']],
    ['a step between two steps is rounded', { margins: 1.6 }, { margins: 2 }, ['margins']],
    ['an unknown theme falls back', { theme: 'pink' }, {}, ['theme']],
    ['a theme named like an object’s own property falls back', { theme: 'constructor' }, {}, ['theme']],
    ['a yes in words falls back', { firstVisitDone: 'yes' }, {}, ['firstVisitDone']],
    ['a voice without a language falls back', { voice: { name: 'x', voiceURI: 'y' } }, {}, ['voice']],
    ['a voice is kept', { voice: { ...voice, extra: 1 } }, { voice }, []],
    [
      'one damaged field leaves the others',
      { rate: 9, theme: 'black' },
      { rate: 4, theme: 'black' },
      ['rate'],
    ],
    ['fields of a later version are left out', { version: 9, sparkle: true, rate: 2 }, { rate: 2 }, []],
    ['an empty set takes the defaults', {}, {}, []],
  ] as const)('%s', (_, given, expected, repaired) => {
    expect(parseSettings(given)).toEqual({ settings: { ...defaultSettings, ...expected }, repaired });
  });

  it.each([[undefined], [null]])('%j means that there were none yet', (none) => {
    expect(parseSettings(none)).toEqual({ settings: defaultSettings, repaired: [] });
  });

  it.each([['settings'], [7], [[]], [true]])('%j is no set of settings', (wrong) => {
    expect(parseSettings(wrong)).toEqual({ settings: defaultSettings, repaired: ['*'] });
  });

  it('makes valid settings of anything', () => {
    const fields = Object.fromEntries(Object.keys(defaultSettings).map((name) => [name, fc.anything()]));
    const anything = fc.oneof(fc.anything(), fc.record(fields, { requiredKeys: [] }));
    fc.assert(
      fc.property(anything, (value) => {
        const { settings } = parseSettings(value);
        expect(Object.keys(settings)).toEqual(Object.keys(defaultSettings));
        for (const [field, [least, greatest]] of Object.entries(SETTING_RANGES)) {
          const number = settings[field as keyof typeof SETTING_RANGES];
          expect(number >= least && number <= greatest).toBe(true);
        }
        for (const [field, choices] of Object.entries(SETTING_CHOICES)) {
          expect(choices).toContain(settings[field as keyof typeof SETTING_CHOICES]);
        }
        expect(typeof settings.firstVisitDone).toBe('boolean');
        expect(parseSettings(settings)).toEqual({ settings, repaired: [] });
        expect(parseSettingsText(JSON.stringify(settings)).repaired).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseSettingsText', () => {
  it.each([
    [null, []],
    ['{}', []],
    ['', ['*']],
    ['null', ['*']],
    ['{"textSize": 3', ['*']],
  ])('of %j mends %j', (text, repaired) => {
    expect(parseSettingsText(text)).toEqual({ settings: defaultSettings, repaired });
  });
});
