/** From Markdown's blocks (paragraphs, lists, tables …) to a book's. */
import type { Html, Image, ImageReference, List, Paragraph, RootContent, Table, TableCell } from 'mdast';
import type { Block, TableCell as BookCell, ImageFigure, PageBreak } from '../../book/book.ts';
import { plainRun } from '../inline-run.ts';
import { createLines } from '../sentences.ts';
import { MAX_NESTING, type MarkdownContext, plainText, report, sentencesFrom } from './context.ts';
import { readDiagram } from './diagram.ts';
import { imageOf, isShown, readPhrasing, sentencesOfNotation } from './inline.ts';
import { restoreBars } from './protected-ruby.ts';

const PAGE = /^<!--\s*page:\s*(\S(?:.*\S)?)\s*-->$/u;
const COMMENTS = /^(?:\s*<!--(?:(?!-->)[\s\S])*-->)+\s*$/u;

/** Reads blocks in order. `depth` counts the lists and quotes around them. */
export function readBlocks(context: MarkdownContext, nodes: readonly RootContent[], depth = 0): Block[] {
  return nodes.flatMap((node) => {
    if (depth <= MAX_NESTING) return readBlock(context, node, depth);
    report(context, 'nested-too-deep', node, '');
    return paragraph(context, restoreBars(plainText(node)));
  });
}

function readBlock(context: MarkdownContext, node: RootContent, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(context, node);
    // A heading inside a list or a quote names no part of the book: it is a strong line there.
    case 'heading': {
      const children: Paragraph['children'] = [{ type: 'strong', children: node.children }];
      return readParagraph(context, { type: 'paragraph', children });
    }
    case 'list':
      return [readList(context, node, depth)];
    case 'blockquote': {
      const blocks = readBlocks(context, node.children, depth + 1);
      return blocks.length > 0 ? [{ type: 'quote', blocks }] : [];
    }
    case 'table':
      return [{ type: 'table', caption: [], rows: readRows(context, node) }];
    case 'code': {
      const diagram = node.lang === 'diagram' ? readDiagram(context, node) : null;
      return diagram ? [diagram] : preformatted(context, restoreBars(node.value));
    }
    case 'html':
      return readHtml(context, node);
    case 'thematicBreak':
      return [{ type: 'thematic-break' }];
    default:
      return [];
  }
}

function readParagraph(context: MarkdownContext, node: Paragraph): Block[] {
  const [only] = node.children;
  if (node.children.length === 1 && (only?.type === 'image' || only?.type === 'imageReference')) {
    const { src } = imageOf(context, only);
    if (isShown(context, src)) return [readFigure(context, only)];
  }
  const sentences = sentencesFrom(context, readPhrasing(context, node.children));
  const pages = node.children.flatMap((child) => (child.type === 'html' ? pageOf(context, child.value) : []));
  return sentences.length > 0 ? [{ type: 'paragraph', sentences }, ...pages] : pages;
}

function readFigure(context: MarkdownContext, node: Image | ImageReference): ImageFigure {
  const { src, title } = imageOf(context, node);
  return {
    type: 'figure',
    src,
    alternative: sentencesOfNotation(context, node.alt ?? ''),
    caption: sentencesOfNotation(context, title),
  };
}

function readList(context: MarkdownContext, node: List, depth: number): Block {
  const items = node.children.map((item) => ({ blocks: readBlocks(context, item.children, depth + 1) }));
  const ordered = node.ordered === true;
  const start = node.start ?? 1;
  return ordered && start !== 1 ? { type: 'list', ordered, start, items } : { type: 'list', ordered, items };
}

/**
 * The first row's cells are headers, and so is a row's first cell where all of it is strong. A first row without any
 * text is left out: Markdown has no table without one. Short rows are filled up.
 */
function readRows(context: MarkdownContext, node: Table): BookCell[][] {
  const width = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, rowIndex) => {
    const cells = row.children.map((cell, column) => {
      const header = rowIndex === 0 || (column === 0 && isStrong(cell));
      return { header, sentences: sentencesFrom(context, readPhrasing(context, cell.children)) };
    });
    while (cells.length < width) cells.push({ header: rowIndex === 0, sentences: [] });
    return cells;
  });
  const [first, ...others] = rows;
  return first?.every((cell) => cell.sentences.length === 0) ? others : rows;
}

function isStrong(cell: TableCell): boolean {
  return cell.children.length === 1 && cell.children[0]?.type === 'strong';
}

function readHtml(context: MarkdownContext, node: Html): Block[] {
  const page = pageOf(context, node.value);
  if (page.length > 0 || COMMENTS.test(node.value)) return page;
  report(context, 'html-shown-as-text', node, node.value);
  return paragraph(context, restoreBars(node.value));
}

function pageOf(context: MarkdownContext, html: string): PageBreak[] {
  const label = PAGE.exec(html.trim())?.[1];
  return label === undefined ? [] : [{ type: 'page-break', id: context.ids.page(label), label }];
}

function paragraph(context: MarkdownContext, text: string): Block[] {
  const sentences = sentencesFrom(context, plainRun(text));
  return sentences.length > 0 ? [{ type: 'paragraph', sentences }] : [];
}

function preformatted(context: MarkdownContext, text: string): Block[] {
  const sentences = createLines(text, context.ids.sentence);
  return sentences.length > 0 ? [{ type: 'preformatted', sentences }] : [];
}
