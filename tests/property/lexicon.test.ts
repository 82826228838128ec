import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LexiconEntry, parseLexicon, serializeLexicon } from '../../src/japanese/lexicon.ts';

/** Anything that a spreadsheet, a hand or a mistake may put into a cell, with what CSV takes apart often. */
const cell = fc.string({
  unit: fc.oneof(
    fc.constantFrom(',', '"', '\n', '\r', ' ', '，', '\ufeff', '読'),
    fc.string({ maxLength: 1 }),
  ),
});

const entry: fc.Arbitrary<LexiconEntry> = fc.record({
  surface: cell.filter((surface) => surface.trim() !== ''),
  reading: fc.string({ unit: fc.constantFrom('か', 'ん', 'じ', 'ヨ', 'ー', '・'), minLength: 1 }),
  note: cell,
  voice: fc.constantFrom('', 'kana'),
});

const entries = fc.uniqueArray(entry, { selector: ({ surface }) => surface });

describe('a lexicon that was written', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(entries, (written) => {
        expect(parseLexicon(serializeLexicon(written))).toEqual({ ok: true, entries: written });
      }),
    );
  });

  it('is read back as well from a spreadsheet that adds a byte order mark', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const saved = `\ufeff${serializeLexicon(written)}`;
        expect(parseLexicon(saved)).toEqual({ ok: true, entries: written });
      }),
    );
  });
});
