/** Plain text to a Book. */
import { type Block, BOOK_VERSION, type Book, type Sentence } from '../../book/book.ts';
import { textOf } from '../../book/text.ts';
import { splitSentences } from '../../japanese/segment.ts';
import { type BookIds, createBookIds } from '../book-ids.ts';
import { cleanText } from '../clean-text.ts';
import type { Diagnostic, ReadError } from '../diagnostics.ts';
import { createRun, plainRun } from '../inline-run.ts';
import { type FlatSection, nestSections } from '../section-tree.ts';
import { createSentences, type Split } from '../sentences.ts';
import { addAozoraText } from './aozora-ruby.ts';
import { splitParagraphs, wrapsAfter } from './paragraphs.ts';

export interface TextOptions {
  /** The book's id. */
  readonly id: string;
  readonly title?: string;
  /** The title where none is given, such as the file's name; else the text's beginning. */
  readonly fallbackTitle?: string;
  readonly split?: Split;
}

export type TextResult =
  | { readonly ok: true; readonly book: Book; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly error: ReadError };

/** The title of a text without one: its first characters, up to here. */
const TITLE_LENGTH = 30;

/**
 * Reads a text: paragraphs as `splitParagraphs` finds them, Aozora Bunko's ruby, sections at what is surely a heading.
 * The only error is a text without a word.
 */
export function readText(source: string, options: TextOptions): TextResult {
  const text = cleanText(source);
  const ids = createBookIds();
  const split = options.split ?? splitSentences;
  const given =
    options.title === undefined ? [] : createSentences(plainRun(options.title), ids.sentence, split);
  const flat = readSections(text, ids, split);
  const [first] = flat;
  if (first === undefined) return { ok: false, error: { code: 'empty' } };
  const fallback = options.fallbackTitle?.trim() || beginningOf(first);
  const title = given.length > 0 ? given : createSentences(plainRun(fallback), ids.sentence, split);
  const sections =
    first.level === 0 ? [...nestSections([first]), ...nestSections(flat.slice(1))] : nestSections(flat);
  const book: Book = {
    version: BOOK_VERSION,
    id: options.id,
    metadata: { title: textOf(title).trim(), language: 'ja', creators: [] },
    title,
    sections,
  };
  return { ok: true, book, diagnostics: [] };
}

function readSections(text: string, ids: BookIds, split: Split): FlatSection[] {
  const flat: (FlatSection & { readonly blocks: Block[] })[] = [];
  for (const { lines, heading } of splitParagraphs(text)) {
    const sentences = readLines(lines, ids, split);
    if (sentences.length === 0) continue;
    if (heading !== null) {
      flat.push({ level: heading, id: ids.section(textOf(sentences)), heading: sentences, blocks: [] });
      continue;
    }
    if (flat.length === 0) flat.push({ level: 0, id: ids.section(''), heading: [], blocks: [] });
    flat.at(-1)?.blocks.push({ type: 'paragraph', sentences });
  }
  return flat;
}

function readLines(lines: readonly string[], ids: BookIds, split: Split): Sentence[] {
  const run = createRun();
  const wraps = wrapsAfter(lines);
  lines.forEach((line, index) => {
    addAozoraText(run, line);
    if (index < lines.length - 1) {
      if (wraps[index]) run.text('\n');
      else run.verbatim('\n');
    }
  });
  return createSentences(run.finish(), ids.sentence, split);
}

function beginningOf(section: FlatSection): string {
  const [block] = section.blocks;
  const sentences =
    section.heading.length > 0 || block?.type !== 'paragraph' ? section.heading : block.sentences;
  const text = textOf(sentences).replace(/\s+/gu, ' ').trim();
  const characters = Array.from(text);
  return characters.length > TITLE_LENGTH ? `${characters.slice(0, TITLE_LENGTH).join('')}…` : text;
}
