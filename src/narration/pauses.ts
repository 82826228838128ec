/** How long a recorded voice is silent between sentences: so long that the ear hears where a paragraph or a heading ends. */
import type { Seconds } from '../book/book.ts';
import type { SentencePlace, SentenceRole } from '../book/walk.ts';

/** After the last sentence of a heading, paragraph, item … */
const AFTER: Readonly<Record<SentenceRole, Seconds>> = {
  title: 1.2,
  heading: 1,
  text: 0.8,
  item: 0.6,
  cell: 0.45,
  caption: 0.8,
  alternative: 0.8,
  drawn: 0,
};

/** Between two sentences of one paragraph. */
const BETWEEN: Seconds = 0.4;

/** The silence that belongs to the end of the sentence's clip, at the voice's own speed. */
export function recordedPause({ role, last }: Pick<SentencePlace, 'role' | 'last'>): Seconds {
  return last ? AFTER[role] : BETWEEN;
}
