import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lexiconFile, mergeLexicon } from '../../../../src/features/doubts/lexicon-file.ts';
import { type LexiconEntry, parseLexicon } from '../../../../src/japanese/lexicon.ts';
import type { SettledReading } from '../../../../src/library/settled-readings.ts';

const csv = readFileSync('content/lexicon.csv', 'utf8');
const settled = (surface: string, reading: string, listed = true): SettledReading => ({
  base: surface,
  was: '',
  surface,
  reading,
  decision: 'changed',
  listed,
});
const entry = (surface: string, reading: string): LexiconEntry => ({
  surface,
  reading,
  note: '地名',
  voice: 'kana',
});

describe('the lexicon with what was settled', () => {
  it('is the file as it stands where nothing was settled', () => {
    expect(lexiconFile(csv, [], '')).toBe(csv);
  });

  it('stays a lexicon, every word of the file in it', () => {
    const file = lexiconFile(csv, [settled('点検, "例"', 'てんけんれい')], '点検');
    const parsed = parseLexicon(file);
    const before = parseLexicon(csv);
    expect(parsed.ok && before.ok && parsed.entries.length - before.entries.length).toBe(1);
    expect(file).toContain('"点検, ""例""",てんけんれい,点検,\n');
  });

  it('takes settled readings over its own, and keeps their notes and voices', () => {
    expect(mergeLexicon([entry('上町', 'うえまち')], [settled('上町', 'かみちょう')], '点検')).toEqual([
      entry('上町', 'かみちょう'),
    ]);
  });

  it('has new words in the place of their readings', () => {
    const merged = mergeLexicon(
      [entry('朝日', 'あさひ'), entry('夕日', 'ゆうひ')],
      [settled('光', 'ひかり'), settled('山', 'やま', false)],
      '点検',
    );
    expect(merged).toEqual([
      entry('朝日', 'あさひ'),
      { surface: '光', reading: 'ひかり', note: '点検', voice: '' },
      entry('夕日', 'ゆうひ'),
    ]);
  });
});
