/** How much of a set of verified readings the engine gets right. The set isn't part of the project: its folder is named from outside. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parseLexicon } from '../../../src/japanese/lexicon.ts';
import { createReadingEngine } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';

type Span = readonly [start: number, end: number, reading: string, ...rest: string[]];

interface ReadText {
  readonly text: string;
  readonly spans: readonly Span[];
}

interface Scorer {
  /** By class of span: how many are right, and how many there are. */
  score(
    predictions: readonly ReadText[],
    gold: readonly ReadText[],
  ): { readonly counts: Readonly<Record<string, readonly [right: number, all: number] | undefined>> };
}

const shared = process.env.TOMOYOMI_SHARED;
const remedy = 'TOMOYOMI_SHARED names no folder with verified readings';

test.skipIf(shared === undefined)(
  `97 % of verified readings and 95 % of the digits are right${shared === undefined ? ` (${remedy})` : ''}`,
  async () => {
    const folder = join(shared ?? '', 'readings');
    const gold = JSON.parse(await readFile(join(folder, 'ud-dev-gold.json'), 'utf8')) as readonly ReadText[];
    const { score } = (await import(pathToFileURL(join(folder, 'score.mjs')).href)) as Scorer;
    const csv = await readFile(new URL('../../../content/lexicon.csv', import.meta.url), 'utf8');
    const lexicon = parseLexicon(csv);
    const engine = createReadingEngine({
      analyzer: await testAnalyzer(),
      lexicon: lexicon.ok ? lexicon.entries : [],
    });
    const predictions: ReadText[] = [];
    for (const { text } of gold) {
      const { ruby } = await engine.read(text, { digits: 'always' });
      predictions.push({ text, spans: ruby.map(({ start, end, reading }) => [start, end, reading]) });
    }
    const { counts } = score(predictions, gold);
    const percent = (name: string): number => {
      const [right, all] = counts[name] ?? [0, 1];
      return (100 * right) / all;
    };
    expect(percent('kanji spans: all')).toBeGreaterThanOrEqual(97);
    expect(percent('digits read (arabic)')).toBeGreaterThanOrEqual(95);
  },
  LOADING,
);
