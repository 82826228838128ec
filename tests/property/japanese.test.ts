import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruby, Sentence } from '../../src/book/book.ts';
import { alignReading } from '../../src/japanese/align.ts';
import { cutForAnalyzer } from '../../src/japanese/analyzer-chunks.ts';
import { hasKanji, isKanji, toHiragana } from '../../src/japanese/kana.ts';
import { type LexiconEntry, parseLexicon } from '../../src/japanese/lexicon.ts';
import { createReadingEngine, type ReadingEngine } from '../../src/japanese/readings.ts';
import { readWhole } from '../../src/japanese/rules/numerals.ts';
import { findInSentence, searchKeys } from '../../src/japanese/search-key.ts';
import { splitSentences } from '../../src/japanese/segment.ts';
import { speechText } from '../../src/japanese/speech-text.ts';
import { LOADING, testAnalyzer } from '../unit/japanese/dictionary.ts';

/** Bits of Japanese text with everything that has ever gone wrong in it. */
const bit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...'福祉協働支合人日月年度本三二十百千一々ヶ何数分間方後家行他金要下上中生東京你龘龍',
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(...'あいうえおかがきりるのはをにっょーんアイカゴン') },
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789０１９,.，．()（）-〜～–%〒') },
  { weight: 2, arbitrary: fc.constantFrom(...'。、「」！？!? \n\t\u3000・…①Ⅲ■㎡<>&@') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '支え合い',
      '20日',
      '3分の2',
      '😀',
      '𠮷',
      '\ud83d',
      '\ude00',
      '\0',
      '⼭',
      'か\u3099',
      'ｶﾞ',
      'MB',
      'P1',
      '葛\u{e0100}',
      '한국',
      '令和3',
    ),
  },
);
const japanese = fc.array(bit, { maxLength: 60 }).map((bits) => bits.join(''));
const anyText = fc.oneof(
  japanese,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({
    analyzer: await testAnalyzer(),
    lexicon: [
      { surface: '福祉', reading: 'ふくし', note: '', voice: '' },
      { surface: '人日', reading: 'じんじつ', note: '', voice: 'kana' },
    ],
  });
}, LOADING);

/** Disjoint author rubies from a list of places. */
function authorRubies(text: string, places: readonly number[]): Ruby[] {
  const cuts = [...new Set(places.map((place) => place % (text.length + 1)))].sort(
    (one, other) => one - other,
  );
  const rubies: Ruby[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 2) {
    const [start = 0, end = 0] = cuts.slice(index, index + 2);
    rubies.push({ start, end, reading: 'よみ', origin: 'author', confidence: 1 });
  }
  return rubies;
}

describe('readings of any text', { timeout: LOADING }, () => {
  it('are sorted, disjoint, in range, over something to read, and never the base itself', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.boolean(), async (text, always) => {
        const { ruby, words } = await engine.read(text, { digits: always ? 'always' : 'irregular' });
        let end = 0;
        for (const one of ruby) {
          const base = text.slice(one.start, one.end);
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          expect(base).toMatch(/[^\u3041-\u309f]/u);
          expect(one.reading).not.toBe(base);
          expect(hasKanji(one.reading)).toBe(false);
          expect(one.reading).not.toBe('');
          end = one.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        let last = 0;
        for (const word of words) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(ruby.some((one) => one.start < word.end && one.end > word.start)).toBe(true);
          last = word.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never touch an author’s ruby', async () => {
    await fc.assert(
      fc.asyncProperty(japanese, fc.array(fc.nat(), { maxLength: 6 }), async (text, places) => {
        const author = authorRubies(text, places);
        const { ruby, words } = await engine.read(text, { author });
        for (const one of author) expect(ruby).toContainEqual(one);
        for (const list of [ruby, words]) {
          list.forEach((one, index) => {
            expect(one.start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0);
          });
        }
      }),
    );
  });
});

describe('alignment', () => {
  const kana = fc.string({
    unit: fc.constantFrom(...'あいうかきくしたのもらん'),
    minLength: 1,
    maxLength: 3,
  });
  const kanji = fc.string({ unit: fc.constantFrom(...'支合物怪取組'), minLength: 1, maxLength: 2 });

  it('gives rubies that spell the reading with the kana between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kanji, kana, kana), { maxLength: 5 }), (parts) => {
        const surface = parts.map(([base, , tail]) => base + tail).join('');
        const reading = parts.map(([, ruby, tail]) => ruby + tail).join('');
        let spelled = '';
        let at = 0;
        for (const ruby of alignReading(surface, reading)) {
          spelled += surface.slice(at, ruby.start) + ruby.reading;
          at = ruby.end;
          expect([...surface.slice(ruby.start, ruby.end)].every(isKanji)).toBe(true);
        }
        expect(spelled + surface.slice(at)).toBe(reading);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(anyText, anyText, (surface, reading) => void alignReading(surface, reading)));
  });
});

