/** Sentences whose words of interest are marked with their readings: 駅の{方|ほう}へ. */
import { createReadingEngine, type ReadingEngine } from '../../../../src/japanese/readings.ts';
import { testAnalyzer } from '../dictionary.ts';

const MARK = /\{([^|{}]+)\|([^|{}]+)\}/gu;

let engine: Promise<ReadingEngine> | null = null;

/** The engine without a lexicon: what the dictionary and the rules say. */
function rulesAlone(): Promise<ReadingEngine> {
  engine ??= testAnalyzer().then((analyzer) => createReadingEngine({ analyzer, lexicon: [] }));
  return engine;
}

/**
 * The same sentence with the engine's readings in its marks. A mark may cover a part of a word (先生{方|がた}), if it
 * begins or ends with it; then the reading has to begin or to end as marked.
 */
export async function asRead(sentence: string): Promise<string> {
  const text = sentence.replace(MARK, '$1');
  const { ruby } = await (await rulesAlone()).read(text, { digits: 'always' });
  let removed = 0;
  return sentence.replace(MARK, (mark, base: string, expected: string, offset: number) => {
    const start = offset - removed;
    const end = start + base.length;
    removed += mark.length - base.length;
    const covering = ruby.filter((one) => one.start < end && one.end > start);
    const first = Math.min(start, covering[0]?.start ?? start);
    const last = Math.max(end, covering.at(-1)?.end ?? end);
    let said = '';
    let at = first;
    for (const one of covering) {
      said += text.slice(at, one.start) + one.reading;
      at = one.end;
    }
    said += text.slice(at, last);
    const partly =
      (first < start || last > end) &&
      (first < start || said.startsWith(expected)) &&
      (last > end || said.endsWith(expected)) &&
      said.includes(expected);
    return `{${base}|${partly ? expected : said}}`;
  });
}
