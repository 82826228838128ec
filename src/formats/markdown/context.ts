/** What the parts of the Markdown reader share while they read one document. */
import type { Definition, Nodes } from 'mdast';
import type { Sentence } from '../../book/book.ts';
import type { BookIds } from '../book-ids.ts';
import { type Diagnostic, type DiagnosticCode, diagnostic } from '../diagnostics.ts';
import type { InlineRun } from '../inline-run.ts';
import { createSentences, type Split } from '../sentences.ts';
import { restoreBars } from './protected-ruby.ts';

/** Deeper than this, lists, quotes and emphasis are read as plain text: no document for people nests so. */
export const MAX_NESTING = 32;

/** An author's id at the end of a heading: `## 見出し {#id}`. */
export const HEADING_ID = /\s*\{#([^\s{}]*)\}\s*$/u;

export interface MarkdownContext {
  /** The source as it was given to the parser, for a node's own text. */
  readonly source: string;
  readonly ids: BookIds;
  readonly split: Split;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** True where an image's path leads to a file that comes with the document. */
  readonly hasAsset: (path: string) => boolean;
  readonly diagnostics: Diagnostic[];
}

export function report(context: MarkdownContext, code: DiagnosticCode, node: Nodes, detail: string): void {
  context.diagnostics.push(diagnostic(code, node.position?.start.line ?? null, restoreBars(detail)));
}

export function sentencesFrom(context: MarkdownContext, run: InlineRun): Sentence[] {
  return createSentences(run, context.ids.sentence, context.split);
}

/** The stretch of the source that a node was read from. */
export function sourceOf(context: MarkdownContext, node: Nodes): string {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? '' : context.source.slice(start, end);
}

/** All definitions of a document by identifier; of two with the same the first counts, as CommonMark says. */
export function collectDefinitions(root: Nodes): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
}

/** The text in a node and below it, without what is said about it. Doesn't recurse: any depth is fine. */
export function plainText(root: Nodes): string {
  let text = '';
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) text += node.value;
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if (node.type === 'break') text += '\n';
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return text;
}
