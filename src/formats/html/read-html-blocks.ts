/** From HTML's blocks (paragraphs, lists, tables …), however they are wrapped, to a book's. */
import type { Block, ListItem, Sentence, TableCell } from '../../book/book.ts';
import { createRun } from '../inline-run.ts';
import { createLines } from '../sentences.ts';
import {
  createLine,
  type HtmlContext,
  noteId,
  pageLabel,
  report,
  sentencesFrom,
} from './read-html-inline.ts';
import { type DataTable, dataTable, isLayout, partsOfTable } from './read-html-table.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isSkipped,
  plainTextOf,
  textOfNode,
} from './read-html-tree.ts';

/** Takes in what is read, in order. */
export interface Sink {
  readonly block: (block: Block) => void;
  /** A heading that may begin a section; `level` counts from 1. */
  readonly heading: (level: number, sentences: Sentence[]) => void;
}

/** Lists and quotes nested deeper are read as paragraphs: no document for people nests so. */
const MAX_NESTING = 32;
const DEEPEST_LEVEL = 9;
const MOST_START = 1_000_000;

/** Reads what is in an element. `nesting` counts the lists and quotes around it. */
export function readFlow(context: HtmlContext, nodes: readonly HtmlNode[], sink: Sink, nesting = 0): void {
  let line = createLine(context);
  let breaks = 0;
  const end = (): void => {
    const { sentences, before, after } = line.finish();
    before.forEach(sink.block);
    if (sentences.length > 0) sink.block({ type: 'paragraph', sentences });
    after.forEach(sink.block);
    line = createLine(context);
  };
  for (const node of nodes) {
    if (isElement(node) && (isSkipped(node) || node === context.title)) continue;
    if (isElement(node) && (isBlock(node) || context.holders.has(node))) {
      end();
      noteId(context, node);
      readElement(context, node, sink, nesting);
      breaks = 0;
    } else if (isElement(node) && node.tagName === 'br') {
      // Two in a row are how a paragraph ends where there are no elements for it.
      if (++breaks === 1) line.lineBreak();
      else end();
    } else {
      if (textOfNode(node)?.trim() !== '') breaks = 0;
      line.add(node);
    }
  }
  end();
}

function readElement(context: HtmlContext, element: HtmlElement, sink: Sink, nesting: number): void {
  const level = headingLevel(element);
  const label = pageLabel(element);
  if (label !== null) sink.block({ type: 'page-break', id: context.ids.page(label), label });
  else if (level !== null) readHeading(context, element, level, sink);
  else {
    switch (element.tagName) {
      case 'hr':
        sink.block({ type: 'thematic-break' });
        break;
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        readPreformatted(context, element, sink);
        break;
      case 'table':
        readTable(context, element, sink, nesting);
        break;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
      case 'dl':
      case 'blockquote':
        if (nesting < MAX_NESTING) readNested(context, element, sink, nesting + 1);
        else {
          report(context, 'nested-too-deep', '');
          readFlow(context, element.childNodes, sink, nesting);
        }
        break;
      default:
        readFlow(context, element.childNodes, sink, nesting);
    }
  }
}

function headingLevel(element: HtmlElement): number | null {
  const named = /^h([1-6])$/u.exec(element.tagName)?.[1];
  const isHeading = attribute(element, 'role') === 'heading';
  if (named === undefined && !isHeading) return null;
  const level = Number(attribute(element, 'aria-level') ?? named ?? 2);
  return Number.isInteger(level) && level >= 1 ? Math.min(level, DEEPEST_LEVEL) : Number(named ?? 2);
}

function readHeading(context: HtmlContext, element: HtmlElement, level: number, sink: Sink): void {
  const line = createLine(context);
  for (const node of element.childNodes) line.add(node);
  const { sentences, before, after } = line.finish();
  before.forEach(sink.block);
  if (sentences.length > 0) sink.heading(level, sentences);
  after.forEach(sink.block);
}

function readNested(context: HtmlContext, element: HtmlElement, sink: Sink, nesting: number): void {
  if (element.tagName === 'blockquote') {
    const blocks = blocksIn(context, element.childNodes, nesting);
    if (blocks.length > 0) sink.block({ type: 'quote', blocks });
    return;
  }
  const items =
    element.tagName === 'dl' ? readTerms(context, element, nesting) : readItems(context, element, nesting);
  if (items.length === 0) return;
  const ordered = element.tagName === 'ol';
  const start = ordered ? Number(attribute(element, 'start')?.trim() || 1) : 1;
  const hasStart = Number.isInteger(start) && start !== 1 && Math.abs(start) <= MOST_START;
  sink.block({ type: 'list', ordered, ...(hasStart && { start }), items });
}

