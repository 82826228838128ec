/** From what stands within a line of HTML (text, emphasis, links, ruby …) to a run. */
import type { Block, Sentence } from '../../book/book.ts';
import { safeHref } from '../../book/safe-link.ts';
import type { BookIds } from '../book-ids.ts';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../diagnostics.ts';
import { createRun, type InlineRun, type MarkKind, type RunBuilder } from '../inline-run.ts';
import { createSentences, type Split } from '../sentences.ts';
import { addRuby } from './read-html-ruby.ts';
import {
  attribute,
  collapse,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isSkipped,
  plainTextOf,
  textOfNode,
} from './read-html-tree.ts';

/** What the parts of the HTML reader share while they read one document. */
export interface HtmlContext {
  readonly ids: BookIds;
  readonly split: Split;
  /** What relative addresses are relative to; `null` where the document doesn't say. */
  readonly base: string | null;
  /** Read already, as the title; or `null`. */
  readonly title: HtmlElement | null;
  readonly diagnostics: Diagnostic[];
  /** The sentence that each id of the document leads to. */
  readonly anchors: Map<string, string>;
  /** The ids met since the last sentence: they lead to the next. */
  readonly waiting: string[];
  /** Elements that are no blocks, but have some in them. */
  readonly holders: ReadonlySet<HtmlElement>;
}

/** A line that is being read. */
export interface Line {
  readonly add: (node: HtmlNode) => void;
  readonly lineBreak: () => void;
  /** Its sentences, perhaps none, and the pages that began before its words and within them. */
  readonly finish: () => {
    readonly sentences: Sentence[];
    readonly before: readonly Block[];
    readonly after: readonly Block[];
  };
}

/** Emphasis that nests deeper says nothing more. */
const MAX_MARKS = 32;

const MARKS: Readonly<Record<string, MarkKind['type'] & ('emphasis' | 'strong' | 'code')>> = {
  em: 'emphasis',
  i: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  mark: 'emphasis',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

export function report(context: HtmlContext, code: DiagnosticCode, detail: string): void {
  context.diagnostics.push(diagnostic(code, null, detail));
}

/** Notes an id (or an old anchor's name) for the sentence that comes next. */
export function noteId(context: HtmlContext, element: HtmlElement): void {
  const id = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : null);
  if (id !== null && id !== '') context.waiting.push(id);
}

export function sentencesFrom(context: HtmlContext, run: InlineRun): Sentence[] {
  const sentences = createSentences(run, context.ids.sentence, context.split);
  const [first] = sentences;
  if (first !== undefined) {
    for (const id of context.waiting.splice(0)) {
      if (!context.anchors.has(id)) context.anchors.set(id, first.id);
    }
  }
  return sentences;
}

