/** Fails where a language of the interface lacks a text, or a kanji its reading, and where a text is shown nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALE_TAGS, LOCALES } from '../i18n/locale.ts';
import { checkLocales, flattenTexts, type Locale, type Texts, unnamedKeys } from './translations.ts';

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
      const read = (file: string): Texts =>
        flattenTexts(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const texts = [read(`${name}.json`), ...pagesOf(folder).map((page) => read(`${page}/${name}.json`))];
      return [{ name, tag: LOCALE_TAGS[name], texts: new Map(texts.flatMap((each) => [...each])) }];
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

/** The folders of the pages that bring texts of their own. */
function pagesOf(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

function readSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}

if (process.argv[1] === import.meta.filename) {
  const folder = 'src/i18n/locales';
  // Texts that come apart from the others have a folder of their own.
  const complaints = [folder, ...subfolders(folder)].flatMap((one) => checkTranslations(one, 'src'));
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