/** What stands between the items, as a list within a list often does, belongs to the item before. */
function readItems(context: HtmlContext, list: HtmlElement, nesting: number): ListItem[] {
  const items: { readonly blocks: Block[] }[] = [];
  let between: HtmlNode[] = [];
  const flush = (): void => {
    const blocks = blocksIn(context, between, nesting);
    between = [];
    const last = items.at(-1);
    if (last !== undefined) last.blocks.push(...blocks);
    else if (blocks.length > 0) items.push({ blocks });
  };
  for (const node of list.childNodes) {
    if (!isElement(node) || node.tagName !== 'li') between.push(node);
    else if (!isSkipped(node)) {
      flush();
      noteId(context, node);
      const blocks = blocksIn(context, node.childNodes, nesting);
      if (blocks.length > 0) items.push({ blocks });
    }
  }
  flush();
  return items;
}

/** Terms with their descriptions: each an item that begins with the term, strong. */
function readTerms(context: HtmlContext, list: HtmlElement, nesting: number): ListItem[] {
  const items: { readonly blocks: Block[] }[] = [];
  let wasTerm = false;
  const read = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node) || isSkipped(node)) continue;
      if (node.tagName === 'div') read(node.childNodes);
      if (node.tagName !== 'dt' && node.tagName !== 'dd') continue;
      noteId(context, node);
      const isTerm = node.tagName === 'dt';
      const blocks = isTerm
        ? strongBlocks(context, node, nesting)
        : blocksIn(context, node.childNodes, nesting);
      if (blocks.length === 0) continue;
      const last = items.at(-1);
      if (last === undefined || (isTerm && !wasTerm)) items.push({ blocks: [...blocks] });
      else last.blocks.push(...blocks);
      wasTerm = isTerm;
    }
  };
  read(list.childNodes);
  return items;
}

function strongBlocks(context: HtmlContext, element: HtmlElement, nesting: number): Block[] {
  return blocksIn(context, element.childNodes, nesting).map((block) =>
    block.type === 'paragraph' ? { ...block, sentences: block.sentences.map(strong) } : block,
  );
}

function strong(sentence: Sentence): Sentence {
  const end = sentence.text.trimEnd().length;
  const whole = { type: 'strong', start: 0, end } as const;
  const isMarked = sentence.marks.some(
    (mark) => mark.start === 0 && mark.end === end && mark.type === 'strong',
  );
  return end === 0 || isMarked ? sentence : { ...sentence, marks: [whole, ...sentence.marks] };
}

/** The blocks of something that stands within a list, a quote or a cell: a heading there is a strong line. */
function blocksIn(context: HtmlContext, nodes: readonly HtmlNode[], nesting: number): Block[] {
  const blocks: Block[] = [];
  const sink: Sink = {
    block: (block) => blocks.push(block),
    heading: (_, sentences) => blocks.push({ type: 'paragraph', sentences: sentences.map(strong) }),
  };
  readFlow(context, nodes, sink, nesting);
  return blocks;
}

function readPreformatted(context: HtmlContext, element: HtmlElement, sink: Sink): void {
  const text = plainTextOf(element).replace(/\r\n?/gu, '\n').replace(/\n+$/u, '');
  const sentences = createLines(text, context.ids.sentence);
  if (sentences.length === 0) return;
  sink.block({ type: 'preformatted', sentences });
}

/** A table that only lays out the page is read cell by cell, as if it weren't there. */
function readTable(context: HtmlContext, element: HtmlElement, sink: Sink, nesting: number): void {
  const parts = partsOfTable(element);
  if (isLayout(element, parts)) {
    for (const part of [...parts.captions, ...parts.rows.flat()]) {
      readFlow(context, part.childNodes, sink, nesting);
    }
    return;
  }
  const pages: Block[] = [];
  const read: DataTable = dataTable(parts, (part) => {
    noteId(context, part);
    const blocks = blocksIn(context, part.childNodes, nesting);
    pages.push(...blocks.filter((block) => block.type === 'page-break'));
    return joined(blocks.map(sentencesOfBlock).filter((sentences) => sentences.length > 0));
  });
  const rows: readonly (readonly TableCell[])[] = read.rows;
  pages.forEach(sink.block);
  if (rows.length > 0) sink.block({ type: 'table', caption: read.caption, rows });
  else if (read.caption.length > 0) sink.block({ type: 'paragraph', sentences: read.caption });
}

/** A cell holds sentences alone: what were blocks are lines. */
function joined(parts: readonly (readonly Sentence[])[]): Sentence[] {
  return parts.flatMap((sentences, index) =>
    sentences.map((sentence, place) =>
      index < parts.length - 1 && place === sentences.length - 1
        ? { ...sentence, text: `${sentence.text.replace(/\n$/u, '')}\n` }
        : sentence,
    ),
  );
}

function sentencesOfBlock(block: Block): readonly Sentence[] {
  switch (block.type) {
    case 'paragraph':
    case 'preformatted':
      return block.sentences;
    case 'list':
      return joined(block.items.map((item) => joined(item.blocks.map(sentencesOfBlock))));
    case 'quote':
      return joined(block.blocks.map(sentencesOfBlock));
    default:
      return [];
  }
}

/** Text alone as a paragraph's sentences. */
export function sentencesOfText(context: HtmlContext, text: string): Sentence[] {
  const run = createRun();
  run.text(text);
  return sentencesFrom(context, run.finish());
}