/** Starts a line. With `strong` all of it is: a heading where no part of the book can begin. */
export function createLine(context: HtmlContext): Line {
  const run = createRun();
  const write = collapsing(run);
  const before: Block[] = [];
  const after: Block[] = [];
  let hasWords = false;

  const addText = (text: string): void => {
    if (/\S/u.test(text)) hasWords = true;
    write.text(text);
  };
  const addAll = (nodes: readonly HtmlNode[], depth: number): void => {
    for (const node of nodes) add(node, depth);
  };
  const marked = (kind: MarkKind, element: HtmlElement, depth: number): void => {
    if (depth > MAX_MARKS) addAll(element.childNodes, depth + 1);
    else run.mark(kind, () => addAll(element.childNodes, depth + 1));
  };
  const add = (node: HtmlNode, depth: number): void => {
    if (!isElement(node)) {
      addText(textOfNode(node) ?? '');
      return;
    }
    if (isSkipped(node) || node === context.title) return;
    noteId(context, node);
    const label = pageLabel(node);
    if (label !== null) {
      (hasWords ? after : before).push({ type: 'page-break', id: context.ids.page(label), label });
      return;
    }
    const mark = Object.hasOwn(MARKS, node.tagName) ? MARKS[node.tagName] : undefined;
    if (mark !== undefined) marked({ type: mark }, node, depth);
    else if (node.tagName === 'a') addLink(node, depth);
    else if (node.tagName === 'br') write.lineBreak();
    else if (node.tagName === 'img') addImage(node);
    else if (node.tagName === 'svg') addText(nameOfDrawing(node));
    else if (node.tagName === 'math') addText(attribute(node, 'alttext') ?? plainTextOf(node));
    else if (node.tagName === 'ruby') {
      hasWords = true;
      addRuby(node, addText, (base, reading) => write.ruby(base, reading));
    } else if (node.tagName === 'q') {
      addText('「');
      addAll(node.childNodes, depth + 1);
      addText('」');
    } else {
      // A block is here only where nothing but lines can be: its words stay apart from their neighbours'.
      if (isBlock(node)) write.lineBreak();
      addAll(node.childNodes, depth + 1);
      if (isBlock(node)) write.lineBreak();
    }
  };
  const addImage = (node: HtmlElement): void => {
    const alternative = (attribute(node, 'alt') ?? '').trim();
    if (alternative === '') return;
    report(context, 'image-shown-as-text', attribute(node, 'src') ?? '');
    addText(alternative);
  };
  const addLink = (node: HtmlElement, depth: number): void => {
    const address = attribute(node, 'href');
    const href = address === null ? null : linkTo(address.trim(), context.base);
    if (href !== null) marked({ type: 'link', href }, node, depth);
    else {
      if (address !== null) report(context, 'link-dropped', address);
      addAll(node.childNodes, depth + 1);
    }
  };
  return {
    add: (node) => add(node, 0),
    lineBreak: write.lineBreak,
    finish: () => ({ sentences: sentencesFrom(context, run.finish()), before, after }),
  };
}

/** A run that gets HTML's text: of white space that meets, only the first is written. */
function collapsing(run: RunBuilder): {
  text: (text: string) => void;
  lineBreak: () => void;
  ruby: (base: string, reading: string) => void;
} {
  let spaced = true;
  return {
    text: (text) => {
      const whole = collapse(text);
      const piece = spaced ? whole.replace(/^[ \n]/u, '') : whole;
      if (piece === '') return;
      run.text(piece);
      spaced = /[ \n]$/u.test(piece);
    },
    lineBreak: () => {
      run.verbatim('\n');
      spaced = true;
    },
    ruby: (base, reading) => {
      run.ruby(base, reading);
      spaced = false;
    },
  };
}

/** Where a link may lead: elsewhere, or to a place in the document. A site's own addresses are nothing by themselves. */
function linkTo(address: string, base: string | null): string | null {
  if (address.startsWith('#')) return safeHref(address);
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address)) return safeHref(address);
  if (base === null || address === '' || !URL.canParse(address, base)) return null;
  return safeHref(new URL(address, base).href);
}

/** The label of an element that marks where a page of the printed source begins; `null` for every other. */
export function pageLabel(element: HtmlElement): string | null {
  const isBreak =
    /(?:^|\s)doc-pagebreak(?:\s|$)/u.test(attribute(element, 'role') ?? '') ||
    /(?:^|\s)pagebreak(?:\s|$)/u.test(attribute(element, 'epub:type') ?? '');
  if (!isBreak) return null;
  const named = [attribute(element, 'aria-label'), attribute(element, 'title'), plainTextOf(element)];
  const name = named.map((one) => collapse(one ?? '').trim()).find((one) => one !== '');
  // 「12ページ」 and "page 12" are 12; A-1 is a page of its own kind.
  return name === undefined
    ? null
    : (/(?<![\p{sc=Latin}\d][-‐‑–]?)\d+/u.exec(name.normalize('NFKC'))?.[0] ?? name);
}

function nameOfDrawing(element: HtmlElement): string {
  const title = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'title');
  return attribute(element, 'aria-label') ?? (title === undefined ? '' : plainTextOf(title));
}
