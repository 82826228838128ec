/** From Markdown's phrasing (text, emphasis, links …) to a run. */
import type { Html, Image, ImageReference, Link, LinkReference, PhrasingContent, Text } from 'mdast';
import type { Sentence } from '../../book/book.ts';
import { isBookPath, safeHref } from '../../book/safe-link.ts';
import { createRun, type InlineRun, type RunBuilder } from '../inline-run.ts';
import {
  HEADING_ID,
  MAX_NESTING,
  type MarkdownContext,
  plainText,
  report,
  sentencesFrom,
  sourceOf,
} from './context.ts';
import { hasStrayBraces, parseProtectedRuby, restoreBars } from './protected-ruby.ts';

const LINE_BREAK = /^<br\s*\/?>$/iu;
const COMMENT = /^<!--[\s\S]*-->$/u;

/** Reads the children of a paragraph, heading or cell. HTML is data: its source becomes text. */
export function readPhrasing(context: MarkdownContext, nodes: readonly PhrasingContent[]): InlineRun {
  const run = createRun();
  addAll(context, run, nodes, 0);
  return run.finish();
}

/** Adds text that was read by the Markdown parser, with its readings. */
function addNotation(run: RunBuilder, text: string): void {
  for (const piece of parseProtectedRuby(text)) {
    if ('text' in piece) run.text(piece.text);
    else run.ruby(piece.base, piece.reading);
  }
}

/** The sentences of a text outside the parsed phrasing (a caption, a label); it may hold readings. */
export function sentencesOfNotation(context: MarkdownContext, text: string): Sentence[] {
  const run = createRun();
  addNotation(run, text);
  return sentencesFrom(context, run.finish());
}

/** The address and the title that an image has, also by reference. */
export function imageOf(
  context: MarkdownContext,
  node: Image | ImageReference,
): { src: string; title: string } {
  const target = node.type === 'image' ? node : context.definitions.get(node.identifier);
  return { src: restoreBars(target?.url ?? ''), title: target?.title ?? '' };
}

/** True where an image can be shown: it lies within the book and comes with the document. */
export function isShown(context: MarkdownContext, src: string): boolean {
  return isBookPath(src) && context.hasAsset(src);
}

function addAll(
  context: MarkdownContext,
  run: RunBuilder,
  nodes: readonly PhrasingContent[],
  depth: number,
): void {
  for (const node of nodes) {
    if (depth > MAX_NESTING) run.text(restoreBars(plainText(node)));
    else add(context, run, node, depth);
  }
}

function add(context: MarkdownContext, run: RunBuilder, node: PhrasingContent, depth: number): void {
  switch (node.type) {
    case 'text':
      addText(context, run, node);
      break;
    case 'emphasis':
    case 'strong':
      run.mark({ type: node.type }, () => addAll(context, run, node.children, depth + 1));
      break;
    case 'inlineCode':
      run.mark({ type: 'code' }, () => run.verbatim(restoreBars(node.value)));
      break;
    case 'break':
      run.verbatim('\n');
      break;
    case 'html':
      addHtml(context, run, node);
      break;
    case 'link':
    case 'linkReference':
      addLink(context, run, node, depth);
      break;
    case 'image':
    case 'imageReference':
      report(context, 'image-shown-as-text', node, imageOf(context, node).src);
      addNotation(run, node.alt ?? '');
      break;
    default:
      run.text(restoreBars(plainText(node)));
  }
}

function addText(context: MarkdownContext, run: RunBuilder, node: Text): void {
  if (/[{}]/u.test(node.value)) {
    const source = sourceOf(context, node).replace(HEADING_ID, '');
    if (hasStrayBraces(source)) report(context, 'ruby-malformed', node, source);
  }
  addNotation(run, node.value);
}

function addHtml(context: MarkdownContext, run: RunBuilder, node: Html): void {
  if (LINE_BREAK.test(node.value)) run.verbatim('\n');
  else if (!COMMENT.test(node.value)) {
    report(context, 'html-shown-as-text', node, node.value);
    run.verbatim(restoreBars(node.value));
  }
}

function addLink(context: MarkdownContext, run: RunBuilder, node: Link | LinkReference, depth: number): void {
  const target = node.type === 'link' ? node : context.definitions.get(node.identifier);
  const address = restoreBars(target?.url ?? '');
  const href = safeHref(address);
  const inside = (): void => addAll(context, run, node.children, depth + 1);
  if (href !== null) {
    run.mark({ type: 'link', href }, inside);
    return;
  }
  report(context, 'link-dropped', node, address);
  inside();
}
