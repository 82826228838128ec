import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeAnalyzer } from '../../../../src/build/node-analyzer.ts';
import { createNodeReadingEngine, loadLexicon } from '../../../../src/build/node-engine.ts';
import { toHiragana } from '../../../../src/japanese/kana.ts';
import type { LexiconEntry } from '../../../../src/japanese/lexicon.ts';
import { compileDictionary } from '../../../../src/press/open-jtalk/dictionary.ts';
import { predictMisreadings } from '../../../../src/press/open-jtalk/predict.ts';
import { type Substitution, scriptOf } from '../../../../src/press/open-jtalk/script.ts';
import { speakLine } from '../../../../src/press/open-jtalk/speak.ts';
import { isSilence } from '../../../../src/press/open-jtalk/trace.ts';
import { sentence } from '../sentences.ts';
import { phonemesOf } from './phonemes.ts';
import { hasSpeech, root, voicePath } from './speech.ts';

/** So many terms are said in one line, with a pause after each. */
const TOGETHER = 7;
/** As fast as it goes: what is said doesn't change with it. */
const RATE = 10;

/** えい is said ええ within a word and えい between two (菅稲田堤): both are the reading, and おう likewise. */
function drawnOut(phonemes: string): string {
  return phonemes
    .replace(/\be(?: [ei])+\b/gu, (vowels) => vowels.replaceAll('i', 'e'))
    .replace(/\bo(?: [ou])+\b/gu, (vowels) => vowels.replaceAll('u', 'o'));
}

interface Line {
  readonly terms: readonly LexiconEntry[];
  readonly text: string;
  readonly substitutions: readonly Substitution[];
}

describe.skipIf(!hasSpeech)('the voice, given the terms of the lexicon', () => {
  const said = new Map<LexiconEntry, string>();
  let entries: readonly LexiconEntry[] = [];

  beforeAll(async () => {
    entries = (await loadLexicon(root)).entries;
    const engine = await createNodeReadingEngine(root);
    const analyzer = await createNodeAnalyzer(root);
    const lines: Line[] = [];
    for (let at = 0; at < entries.length; at += TOGETHER) {
      const terms = entries.slice(at, at + TOGETHER);
      const text = `${terms.map(({ surface }) => surface).join('。')}。`;
      const { ruby } = await engine.read(text, { digits: 'always' });
      lines.push({ terms, text, substitutions: await predictMisreadings(text, ruby, analyzer) });
    }
    const cache = join(root, '.cache', 'press');
    const dictionary = await compileDictionary(
      cache,
      lines.flatMap(({ substitutions }) => substitutions),
    );
    const folder = await mkdtemp(join(tmpdir(), 'tomoyomi-lexicon-'));
    const voice = { dictionary: dictionary.folder, voice: voicePath, rate: RATE };
    const queue = lines.entries();
    const work = async (): Promise<void> => {
      for (const [index, { terms, text, substitutions }] of queue) {
        const phonemes: string[] = [];
        for (const line of scriptOf(sentence(text), substitutions, dictionary.keyOf)) {
          const spoken = await speakLine(voice, line.text, folder, `${index}-${phonemes.length}`);
          for (const phoneme of spoken?.trace.phonemes ?? []) {
            phonemes.push(
              isSilence(phoneme) ? '|' : phoneme.name.replace(/^[AIUEO]$/u, (one) => one.toLowerCase()),
            );
          }
          phonemes.push('|');
        }
        const words = phonemes
          .join(' ')
          .split(/(?: ?\| ?)+/u)
          .filter((one) => one !== '');
        terms.forEach((term, at) => {
          said.set(
            term,
            words.length === terms.length ? (words[at] ?? '') : `of ${text}: ${words.join(' | ')}`,
          );
        });
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    await rm(folder, { recursive: true, force: true });
  }, 600_000);

  it('says each of them by the phonemes of its reading, at the first attempt', () => {
    expect(entries.length).toBeGreaterThan(400);
    const wrong = entries.flatMap((term) => {
      const wanted = phonemesOf(toHiragana(term.reading.replace(/[\s・]/gu, '')));
      const heard = said.get(term) ?? '';
      return drawnOut(heard) === drawnOut(wanted) ? [] : [`${term.surface}（${term.reading}）: ${heard}`];
    });
    expect(wrong).toEqual([]);
  });
});
