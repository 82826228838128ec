/** CommonMark with GFM's tables, and the notation for readings, drawings and pages, to a Book. */
import type { Heading, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { BOOK_VERSION, type Book, type Section } from '../../book/book.ts';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { textOf } from '../../book/text.ts';
import { splitSentences } from '../../japanese/segment.ts';
import { createBookIds } from '../book-ids.ts';
import { cleanText } from '../clean-text.ts';
import type { Diagnostic, ReadError } from '../diagnostics.ts';
import { plainRun } from '../inline-run.ts';
import type { Split } from '../sentences.ts';
import { collectDefinitions, type MarkdownContext, plainText, sentencesFrom } from './context.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readPhrasing, sentencesOfNotation } from './inline.ts';
import { parseProtectedRuby, protectRuby } from './protected-ruby.ts';
import { claimHeadingIds, readSections } from './sections.ts';

export interface MarkdownOptions {
  /** The book's id. */
  readonly id: string;
  /** The book's title; may hold `{base|reading}`. Without it a leading `#` heading, the only one, is the title. */
  readonly title?: string;
  /** The title of a document that names none, such as its file's name; else its first heading, else its id. */
  readonly fallbackTitle?: string;
  /** Whether an image's path leads to a file that comes with the document; all do by default. */
  readonly hasAsset?: (path: string) => boolean;
  readonly split?: Split;
}

export type MarkdownResult =
  | {
      readonly ok: true;
      readonly book: Book;
      /** The YAML at the document's start as it stands; `null` where there is none. */
      readonly frontMatter: string | null;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly error: ReadError };

/**
 * Reads a document. Headings become sections, one below the other without skipped levels, whatever their numbers;
 * `## 見出し {#id}` names a section. The only error is a document without a word; all else is a diagnostic.
 */
export function readMarkdown(source: string, options: MarkdownOptions): MarkdownResult {
  const { frontMatter, body } = splitFrontMatter(cleanText(source));
  const text = protectRuby(body);
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const context: MarkdownContext = {
    source: text,
    ids: createBookIds(),
    split: options.split ?? splitSentences,
    definitions: collectDefinitions(root),
    hasAsset: options.hasAsset ?? (() => true),
    diagnostics: [],
  };
  const { heading, nodes } = takeTitle(root, options.title);
  const headingIds = claimHeadingIds(context, nodes);
  const own = options.title === undefined ? [] : sentencesOfNotation(context, protectRuby(options.title));
  const found = heading === null ? own : sentencesFrom(context, readPhrasing(context, heading.children));
  const sections = readSections(context, nodes, headingIds);
  if (found.length === 0 && sections.length === 0) return { ok: false, error: { code: 'empty' } };
  const fallback = options.fallbackTitle?.trim() || (firstHeading(sections) ?? options.id);
  const title = found.length > 0 ? found : sentencesFrom(context, plainRun(fallback));
  const book: Book = {
    version: BOOK_VERSION,
    id: options.id,
    metadata: { title: textOf(title).trim(), language: 'ja', creators: [] },
    title,
    sections,
  };
  return { ok: true, book, frontMatter, diagnostics: context.diagnostics };
}

/**
 * The leading heading that is the title, and the nodes without it. It is `#`, the only one, with nothing before it;
 * where the title is given, it must say the same (it may carry readings that the given one lacks).
 */
function takeTitle(root: Root, given: string | undefined): { heading: Heading | null; nodes: RootContent[] } {
  const nodes = root.children;
  const place = nodes.findIndex((node) => node.type !== 'html' && node.type !== 'definition');
  const heading = nodes[place];
  const only = nodes.filter((node) => node.type === 'heading' && node.depth === 1).length === 1;
  if (heading?.type !== 'heading' || heading.depth !== 1 || !only) return { heading: null, nodes };
  const text = parseProtectedRuby(plainText(heading))
    .map((run) => ('text' in run ? run.text : run.base))
    .join('');
  if (text.trim() === '' || (given !== undefined && baseOfNotation(given).trim() !== text.trim())) {
    return { heading: null, nodes };
  }
  return { heading, nodes: nodes.toSpliced(place, 1) };
}

function firstHeading(sections: readonly Section[]): string | null {
  const named = sections.find((section) => section.heading.length > 0);
  return named ? textOf(named.heading) : null;
}
