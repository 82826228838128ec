import { describe, expect, it } from 'vitest';
import { OTHER_COMMON_KANJI, SCHOOL_KANJI } from '../../../src/japanese/grade-table.ts';
import { gradeOf, hardestGrade } from '../../../src/japanese/grades.ts';

describe('the school year of a kanji', () => {
  it('has as many characters a year as the table of 2020', () => {
    expect(SCHOOL_KANJI.map((year) => [...year].length)).toEqual([80, 160, 200, 202, 193, 191]);
    const all = [...SCHOOL_KANJI.join('')];
    expect(new Set(all).size).toBe(1026);
    expect(new Set([...all, ...OTHER_COMMON_KANJI]).size).toBe(2136);
  });

  it.each<[string, number]>([
    ['一', 1],
    ['森', 1],
    ['社', 2],
    ['福', 3],
    ['祉', 7],
    ['崎', 4],
    ['働', 4],
    ['城', 4],
    ['史', 5],
    ['胃', 6],
    ['恩', 6],
    ['域', 6],
    ['𠮟', 7],
    ['叱', 7],
    ['麒', 8],
    ['々', 1],
    ['あ', 8],
  ])('%s is of year %i', (char, grade) => {
    expect(gradeOf(char)).toBe(grade);
  });

  it('takes the hardest kanji of a word', () => {
    expect(hardestGrade('地域')).toBe(6);
    expect(hardestGrade('福祉')).toBe(7);
    expect(hardestGrade('ともに')).toBeNull();
  });
});
