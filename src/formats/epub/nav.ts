/** The navigation document (EPUB 3.3 §7): contents, pages, landmarks. */
import type { Block, Book, Section } from '../../book/book.ts';
import { writeInside } from '../html/write-sentence.ts';
import { element, raw, type Xml } from '../xml/xml.ts';
import { COLOPHON_TITLE, type ContentOptions, page } from './content.ts';
import type { EpubPart } from './parts.ts';

export interface PagePlace {
  readonly label: string;
  /** The document and the id in it. */
  readonly href: string;
}

export function writeNav(parts: readonly EpubPart[], options: ContentOptions): string {
  const { book } = options;
  const toc = parts.flatMap((part) =>
    part.section === null
      ? [element('li', {}, element('a', { href: `${part.name}.xhtml` }, book.metadata.title))]
      : entries(part.section, part.name, book),
  );
  const colophon = element('li', {}, element('a', { href: 'colophon.xhtml' }, COLOPHON_TITLE));
  const pages = pagesOf(parts);
  const first = parts.find((part) => part.section !== null) ?? parts[0];
  const body = [
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', id: 'toc' },
      element('h2', {}, '目次'),
      element('ol', {}, toc, colophon),
    ),
    pages.length === 0
      ? null
      : element(
          'nav',
          { 'epub:type': 'page-list', role: 'doc-pagelist', id: 'pages' },
          element('h2', {}, 'ページ'),
          element(
            'ol',
            {},
            pages.map(({ label, href }) => element('li', {}, element('a', { href }, label))),
          ),
        ),
    element(
      'nav',
      { 'epub:type': 'landmarks', id: 'landmarks', hidden: 'hidden' },
      element('h2', {}, '案内'),
      element(
        'ol',
        {},
        element(
          'li',
          {},
          element('a', { 'epub:type': 'bodymatter', href: `${first?.name ?? 'title'}.xhtml` }, '本文'),
        ),
      ),
    ),
  ];
  return page('目次', raw(body.map((nav) => nav?.xml ?? '').join('')), options);
}

/** A section that has no heading is passed over; those below it come up. */
function entries(section: Section, file: string, book: Book): readonly Xml[] {
  const below = section.sections.flatMap((inner) => entries(inner, file, book));
  if (section.heading.length === 0) return below;
  const label = raw(
    section.heading
      .map((sentence) => writeInside(sentence))
      .join('')
      .replace(/<br>/gu, ' ')
      .replace(/[\ufffe\uffff]/gu, '\ufffd'),
  );
  const list = below.length === 0 ? null : element('ol', {}, below);
  return [element('li', {}, element('a', { href: `${file}.xhtml#${section.id}` }, plainLinks(label)), list)];
}

/** A link within a link is no HTML. */
function plainLinks({ xml }: Xml): Xml {
  return raw(xml.replace(/<\/?a\b[^>]*>/gu, ''));
}

/** Every page break of the book in order. */
export function pagesOf(parts: readonly EpubPart[]): readonly PagePlace[] {
  const pages: PagePlace[] = [];
  const inBlocks = (blocks: readonly Block[], file: string): void => {
    for (const block of blocks) {
      if (block.type === 'page-break') pages.push({ label: block.label, href: `${file}#${block.id}` });
      else if (block.type === 'quote') inBlocks(block.blocks, file);
      else if (block.type === 'list') for (const item of block.items) inBlocks(item.blocks, file);
    }
  };
  const inSection = (section: Section, file: string): void => {
    inBlocks(section.blocks, file);
    for (const inner of section.sections) inSection(inner, file);
  };
  for (const part of parts) if (part.section !== null) inSection(part.section, `${part.name}.xhtml`);
  return pages;
}
