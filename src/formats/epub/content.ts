/** The documents of an EPUB: XHTML with real ruby, one for each part (EPUB 3.3 §6.1). */
import type { Book, Section, Sentence } from '../../book/book.ts';
import { textOf } from '../../book/text.ts';
import { escapeHtml } from '../html/escape.ts';
import { type BlockWriter, writeBlock } from '../html/write-block.ts';
import { writeSentences } from '../html/write-html.ts';
import type { Narration } from '../talking-book.ts';
import { element, raw, type Xml, xmlDocument } from '../xml/xml.ts';
import { type EpubPart, escapableId } from './parts.ts';

/** EPUB has six levels of heading, the title's among them. */
const DEEPEST_HEADING = 6;

export interface ContentOptions {
  readonly book: Book;
  /** The document that holds each section and sentence, by its id. */
  readonly documents: ReadonlyMap<string, string>;
  readonly hasLexicon: boolean;
}

export function writePart(part: EpubPart, options: ContentOptions): string {
  const { book } = options;
  const inside =
    part.section === null ? titlePage(book) : writeSection(part.section, 1, blockWriter(new Set<string>()));
  const title = part.section === null ? book.metadata.title : textOf(part.title) || book.metadata.title;
  return page(title, raw(toXhtml(inside, options.documents)), options);
}

/** Who speaks, where the text is from, and under which licences: for the eye, after the book. */
export function writeColophon(
  narration: Narration | null,
  generator: string,
  date: string,
  options: ContentOptions,
): string {
  const { metadata } = options.book;
  const lines = [
    metadata.title,
    ...(metadata.statement === undefined ? [] : [metadata.statement]),
    ...(metadata.source === undefined ? [] : [`もとになった資料：${metadata.source}`]),
    ...(metadata.publisher === undefined ? [] : [`発行：${metadata.publisher}`]),
    `作成：${date}（${generator}）`,
    ...(narration === null ? [] : [`朗読：${narration.narrator}`, ...narration.credits]),
  ];
  const body = element(
    'section',
    { 'epub:type': 'colophon', id: 'colophon' },
    element('h2', {}, COLOPHON_TITLE),
    lines.map((line) => element('p', {}, line)),
  );
  return page(COLOPHON_TITLE, body, options);
}

export const COLOPHON_TITLE = '奥付';

/** A page in the book's language. `html` is its body. */
export function page(title: string, body: Xml, { book, hasLexicon }: ContentOptions): string {
  const { language } = book.metadata;
  const lexicon = hasLexicon
    ? element('link', {
        rel: 'pronunciation',
        type: 'application/pls+xml',
        hreflang: language,
        href: 'lexicon.pls',
      })
    : null;
  const head = element(
    'head',
    {},
    element('meta', { charset: 'UTF-8' }),
    element('title', {}, title),
    element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
    lexicon,
  );
  const root = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: language,
      'xml:lang': language,
    },
    head,
    element('body', {}, body),
  );
  return xmlDocument(root, { doctype: '<!DOCTYPE html>' });
}

function titlePage(book: Book): string {
  const [title, ...rest] = book.title;
  const heading =
    title === undefined
      ? `<h1>${escapeHtml(book.metadata.title)}</h1>`
      : `<h1>${writeSentences([title])}</h1>`;
  const subtitle = rest.length === 0 ? '' : `<p class="subtitle">${writeSentences(rest)}</p>`;
  return `<section epub:type="titlepage">${heading}${subtitle}</section>`;
}

function blockWriter(seen: Set<string>): BlockWriter {
  return {
    sentences: (sentences, preformatted = false) => writeSentences(sentences, { seen, preformatted }),
    assetUrl: (path) => path,
    pageLabel: (label) => label,
  };
}

function writeSection(section: Section, depth: number, write: BlockWriter): string {
  const id = escapeHtml(section.id);
  const heading = section.heading.length > 0 ? writeHeading(section.heading, id, depth, write) : '';
  const label = heading === '' ? '' : ` aria-labelledby="${id}.h"`;
  const blocks = section.blocks.map((block) => withId(writeBlock(block, write), escapableId(block))).join('');
  const below = section.sections.map((inner) => writeSection(inner, depth + 1, write)).join('');
  return `<section id="${id}"${label}>${heading}${blocks}${below}</section>`;
}

/** What can be left as a whole while listening has an id for the overlay to name. */
function withId(html: string, id: string | null): string {
  return id === null ? html : html.replace(/^<([a-z]+)/u, `<$1 id="${escapeHtml(id)}"`);
}

function writeHeading(heading: readonly Sentence[], id: string, depth: number, write: BlockWriter): string {
  const level = depth + 1;
  const name = `h${Math.min(level, DEEPEST_HEADING)}`;
  const aria = level > DEEPEST_HEADING ? ` aria-level="${level}"` : '';
  return `<${name} id="${id}.h"${aria}>${write.sentences(heading)}</${name}>`;
}

/**
 * The HTML writer's output as XHTML: it closes everything but void elements, and all text in it is escaped. Of what HTML
 * allows and XML doesn't, only two characters are left. Places in the book are found in whichever document they are.
 */
function toXhtml(html: string, documents: ReadonlyMap<string, string>): string {
  return html
    .replace(/[\ufffe\uffff]/gu, '\ufffd')
    .replace(/<(br|hr|wbr)>/gu, '<$1/>')
    .replace(/<span role="doc-pagebreak"/gu, '<span epub:type="pagebreak" role="doc-pagebreak"')
    .replace(/ href="#([^"]+)"/gu, (_, id: string) => ` href="${documents.get(id) ?? ''}#${id}"`);
}
