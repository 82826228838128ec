/** From headings in a row to sections below sections, for every format that has only levels. */
import type { Block, Section, Sentence } from '../book/book.ts';

/** A heading with what follows it, up to the next heading. */
export interface FlatSection {
  /** The heading's level, the smaller the higher; only compared with others, so skipped levels leave no gap. */
  readonly level: number;
  readonly id: string;
  readonly heading: readonly Sentence[];
  readonly blocks: readonly Block[];
}

/** Puts each section below the nearest one before it whose level is smaller. */
export function nestSections(flat: readonly FlatSection[]): Section[] {
  interface Open extends Section {
    readonly sections: Open[];
  }
  const top: Open[] = [];
  const path: { readonly level: number; readonly section: Open }[] = [];
  for (const { level, id, heading, blocks } of flat) {
    const section: Open = { id, heading, blocks, sections: [] };
    while ((path.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= level) path.pop();
    (path.at(-1)?.section.sections ?? top).push(section);
    path.push({ level, section });
  }
  return top;
}
