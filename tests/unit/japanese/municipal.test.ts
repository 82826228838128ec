/** Sentences as the offices and councils of a city write them, each reading verified by eye. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../../src/japanese/lexicon.ts';
import { createReadingEngine } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';
import { loadVerified, type ReadText, scoreReadings } from './score-readings.ts';

/** Of all kanji and digits. What is misread is in the message of the failing test. */
const BAR = 0.985;

describe('the verified sentences', () => {
  it('have a reading for every kanji and every digit', async () => {
    for (const { text, spans } of await loadVerified()) {
      let bare = '';
      let at = 0;
      for (const [start, end, reading] of spans) {
        expect(start, text).toBeGreaterThanOrEqual(at);
        expect(reading).toMatch(/^[ぁ-んー|P%()]+$/u);
        bare += text.slice(at, start);
        at = end;
      }
      expect(bare + text.slice(at)).not.toMatch(/[\p{Script=Han}\p{N}]/u);
    }
  });

  it(
    'are read right, with the lexicon, in 985 of a thousand words',
    async () => {
      const csv = await readFile(new URL('../../../content/lexicon.csv', import.meta.url), 'utf8');
      const lexicon = parseLexicon(csv);
      const engine = createReadingEngine({
        analyzer: await testAnalyzer(),
        lexicon: lexicon.ok ? lexicon.entries : [],
      });
      const verified = await loadVerified();
      const given: ReadText[] = [];
      for (const { text } of verified) {
        const { ruby } = await engine.read(text, { digits: 'always' });
        given.push({ text, spans: ruby.map(({ start, end, reading }) => [start, end, reading]) });
      }
      const { right, all, wrong } = scoreReadings(given, verified);
      expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(BAR);
    },
    LOADING,
  );
});

describe('the score', () => {
  it.each<[string, ReadText['spans'], ReadText['spans'], number, number]>([
    ['the same cuts', [[0, 2, 'しみん']], [[0, 2, 'しみん']], 1, 1],
    [
      'finer cuts',
      [
        [0, 1, 'し'],
        [1, 2, 'みん'],
      ],
      [[0, 2, 'しみん']],
      1,
      1,
    ],
    [
      'coarser cuts',
      [[0, 2, 'しみん']],
      [
        [0, 1, 'し'],
        [1, 2, 'みん'],
      ],
      2,
      2,
    ],
    ['one of several right readings', [[0, 2, 'しみん']], [[0, 2, 'たみ|しみん']], 1, 1],
    ['nothing', [], [[0, 2, 'しみん']], 0, 1],
    ['another reading', [[0, 2, 'いちみん']], [[0, 2, 'しみん']], 0, 1],
  ])('of %s', (_, said, meant, right, all) => {
    const result = scoreReadings([{ text: '市民', spans: said }], [{ text: '市民', spans: meant }]);
    expect([result.right, result.all]).toEqual([right, all]);
  });
});
