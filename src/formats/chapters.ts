/** How a book is divided among files: its title, then each top section that has a heading, with what follows it. */
import type { Block, Book, Seconds, Section, Sentence } from '../book/book.ts';
import type { Clip } from '../book/media-overlay.ts';
import type { Narration } from './talking-book.ts';

export interface Chapter {
  /** From 1. */
  readonly number: number;
  /** The title's sentences, in the first chapter alone. */
  readonly title: readonly Sentence[];
  /** Top sections in order: the first has a heading, those after it have none. In the title's chapter none has. */
  readonly sections: readonly Section[];
}

/** In reading order; the title's chapter is always there. */
export function chaptersOf(book: Book): readonly Chapter[] {
  const chapters: { number: number; title: readonly Sentence[]; sections: Section[] }[] = [
    { number: 1, title: book.title, sections: [] },
  ];
  for (const section of book.sections) {
    const last = chapters.at(-1);
    if (section.heading.length === 0 && last !== undefined) last.sections.push(section);
    else chapters.push({ number: chapters.length + 1, title: [], sections: [section] });
  }
  return chapters;
}

/** A chapter's number as file names have it: `007`. */
export function chapterNumber({ number }: Chapter): string {
  return String(number).padStart(3, '0');
}

/** The clips by their sentences; a book without a narration has none. */
export function clipsOf(narration: Narration | null): ReadonlyMap<string, Clip> {
  return new Map((narration?.overlay.clips ?? []).map((clip) => [clip.sentence, clip]));
}

/** Something that has a moment of its own in the book: a sentence that is spoken, or a page's beginning. */
export type Moment =
  | { readonly type: 'sentence'; readonly sentence: Sentence; readonly depth: number | null }
  | { readonly type: 'page'; readonly id: string; readonly label: string };

/** The moments of a chapter in order. `depth` is a heading's level, from 1, at its first sentence; `null` elsewhere. */
export function momentsOf(chapter: Chapter): readonly Moment[] {
  const moments: Moment[] = [];
  const add = (sentences: readonly Sentence[], depth: number | null = null): void => {
    sentences.forEach((sentence, index) => {
      moments.push({ type: 'sentence', sentence, depth: index === 0 ? depth : null });
    });
  };
  const inBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      switch (block.type) {
        case 'paragraph':
        case 'preformatted':
          add(block.sentences);
          break;
        case 'quote':
          inBlocks(block.blocks);
          break;
        case 'list':
          for (const item of block.items) inBlocks(item.blocks);
          break;
        case 'table':
          add(block.caption);
          for (const row of block.rows) for (const cell of row) add(cell.sentences);
          break;
        case 'figure':
          add(block.alternative);
          add(block.caption);
          break;
        case 'diagram':
          add(block.caption);
          break;
        case 'page-break':
          moments.push({ type: 'page', id: block.id, label: block.label });
          break;
        case 'thematic-break':
          break;
      }
    }
  };
  const inSection = (section: Section, depth: number): void => {
    add(section.heading, section.heading.length > 0 ? depth : null);
    inBlocks(section.blocks);
    // Below a section without a heading the next heading is no deeper: no level is skipped.
    const below = section.heading.length > 0 ? depth + 1 : depth;
    for (const inner of section.sections) inSection(inner, below);
  };
  add(chapter.title, chapter.title.length > 0 ? 1 : null);
  for (const section of chapter.sections) inSection(section, 1);
  return moments;
}

/** The id that a moment's text has in the book. */
export function momentId(moment: Moment): string {
  return moment.type === 'page' ? moment.id : moment.sentence.id;
}

/**
 * Whether a book of these clips holds the moment: without sound every one, with sound those that are spoken, and pages
 * and headings in any case, since the navigation points to them.
 */
export function isHeld(moment: Moment, clips: ReadonlyMap<string, Clip>): boolean {
  if (moment.type === 'page' || clips.size === 0 || moment.depth !== null) return true;
  return clips.has(moment.sentence.id);
}

/** How long the moments sound together. */
export function lengthOfMoments(moments: readonly Moment[], clips: ReadonlyMap<string, Clip>): Seconds {
  return moments.reduce((sum, moment) => {
    const clip = clips.get(momentId(moment));
    return clip === undefined ? sum : sum + clip.end - clip.begin;
  }, 0);
}