describe('cutting a text', { timeout: LOADING }, () => {
  it.each([
    ['into sentences', splitSentences],
    ['for the analyzer', cutForAnalyzer],
  ] as const)('%s covers it without gaps and without breaking a pair', (_, cut) => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          japanese.map((text) => text.repeat(20)),
        ),
        (text) => {
          const ranges = cut(text);
          expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          for (const { start, end } of ranges) {
            expect(end).toBeGreaterThan(start);
            expect(
              /[\ud800-\udbff]$/.test(text.slice(start, end)) && /^[\udc00-\udfff]/.test(text.slice(end)),
            ).toBe(false);
          }
        },
      ),
    );
  });
});

describe('speech and search', { timeout: LOADING }, () => {
  const read = async (text: string): Promise<Sentence> => ({
    id: 's',
    text,
    marks: [],
    ...(await engine.read(text)),
  });

  it('map the spoken text back, never falling', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const spoken = speechText(await read(text));
        let before = 0;
        for (let offset = 0; offset <= spoken.text.length; offset++) {
          const at = spoken.map(offset);
          expect(at).toBeGreaterThanOrEqual(before);
          expect(at).toBeLessThanOrEqual(text.length);
          before = at;
        }
        expect(spoken.map(spoken.text.length)).toBe(text.length);
      }),
    );
  });

  it('find every ruby by its reading', async () => {
    await fc.assert(
      fc.asyncProperty(japanese, async (text) => {
        const sentence = await read(text);
        const keys = searchKeys(sentence);
        for (const ruby of sentence.ruby) {
          const found = findInSentence(keys, ruby.reading);
          expect(found.some((range) => range.start < ruby.end && range.end > ruby.start)).toBe(true);
        }
      }),
    );
  });
});

describe('tables and numbers', () => {
  it('a lexicon reads back as it was written', () => {
    const entry: fc.Arbitrary<LexiconEntry> = fc.record({
      surface: fc
        .string({ unit: 'binary', minLength: 1 })
        .filter((text) => text.trim() !== '' && !/[\r\ufeff]/u.test(text)),
      reading: fc.string({ unit: fc.constantFrom(...'あいうカキー'), minLength: 1 }),
      note: fc.string({ unit: fc.constantFrom(...'あ",\n x') }),
      voice: fc.constantFrom('', 'kana'),
    });
    const entries = fc.uniqueArray(entry, { selector: ({ surface }) => surface });
    fc.assert(
      fc.property(entries, (written) => {
        const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
        const lines = written.map(({ surface, reading, note, voice }) =>
          [surface, reading, note, voice].map(quoted).join(','),
        );
        const csv = ['surface,reading,note,voice', ...lines].join('\n');
        expect(parseLexicon(csv)).toEqual({ ok: true, entries: written });
      }),
    );
  });

  it('a lexicon never throws', () => {
    fc.assert(fc.property(anyText, (csv) => void parseLexicon(csv)));
  });

  it('a number is read in hiragana alone', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (number) => {
        const reading = readWhole(String(number));
        expect(reading).toMatch(/^[ぁ-ん]+$/u);
        expect(toHiragana(reading)).toBe(reading);
      }),
    );
  });
});
