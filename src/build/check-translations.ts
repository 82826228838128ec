/** Fails where a language of the interface lacks a text, or a kanji its reading, and where a text is shown nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALE_TAGS, LOCALES } from '../i18n/locale.ts';
import { checkLocales, flattenTexts, type Locale, unnamedKeys } from './translations.ts';

/** Spoken, never shown: `app/try-voice.ts` takes it from the Japanese texts themselves. */
const SPOKEN = 'settings.voice-sample';

/**
 * The complaints about the locales in `folder`, a line each; a file that can't be read is a complaint too.
 *
 * @param sources the folder of the program that uses the texts
 */
export function checkTranslations(folder: string, sources: string): string[] {
  const complaints: string[] = [];
  const locales = LOCALES.flatMap((name): Locale[] => {
    try {
      const value: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      return [{ name, tag: LOCALE_TAGS[name], texts: flattenTexts(value) }];
    } catch (error) {
      complaints.push(`${name}.json: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  const source = locales.find(({ name }) => name === 'ja');
  if (source === undefined) return complaints;
  return [
    ...complaints,
    ...checkLocales(
      source,
      locales.filter((locale) => locale !== source),
    ),
    ...unnamedKeys(source.texts, readSources(sources))
      .filter((key) => key !== SPOKEN)
      .map((key) => `${key} is used nowhere in ${sources}`),
  ];
}

function readSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

if (process.argv[1] === import.meta.filename) {
  const complaints = checkTranslations('src/i18n/locales', 'src');
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
