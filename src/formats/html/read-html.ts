/** HTML to a Book: the words of a page and what they are, and nothing that it would do. */
import { BOOK_VERSION, type Book, type Mark, type Section } from '../../book/book.ts';
import { textOf } from '../../book/text.ts';
import { mapSentences } from '../../book/walk.ts';
import { splitSentences } from '../../japanese/segment.ts';
import { createBookIds } from '../book-ids.ts';
import { cleanText } from '../clean-text.ts';
import type { Diagnostic, ReadError } from '../diagnostics.ts';
import { type FlatSection, nestSections } from '../section-tree.ts';
import type { Split } from '../sentences.ts';
import { readFlow, sentencesOfText } from './read-html-blocks.ts';
import { createLine, type HtmlContext, report } from './read-html-inline.ts';
import {
  attribute,
  collapse,
  elementsBelow,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  parseTree,
  plainTextOf,
} from './read-html-tree.ts';

export interface HtmlReadOptions {
  /** The book's id. */
  readonly id: string;
  /** The book's title; else the page's only first-level heading at its beginning, else its `<title>`. */
  readonly title?: string;
  /** The title of a page that names none, such as its file's name; else its first heading, else its id. */
  readonly fallbackTitle?: string;
  readonly split?: Split;
}

export type HtmlResult =
  | { readonly ok: true; readonly book: Book; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly error: ReadError };

type Parent = { readonly childNodes: readonly HtmlNode[] };

/** BCP 47 as far as it matters here. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/**
 * Reads a page: what is in `<main>` where there is one, else all but its navigation. The only error is a page without a
 * word; all else is a diagnostic. Images don't come with a page: their alternative texts are shown.
 */
export function readHtml(source: string, options: HtmlReadOptions): HtmlResult {
  const { document, isFlattened } = parseTree(cleanText(source));
  const all = elementsBelow(document);
  const parts = mainParts(document, all);
  const heading = titleHeading(parts, all, options.title);
  const context: HtmlContext = {
    ids: createBookIds(),
    split: options.split ?? splitSentences,
    base: baseOf(document),
    title: heading,
    diagnostics: [],
    anchors: new Map(),
    waiting: [],
    holders: holdersOf(all),
  };
  if (isFlattened) report(context, 'nested-too-deep', '');
  const own = heading === null ? [] : readLine(context, heading);
  const named = own.length > 0 ? own : sentencesOfText(context, options.title ?? titleElement(document));
  const sections = readSections(context, parts);
  if (sections.length === 0 && own.length === 0) return { ok: false, error: { code: 'empty' } };
  const fallback = options.fallbackTitle?.trim() || firstHeading(sections) || options.id;
  const title = named.length > 0 ? named : sentencesOfText(context, fallback);
  const author = metaNamed(document, 'author');
  const book: Book = {
    version: BOOK_VERSION,
    id: options.id,
    metadata: {
      title: textOf(title).trim(),
      language: languageOf(document, plainTextOf({ childNodes: parts.flatMap((part) => part.childNodes) })),
      creators: author === '' ? [] : [author],
    },
    title,
    sections,
  };
  return { ok: true, book: withFoundPlaces(book, context), diagnostics: context.diagnostics };
}

function mainParts(document: Parent, all: readonly HtmlElement[]): readonly Parent[] {
  const isMain = (element: HtmlElement): boolean =>
    element.tagName === 'main' || attribute(element, 'role') === 'main';
  const found = all.filter((element) => isMain(element) && plainTextOf(element).trim() !== '');
  const outer = found.filter(
    (element) => !found.some((other) => other !== element && contains(other, element)),
  );
  return outer.length > 0 ? outer : [document];
}

function contains(outer: HtmlElement, inner: HtmlElement): boolean {
  let at: HtmlElement['parentNode'] = inner.parentNode;
  while (at !== null && at !== outer) at = 'parentNode' in at ? at.parentNode : null;
  return at === outer;
}

/** The only `h1`, with no word before it, or outside of what is read. A given title must say the same. */
function titleHeading(
  parts: readonly Parent[],
  all: readonly HtmlElement[],
  given: string | undefined,
): HtmlElement | null {
  const [only, ...others] = all.filter(({ tagName }) => tagName === 'h1');
  if (only === undefined || others.length > 0) return null;
  const words = (text: string): string => text.replace(/\s+/gu, '');
  const text = words(plainTextOf(only));
  if (text === '' || (given !== undefined && words(given) !== text)) return null;
  const inside = parts.some((part) => elementsBelow(part).includes(only));
  const isFirst = words(plainTextOf({ childNodes: parts.flatMap((part) => part.childNodes) })).startsWith(
    text,
  );
  const isNested = ancestorsOf(only).some((name) => /^(?:li|blockquote|td|th|dd|dt)$/u.test(name));
  return (!inside || isFirst) && !isNested ? only : null;
}

