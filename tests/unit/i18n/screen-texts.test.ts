import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { flattenTexts, unnamedKeys } from '../../../src/build/translations.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import screens from '../../../src/i18n/locales/screens/ja.json';
import { addScreenTexts } from '../../../src/i18n/screen-texts.ts';

/** The sources of a module and of all that it imports at once, without what is fetched later or is a type alone. */
function loadedWith(entry: string, known = new Map<string, string>()): ReadonlyMap<string, string> {
  if (known.has(entry)) return known;
  const source = readFileSync(entry, 'utf8');
  known.set(entry, source);
  for (const [, clause = '', path = ''] of source.matchAll(
    /^(?:import|export)\s+([^;'"(=]*?)\s*(?:from\s+)?'(\.[^']+\.tsx?)'/gmu,
  )) {
    if (!clause.startsWith('type ')) loadedWith(resolve(dirname(entry), path), known);
  }
  return known;
}

it('What is there before 聞く asks for no text that is fetched later', () => {
  const sources = loadedWith(resolve('src/app/main.tsx'));
  expect([...sources.keys()].some((path) => path.endsWith('player-bar.tsx'))).toBe(true);
  const keys = flattenTexts(screens);
  const unnamed = new Set(unnamedKeys(keys, [...sources.values()]));
  const plain = [...keys.keys()].map((key) => key.replace(/_(one|other)$/u, ''));
  expect(plain.filter((key) => !unnamed.has(key))).toEqual([]);
});

it('The texts of screens join those that are there, once or more', () => {
  const instance = createI18n();
  expect(instance.exists('settings.title')).toBe(false);
  addScreenTexts(instance);
  addScreenTexts(instance);
  expect(instance.t('settings.title')).toBe(screens.settings.title);
  expect(instance.exists('settings.not-kept')).toBe(true);
});
