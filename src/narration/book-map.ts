/**
 * A map of a book for moves and for saying where one is: what is spoken, in order, and where its paragraphs, headings, pages
 * and chapters begin. It is made once for a list of utterances; a look-up costs a binary search at most.
 */
import type { Block, Book, DiagramNode, PageBreak, Section, Sentence, SentenceId } from '../book/book.ts';
import { createTimeline, type SentenceTime, type Timeline } from './timeline.ts';
import type { Utterance } from './voice.ts';

/** A page of the printed source, by its label, from the first sentence that is spoken on it. */
export interface MappedPage {
  readonly index: number;
  readonly label: string;
}

/** A top section, from its first sentence that is spoken. */
export interface MappedChapter {
  readonly index: number;
  readonly section: Section;
}

/** All places are places in `sentences`, from 0, each list ascending without repetition. */
export interface BookMap {
  /** What is spoken, in speaking order, each once. */
  readonly sentences: readonly Sentence[];
  readonly indexOf: ReadonlyMap<SentenceId, number>;
  /** Where paragraphs, items, cells, captions and headings begin. */
  readonly paragraphs: readonly number[];
  /** Where headings of any level begin. */
  readonly headings: readonly number[];
  /** Where headings of one level begin, by the level: 1 for a chapter's. */
  readonly headingsOfLevel: ReadonlyMap<number, readonly number[]>;
  readonly pages: readonly MappedPage[];
  /** Where pages begin. */
  readonly pageStarts: readonly number[];
  readonly chapters: readonly MappedChapter[];
  /** When each sentence is said; worked out when it is first asked for. */
  readonly timeline: () => Timeline;
}

/**
 * `utterances` say what is spoken. `timeOf` gives the time of a sentence from its recording, or `null` where it is
 * to be estimated.
 */
export function createBookMap(
  book: Book,
  utterances: readonly Utterance[],
  timeOf: (sentence: SentenceId) => SentenceTime | null = () => null,
): BookMap {
  const spoken = new Set(utterances.map(({ sentence }) => sentence));
  const sentences: Sentence[] = [];
  const indexOf = new Map<SentenceId, number>();
  const starts = { paragraphs: [] as number[], headings: [] as number[] };
  const headingsOfLevel = new Map<number, number[]>();
  const pages: MappedPage[] = [];
  const chapters: MappedChapter[] = [];

  const group = (texts: readonly Sentence[]): void => {
    const first = sentences.length;
    for (const sentence of texts) {
      if (!spoken.has(sentence.id) || indexOf.has(sentence.id)) continue;
      indexOf.set(sentence.id, sentences.length);
      sentences.push(sentence);
    }
    if (sentences.length > first) starts.paragraphs.push(first);
  };
  const breakPage = ({ label }: PageBreak): void => {
    // A page with nothing to say on it is passed over at once: the later label is the one that one is on.
    if (pages.at(-1)?.index === sentences.length) pages.pop();
    pages.push({ index: sentences.length, label });
  };
  const walkNodes = (nodes: readonly DiagramNode[]): void => {
    for (const node of nodes) {
      group(node.label);
      walkNodes(node.children);
    }
  };
  const walkBlock = (block: Block): void => {
    switch (block.type) {
      case 'paragraph':
      case 'preformatted':
        group(block.sentences);
        break;
      case 'list':
        for (const item of block.items) item.blocks.forEach(walkBlock);
        break;
      case 'table':
        group(block.caption);
        for (const row of block.rows) for (const cell of row) group(cell.sentences);
        break;
      case 'figure':
        group(block.alternative);
        group(block.caption);
        break;
      case 'diagram':
        group(block.caption);
        walkNodes(block.nodes);
        break;
      case 'quote':
        block.blocks.forEach(walkBlock);
        break;
      case 'page-break':
        breakPage(block);
        break;
      case 'thematic-break':
        break;
    }
  };
  const walkSection = (section: Section, level: number): void => {
    const first = sentences.length;
    group(section.heading);
    if (sentences.length > first) {
      starts.headings.push(first);
      const same = headingsOfLevel.get(level);
      if (same === undefined) headingsOfLevel.set(level, [first]);
      else same.push(first);
    }
    section.blocks.forEach(walkBlock);
    for (const below of section.sections) walkSection(below, level + 1);
  };

  group(book.title);
  for (const section of book.sections) {
    const index = sentences.length;
    walkSection(section, 1);
    if (sentences.length > index) chapters.push({ index, section });
  }

  // A page that begins after the last word has no place to go to.
  const reached = pages.filter(({ index }) => index < sentences.length);
  let timeline: Timeline | null = null;
  return {
    sentences,
    indexOf,
    ...starts,
    headingsOfLevel,
    pages: reached,
    pageStarts: reached.map(({ index }) => index),
    chapters,
    timeline: () => {
      timeline ??= createTimeline(sentences, utterances, timeOf);
      return timeline;
    },
  };
}

/** The last of ascending numbers that isn't beyond `value`, as a place in the list; -1 where all are. */
export function lastUpTo(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The page that a sentence is on; `null` before the first page, and in a book without pages. */
export function pageAt(map: BookMap, index: number): MappedPage | null {
  return partAt(map.pages, index);
}

/** The chapter that a sentence is in; `null` in the book's title, and in a book without sections. */
export function chapterAt(map: BookMap, index: number): MappedChapter | null {
  return partAt(map.chapters, index);
}

function partAt<T extends { readonly index: number }>(parts: readonly T[], index: number): T | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle]?.index ?? Infinity) <= index) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1] ?? null;
}
