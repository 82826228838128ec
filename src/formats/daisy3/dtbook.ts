/** The whole text as DTBook 2005-3 (Z39.86-2005 §4). It has no ruby: readings stand in parentheses or are left to the voice. */
import type { Block, Book, DiagramNode, List, Section, Sentence, Table } from '../../book/book.ts';
import { type PlainReadings, plainText } from '../plain-readings.ts';
import { element, type Xml, type XmlChild, xmlDocument } from '../xml/xml.ts';

const DOCTYPE =
  '<!DOCTYPE dtbook PUBLIC "-//NISO//DTD dtbook 2005-3//EN" "http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd">';
const DEEPEST_LEVEL = 6;

export interface DtbookOptions {
  readonly identifier: string;
  readonly readings: PlainReadings;
  /** The address of the moment that says a sentence or a page, by its id. */
  readonly moments: ReadonlyMap<string, string>;
}

export function writeDtbook(book: Book, options: DtbookOptions): string {
  const writer = new DtbookWriter(options);
  const { metadata } = book;
  const head = element(
    'head',
    {},
    element('meta', { name: 'dtb:uid', content: options.identifier }),
    element('meta', { name: 'dc:Title', content: metadata.title }),
    element('meta', { name: 'dc:Language', content: metadata.language }),
  );
  const [title, ...rest] = book.title;
  const front = element(
    'frontmatter',
    {},
    element('doctitle', {}, title === undefined ? metadata.title : writer.sentence(title)),
    metadata.creators.map((creator) => element('docauthor', {}, creator)),
    rest.length === 0
      ? null
      : element('level1', { class: 'subtitle' }, element('p', {}, writer.sentences(rest))),
  );
  const sections = book.sections.flatMap((section) => writer.section(section, 1));
  const body = element(
    'bodymatter',
    {},
    sections.length === 0 ? element('level1', {}, element('p', {}, '')) : sections,
  );
  const root = element(
    'dtbook',
    {
      xmlns: 'http://www.daisy.org/z3986/2005/dtbook/',
      version: '2005-3',
      'xml:lang': metadata.language,
    },
    head,
    element('book', {}, front, body),
  );
  return xmlDocument(root, { doctype: DOCTYPE });
}

class DtbookWriter {
  readonly #options: DtbookOptions;

  constructor(options: DtbookOptions) {
    this.#options = options;
  }

  /** A section below the deepest level goes on within it, under a heading that opens none. */
  section(section: Section, depth: number): readonly Xml[] {
    const hasHeading = section.heading.length > 0;
    const inDeepest = depth > DEEPEST_LEVEL;
    const heading = hasHeading
      ? [element(inDeepest ? 'bridgehead' : `h${depth}`, {}, this.sentences(section.heading))]
      : [];
    const blocks = section.blocks.flatMap((block) => this.block(block));
    const below = section.sections.flatMap((inner) => this.section(inner, depth + 1));
    const following = [...blocks, ...below];
    const inside = [...heading, ...following];
    if (inDeepest || inside.length === 0) return inside;
    // A level is never its heading alone.
    if (following.length === 0) inside.push(element('p'));
    return [element(`level${depth}`, { id: section.id }, inside)];
  }

  block(block: Block): readonly Xml[] {
    switch (block.type) {
      case 'paragraph':
        return [element('p', {}, this.sentences(block.sentences))];
      case 'preformatted':
        return [element('p', { class: 'preformatted' }, this.sentences(block.sentences))];
      case 'quote': {
        const inside = block.blocks.flatMap((inner) => this.block(inner));
        return inside.length === 0 ? [] : [element('blockquote', {}, inside)];
      }
      case 'list':
        return block.items.length === 0 ? [] : [this.list(block)];
      case 'table':
        return block.rows.length === 0 ? [] : [this.table(block)];
      case 'figure':
        return [element('p', {}, this.sentences(block.alternative), this.sentences(block.caption))];
      case 'diagram':
        return [
          ...(block.nodes.length === 0
            ? []
            : [element('div', { class: 'diagram' }, this.nodes(block.nodes))]),
          ...(block.caption.length === 0 ? [] : [element('p', {}, this.sentences(block.caption))]),
        ];
      case 'page-break': {
        const smilref = this.#options.moments.get(block.id);
        return [element('pagenum', { id: block.id, page: 'normal', smilref }, block.label)];
      }
      case 'thematic-break':
        return [];
    }
  }

  list(list: List): Xml {
    const items = list.items.map((item) =>
      element(
        'li',
        {},
        item.blocks.flatMap((inner) => this.block(inner)),
      ),
    );
    const start = list.ordered ? list.start : undefined;
    return element('list', { type: list.ordered ? 'ol' : 'ul', start }, items);
  }

  table(table: Table): Xml {
    const rows = table.rows.map((row) =>
      element(
        'tr',
        {},
        row.map((cell) => element(cell.header ? 'th' : 'td', {}, this.sentences(cell.sentences))),
      ),
    );
    const caption = table.caption.length === 0 ? null : element('caption', {}, this.sentences(table.caption));
    return element('table', {}, caption, rows);
  }

  nodes(nodes: readonly DiagramNode[]): XmlChild {
    if (nodes.length === 0) return null;
    return element(
      'list',
      { type: 'ul' },
      nodes.map(({ label, children }) => element('li', {}, this.sentences(label), this.nodes(children))),
    );
  }

  sentences(sentences: readonly Sentence[]): readonly Xml[] {
    return sentences.map((sentence) => this.sentence(sentence));
  }

  sentence(sentence: Sentence): Xml {
    const smilref = this.#options.moments.get(sentence.id);
    return element('sent', { id: sentence.id, smilref }, plainText(sentence, this.#options.readings));
  }
}
