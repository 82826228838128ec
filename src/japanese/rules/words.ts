/** Words of the common language that the analyzer's dictionary lacks, cuts wrongly or reads in an unusual way. */
import type { ListedWord } from '../match-words.ts';

const ROWS = `
協働 きょうどう
令和 れいわ
一人ひとり ひとりひとり
`;

export const GENERAL_WORDS: readonly ListedWord[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [surface = '', reading = ''] = row.split(' ');
    return { surface, reading };
  });
