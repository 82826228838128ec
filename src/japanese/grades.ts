/** The school year in which a kanji is learned. */

import { EVERYDAY_FORMS, OTHER_COMMON_KANJI, SCHOOL_KANJI } from './grade-table.ts';
import { isKanji } from './kana.ts';

/** 1–6: the primary school's years; 7: the other kanji of general use (常用漢字); 8: all others. */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const YEARS: readonly Grade[] = [1, 2, 3, 4, 5, 6];
const GRADES = new Map<string, Grade>();
for (const char of OTHER_COMMON_KANJI + EVERYDAY_FORMS) GRADES.set(char, 7);
for (const year of YEARS) for (const char of SCHOOL_KANJI[year - 1] ?? '') GRADES.set(char, year);

/** Signs that repeat or stand for a kanji are no harder than the simplest. */
for (const char of '々〇ヶヵ') GRADES.set(char, 1);

/** The grade of one character, given whole where it is a surrogate pair; 8 for anything that isn't a kanji, too. */
export function gradeOf(char: string): Grade {
  return GRADES.get(char) ?? 8;
}

/** The highest grade among a text's kanji, or `null` where it has none: who knows that year can read it all. */
export function hardestGrade(text: string): Grade | null {
  let hardest: Grade | null = null;
  for (const char of text) {
    if (!isKanji(char)) continue;
    const grade = gradeOf(char);
    if (hardest === null || grade > hardest) hardest = grade;
  }
  return hardest;
}
