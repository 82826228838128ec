/** A Book as HTML, for the reader's screen and for the pages that are rendered when the app is built. */
import type { Block, Book, Section, Sentence } from '../../book/book.ts';
import { walkSection } from '../../book/walk.ts';
import { escapeHtml } from './escape.ts';
import { type BlockWriter, writeBlock } from './write-block.ts';
import { type SentenceOptions, writeSentence } from './write-sentence.ts';

export interface HtmlOptions extends Omit<SentenceOptions, 'seen' | 'preformatted'> {
  /** Added to a section's depth to get its heading's level: 1 by default, so top sections are h2 below the page's h1. */
  readonly headingOffset?: number;
  /** The address of an image that comes with the book; its path as it stands by default. */
  readonly assetUrl?: (path: string) => string;
  /** The name of a page break; 「ページ 12」 by default. */
  readonly pageLabel?: (label: string) => string;
}

/** A chunk ends with the block that brings it to so many characters (UTF-16 code units). */
export const CHUNK_CHARACTERS = 2000;

const DEEPEST_HEADING = 6;

/**
 * The inner HTML of the `<article>`: a `<section id aria-labelledby>` for each section, its heading with the id
 * `<section id>.h`, its own blocks in one `<div class="chunk n7">` or more (for `content-visibility`; the number is
 * the length in hundreds of characters), then the sections below. A top section has its length as a class too, and
 * `lazy` where it is no longer than a chunk: then it is laid out as a whole or not at all, its heading included. The book's title is not in it: `writeSentences(book.title)` is the page's h1.
 */
export function writeArticle(book: Book, options: HtmlOptions = {}): string {
  return book.sections.map((section) => writeSection(section, 1, options)).join('');
}

/** Sentences one after the other: those of a title, a paragraph, a cell. */
export function writeSentences(sentences: readonly Sentence[], options: SentenceOptions = {}): string {
  return sentences.map((sentence) => writeSentence(sentence, options)).join('');
}

function writeSection(section: Section, depth: number, options: HtmlOptions): string {
  const id = escapeHtml(section.id);
  const seen = new Set<string>();
  const write: BlockWriter = {
    sentences: (sentences, preformatted = false) =>
      writeSentences(sentences, { ...options, seen, preformatted }),
    assetUrl: options.assetUrl ?? ((path) => path),
    pageLabel: options.pageLabel ?? ((label) => `ページ ${label}`),
  };
  const heading = section.heading.length > 0 ? writeHeading(section, depth, write, options) : '';
  const label = heading === '' ? '' : ` aria-labelledby="${id}.h"`;
  const chunks = writeChunks(section.blocks, write);
  const below = section.sections.map((inner) => writeSection(inner, depth + 1, options)).join('');
  const length = depth === 1 ? lengthOf(section) : 0;
  const lazy = length <= CHUNK_CHARACTERS ? ' lazy' : '';
  const size = depth === 1 ? ` class="n${sizeOf(length)}${lazy}"` : '';
  return `<section id="${id}"${size}${label}>${heading}${chunks}${below}</section>`;
}

function writeHeading(section: Section, depth: number, write: BlockWriter, options: HtmlOptions): string {
  const level = Math.max(1, depth + (options.headingOffset ?? 1));
  const element = `h${Math.min(level, DEEPEST_HEADING)}`;
  const aria = level > DEEPEST_HEADING ? ` aria-level="${level}"` : '';
  return `<${element} id="${escapeHtml(section.id)}.h"${aria}>${write.sentences(section.heading)}</${element}>`;
}

function writeChunks(blocks: readonly Block[], write: BlockWriter): string {
  const chunks: string[] = [];
  let chunk = '';
  let characters = 0;
  const end = (): void => {
    if (chunk !== '') chunks.push(`<div class="chunk n${sizeOf(characters)}">${chunk}</div>`);
    chunk = '';
    characters = 0;
  };
  const counting: BlockWriter = {
    ...write,
    sentences: (sentences, preformatted) => {
      for (const sentence of sentences) characters += sentence.text.length;
      return write.sentences(sentences, preformatted);
    },
  };
  for (const block of blocks) {
    chunk += writeBlock(block, counting);
    if (characters >= CHUNK_CHARACTERS) end();
  }
  end();
  return chunks.join('');
}

/** A length in hundreds of characters, 1 to 20, so that styles can guess a height before anything is laid out. */
function sizeOf(characters: number): number {
  return Math.min(CHUNK_CHARACTERS / 100, Math.max(1, Math.ceil(characters / 100)));
}

/** In characters, the sections below included. */
function lengthOf(section: Section): number {
  let characters = 0;
  walkSection(section, ({ sentence }) => {
    characters += sentence.text.length;
  });
  return characters;
}