function ancestorsOf(element: HtmlElement): readonly string[] {
  const names: string[] = [];
  let at: HtmlElement['parentNode'] = element.parentNode;
  for (; at !== null && 'parentNode' in at; at = at.parentNode) names.push(at.nodeName);
  return names;
}

/** Elements within a line that have blocks in them, as a link around a paragraph: they are read as if they were none. */
function holdersOf(all: readonly HtmlElement[]): ReadonlySet<HtmlElement> {
  const holders = new Set<HtmlElement>();
  for (const element of all) {
    if (!isBlock(element)) continue;
    let at: HtmlElement['parentNode'] = element.parentNode;
    while (at !== null && 'tagName' in at && !isBlock(at) && !holders.has(at)) {
      holders.add(at);
      at = at.parentNode;
    }
  }
  return holders;
}

/** Text before the first heading stands beside the first section, never above it; pages alone belong to the section. */
function readSections(context: HtmlContext, parts: readonly Parent[]): Section[] {
  const flat: (FlatSection & { readonly blocks: FlatSection['blocks'][number][] })[] = [];
  let pages: FlatSection['blocks'][number][] = [];
  const open = () => {
    const last = flat.at(-1);
    if (last !== undefined) return last;
    const intro = { level: 0, id: context.ids.section(''), heading: [], blocks: pages };
    flat.push(intro);
    return intro;
  };
  for (const part of parts) {
    readFlow(context, part.childNodes, {
      block: (block) => {
        if (flat.length === 0 && block.type === 'page-break') pages.push(block);
        else open().blocks.push(block);
      },
      heading: (level, heading) => {
        const blocks = flat.length === 0 ? pages : [];
        flat.push({ level, id: context.ids.section(textOf(heading)), heading, blocks });
        pages = [];
      },
    });
  }
  const [first, ...others] = flat;
  if (first?.level !== 0) return nestSections(flat);
  return [...nestSections([first]), ...nestSections(others)];
}

function readLine(context: HtmlContext, element: HtmlElement): Book['title'] {
  const line = createLine({ ...context, title: null });
  for (const node of element.childNodes) line.add(node);
  return line.finish().sentences;
}

/** Links within the document lead to the sentences that stand where they led; those that lead nowhere are plain text. */
function withFoundPlaces(book: Book, context: HtmlContext): Book {
  const found = (mark: Mark): readonly Mark[] => {
    if (mark.type !== 'link' || !mark.href.startsWith('#')) return [mark];
    const id = mark.href.slice(1);
    const sentence = context.anchors.get(id) ?? context.anchors.get(decoded(id));
    if (sentence !== undefined) return [{ ...mark, href: `#${sentence}` }];
    report(context, 'link-dropped', mark.href);
    return [];
  };
  return mapSentences(book, (sentence) =>
    sentence.marks.some((mark) => mark.type === 'link')
      ? { ...sentence, marks: sentence.marks.flatMap(found) }
      : sentence,
  );
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function headElements(document: Parent): readonly HtmlElement[] {
  const html = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html');
  const head = html?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head');
  return head?.childNodes.filter(isElement) ?? [];
}

function titleElement(document: Parent): string {
  const title = headElements(document).find(({ tagName }) => tagName === 'title');
  return title === undefined ? '' : collapse(plainTextOf(title)).replace(/\n/gu, ' ').trim();
}

function metaNamed(document: Parent, name: string): string {
  const meta = headElements(document).find(
    (element) => element.tagName === 'meta' && attribute(element, 'name')?.toLowerCase() === name,
  );
  return (meta === undefined ? '' : (attribute(meta, 'content') ?? '')).trim();
}

/** Where the page came from, as far as it says so itself. */
function baseOf(document: Parent): string | null {
  const head = headElements(document);
  const base = head.find(({ tagName }) => tagName === 'base');
  const canonical = head.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical',
  );
  const addresses = [base, canonical].map((element) =>
    element === undefined ? null : attribute(element, 'href'),
  );
  return (
    addresses.find((address) => /^https?:\/\//iu.test(address ?? '') && URL.canParse(address ?? '')) ?? null
  );
}

/** Programs write a language that nobody chose: a text with kana is Japanese whatever it says. */
function languageOf(document: Parent, text: string): string {
  const html = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html');
  const language =
    (html === undefined ? null : (attribute(html, 'lang') ?? attribute(html, 'xml:lang'))) ?? '';
  return LANGUAGE.test(language) && !/[ぁ-ゖァ-ヺ]/u.test(text) ? language : 'ja';
}

function firstHeading(sections: readonly Section[]): string {
  const named = sections.find((section) => section.heading.length > 0);
  return named === undefined ? '' : textOf(named.heading);
}
